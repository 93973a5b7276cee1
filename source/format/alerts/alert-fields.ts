import {actionCode} from '../../domain/actions.ts';
import type {EventDraft} from '../../domain/event-draft.ts';
import {resultCode} from '../../domain/result.ts';
import {severityCode} from '../../domain/severity.ts';
import {codesOf, signInCodes} from '../vocabulary/action-codes.ts';
import {ascii, isDigit, type Run} from '../bytes/byte-text.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import {digitsAt} from '../bytes/digits.ts';
import {resultOfStatus} from '../vocabulary/http-status.ts';
import {pairKeys, type PairKeys, type PairList} from '../bytes/pair-list.ts';
import {resultOfWord, verdictIn} from '../vocabulary/result-words.ts';
import {severityOf} from '../vocabulary/severity-words.ts';
import {WordTable} from '../bytes/word-table.ts';
import {codesOfWindowsEvent, resultOfWindowsEvent} from '../windows/windows-events.ts';
import {codesOfName, quietCodes, type ToldCodes, windowsEventIn} from './alert-actions.ts';
import {controllerDeeds} from './controller-deeds.ts';

/** What CEF and LEEF alerts call one thing: the standards' own keys and those that the sensor writes. */
export const alertKeys = {
	message: pairKeys('msg', 'message', 'CtdMessage'),
	severity: pairKeys('severity', 'sev'),
	time: pairKeys('rt', 'devTime', 'event_timestamp', 'start', 'end'),
	result: pairKeys('outcome', 'categoryOutcome', 'act', 'action', 'deviceAction', 'CtdActionStatus'),
	/** Where traffic goes: who tells it speaks of traffic. */
	target: pairKeys('dst', 'dst_ip', 'c6a3', 'CtdDestinationIp'),
	user: pairKeys('suser', 'usrName', 'duser', 'user', 'accountName', 'CtdUser', 'username'),
	/** Who signs in to Windows is the target of the event. */
	userOfLogin: pairKeys('duser', 'usrName', 'suser', 'user', 'accountName'),
	/** Who tells it, where no syslog header does. */
	host: pairKeys('dvchost'),
	/** What somebody did, where the maker keeps such records apart from alerts. */
	deed: pairKeys('CtdAction'),
	devices: pairKeys('src', 'src_ip', 'src_mac', 'srcMAC', 'smac', 'dst', 'dst_ip', 'dst_mac', 'dstMAC', 'dmac', 'identSrc', 'c6a2', 'c6a3', 'dvc', 'CtdSourceIp', 'CtdSourceMac', 'CtdDestinationIp', 'CtdDestinationMac', 'SrcMac', 'DstMac'),
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
	['requestClientApplication', 'userAgent'],
	['outcome', 'status'],
	// Claroty's and Radiflow's own
	['CtdSourceIp', 'sourceAddress'],
	['CtdDestinationIp', 'targetAddress'],
	['CtdSourceMac', 'sourceMac'],
	['CtdDestinationMac', 'targetMac'],
	['CtdSourceHost', 'sourceHost'],
	['CtdDestinationHost', 'targetHost'],
	['CtdUser', 'user'],
	['CtdActionStatus', 'status'],
	['CtdProtocol', 'protocol'],
	['CtdCategory', 'alertCategory'],
	['SrcMac', 'sourceMac'],
	['DstMac', 'targetMac'],
	['src_port', 'sourcePort'],
	['dst_port', 'targetPort'],
	['username', 'user'],
	['fname', 'file'],
	['filePath', 'path'],
	['sproc', 'process'],
	['spid', 'pid'],
	['cat', 'alertCategory'],
	['type', 'alertType'],
]);

/** What an event calls itself, and whether it says that nobody need look. */
type AlertName = Run & {
	readonly isQuiet: boolean;
	/** The number by which Windows calls it, where a collector tells on what Windows wrote. */
	readonly windowsEvent?: Run;
	/** The code of its kind, where that is no part of the name. */
	readonly kind?: Run;
};

/** The columns that the pairs of an alert give; `name` is what it calls itself. The severity is there already. */
export function readAlertColumns(draft: EventDraft, pairs: PairList, bytes: Uint8Array, name: AlertName): void {
	const number = name.windowsEvent === undefined ? undefined : windowsEventIn(bytes, name.windowsEvent);
	const ofWindows = number === undefined ? undefined : codesOfWindowsEvent(bytes, number.start, number.end);
	draft.result = resultOf(pairs, bytes) || (number === undefined ? resultCode.none : resultOfWindowsEvent(bytes, number.start, number.end));
	readUser(draft, pairs, {bytes, keys: ofWindows !== undefined && signInCodes.has(ofWindows.action) ? alertKeys.userOfLogin : alertKeys.user});
	for (const device of pairs.present(alertKeys.devices)) {
		addDevicesIn(draft, bytes, pairs.starts[device]!, pairs.ends[device]!);
	}

	const message = pairs.findFilled(alertKeys.message);
	if (message >= 0) {
		addDevicesIn(draft, bytes, pairs.starts[message]!, pairs.ends[message]!);
	}

	const unnamed = name.isQuiet ? quietCodes(pairs.findAny(alertKeys.target) >= 0) : raised;
	const deed = name.kind === undefined ? undefined : controllerDeeds.find(bytes, name.kind.start, name.kind.end);
	const {action, category, result = resultCode.none}: ToldCodes = ofWindows ?? deed ?? codesOfName(bytes, name.start, name.end, draft.result) ?? (pairs.findAny(alertKeys.deed) < 0 ? unnamed : done);
	draft.action = action;
	draft.category = category;
	draft.result ||= action === loginFailed ? resultCode.failure : result || (action === connection ? verdictIn(bytes, name.start, name.end) : resultCode.none);
}

const loginFailed = actionCode('login-failed');
const connection = actionCode('connection');

const raised = codesOf('alert-raised');
const done = codesOf('user-operation');

/** The outcome says how it ended, or else what was done about it. */
function resultOf(pairs: PairList, bytes: Uint8Array): number {
	for (const pair of pairs.present(alertKeys.result)) {
		const result = resultIn(bytes, pairs.place(pair));
		if (result > 0) {
			return result;
		}
	}

	return 0;
}

/** A word, perhaps behind a slash (`/Success`), or an HTTP status. */
function resultIn(bytes: Uint8Array, {start, end}: Run): number {
	const from = bytes[start] === ascii.slash ? start + 1 : start;
	return isDigit(bytes[from]) ? resultOfStatus(digitsAt(bytes, from, end - from)) : resultOfWord(bytes, from, end);
}

/** The first who is named: a dash, or nothing at all, stands for nobody. */
function readUser(draft: EventDraft, pairs: PairList, {bytes, keys}: {readonly bytes: Uint8Array; readonly keys: PairKeys}): void {
	for (const pair of pairs.present(keys)) {
		const {start, end} = unquoted(bytes, pairs.place(pair));
		if (end > start && nobody.find(bytes, start, end) === undefined) {
			draft.user.set(bytes, start, end);
			return;
		}
	}
}

const nobody = new WordTable<true>([['-', true], ['n/a', true], ['none', true], ['null', true], ['unknown', true], ['(no user)', true]]);

/** Some quote what needs no quotes. */
const unquoted = (bytes: Uint8Array, {start, end}: Run): Run =>
	end - start > 1 && bytes[start] === ascii.quote && bytes[end - 1] === ascii.quote ? {start: start + 1, end: end - 1} : {start, end};

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
