import type {EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import type {Foreign} from '../../domain/foreign.ts';
import {ascii, isDigit, nextByte} from '../bytes/byte-text.ts';
import {portFields} from '../vocabulary/address-port.ts';
import {addDeviceOnce} from '../vocabulary/devices.ts';
import {jsonKey} from '../bytes/key-names.ts';
import type {PairList} from '../bytes/pair-list.ts';

/** SonicWall's firewalls say of both ends of a connection by which interface it is reached: `src=10.20.0.99:4507:WAN`, and of one without ports `dst=10.2.1.14::X3`. Their records name the firewall. */
const firewall = jsonKey('fw');
const ends = [jsonKey('src'), jsonKey('dst')] as const;

/** Adds the addresses of such ends. */
export function addZonedEnds(draft: EventDraft, pairs: PairList, bytes: Uint8Array): void {
	for (const key of pairs.find(firewall) < 0 ? [] : ends) {
		const pair = pairs.find(key);
		const start = pair < 0 ? 0 : pairs.starts[pair]!;
		const colon = pair < 0 ? -1 : nextByte(bytes, ascii.colon, start, pairs.ends[pair]!);
		if (colon <= start || !isDigit(bytes[start])) {
			continue;
		}

		addDeviceOnce(draft, bytes, start, colon);
	}
}

const zonedEnd = /^(?<address>\d{1,3}(?:\.\d{1,3}){3}):(?<port>\d*)(?::[^:]+(?::.*)?)?$/v;

/** The address and the port of such an end, or the field as it is. */
export function partsOfEnd(field: Field): Field[] {
	const portName = portFields.get(field.name);
	const {address, port} = (portName === undefined ? undefined : zonedEnd.exec(field.value)?.groups) ?? {};
	const own = address === undefined ? field : {name: field.name, value: address as Foreign};
	return portName === undefined || port === undefined || port === '' ? [own] : [own, {name: portName, value: port as Foreign}];
}
