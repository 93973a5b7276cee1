import {actionCode} from '../domain/actions.ts';
import {categoryCode} from '../domain/category.ts';
import type {EventDraft} from '../domain/event-draft.ts';
import {severityCode} from '../domain/severity.ts';
import {isDigit} from './byte-text.ts';
import {addDevicesIn} from './devices.ts';
import {digitsAt} from './digits.ts';
import {jsonKey} from './key-names.ts';
import type {PairList} from './pair-list.ts';
import {severityOf} from './severity-words.ts';

const keysOf = (...names: readonly string[]) => names.map(name => jsonKey(name));

/** What CEF and LEEF alerts call one thing: the standards' own keys and those that the sensor writes. */
export const alertKeys = {
	message: keysOf('msg', 'message'),
	severity: keysOf('severity', 'sev'),
	time: keysOf('rt', 'devTime', 'start', 'end'),
	user: keysOf('suser', 'usrName', 'duser', 'user', 'accountName'),
	devices: keysOf('src', 'src_ip', 'src_mac', 'srcMAC', 'smac', 'dst', 'dst_ip', 'dst_mac', 'dstMAC', 'dmac', 'identSrc', 'dvc'),
} as const;

/** Alerts' own names for what other formats tell too. */
export const alertFieldNames: ReadonlyMap<string, string> = new Map([
	['src', 'sourceAddress'],
	['src_ip', 'sourceAddress'],
	['dst', 'targetAddress'],
	['dst_ip', 'targetAddress'],
	['spt', 'sourcePort'],
	['dpt', 'targetPort'],
	['srcPort', 'sourcePort'],
	['dstPort', 'targetPort'],
	['src_mac', 'sourceMac'],
	['smac', 'sourceMac'],
	['srcMAC', 'sourceMac'],
	['dst_mac', 'targetMac'],
	['dmac', 'targetMac'],
	['dstMAC', 'targetMac'],
	['shost', 'sourceHost'],
	['dhost', 'targetHost'],
	['proto', 'protocol'],
	['suser', 'user'],
	['usrName', 'user'],
	['duser', 'targetUser'],
	['request', 'url'],
	['requestMethod', 'method'],
	['cat', 'alertCategory'],
	['type', 'alertType'],
]);

/** The columns that the pairs of an alert give. */
export function readAlertColumns(draft: EventDraft, pairs: PairList, bytes: Uint8Array): void {
	draft.category = categoryCode.alert;
	draft.action = actionCode('alert-raised');
	const user = pairs.findAny(alertKeys.user);
	if (user >= 0) {
		draft.user.set(bytes, pairs.starts[user]!, pairs.ends[user]!);
	}

	for (const key of alertKeys.devices) {
		const device = pairs.find(key);
		if (device >= 0) {
			addDevicesIn(draft, bytes, pairs.starts[device]!, pairs.ends[device]!);
		}
	}

	const message = pairs.findAny(alertKeys.message);
	if (message >= 0) {
		addDevicesIn(draft, bytes, pairs.starts[message]!, pairs.ends[message]!);
	}
}

/** CEF's and LEEF's severities: a word, or 0..10, where the sensor's Warning, Minor, Major and Critical are 1, 4, 8 and 10. */
export function alertSeverity(bytes: Uint8Array, start: number, end: number): number {
	if (!isDigit(bytes[start])) {
		return severityOf(bytes, start, end);
	}

	const level = digitsAt(bytes, start, end - start);
	if (level < 0 || level > 10) {
		return severityCode.none;
	}

	if (level === 0) {
		return severityCode.info;
	}

	return level > 6 ? severityCode.alert : severityCode.notice;
}
