import type {Field} from '../../domain/field.ts';
import type {Foreign} from '../../domain/foreign.ts';
import {ascii, isDigit, nextByte} from '../bytes/byte-text.ts';

/** Where the port of an address begins: behind its only colon, or behind the brackets of IPv6; -1 where there is none. */
export function portColon(bytes: Uint8Array, start: number, end: number): number {
	let at = end;
	while (at > start && isDigit(bytes[at - 1])) {
		at--;
	}

	const colon = at - 1;
	const isPort = at < end && colon > start && bytes[colon] === ascii.colon;
	return isPort && (bytes[colon - 1] === ascii.closeBracket || nextByte(bytes, ascii.colon, start, colon) < 0) ? colon : -1;
}

/** Fields that hold an address, and the field for the port behind it. */
export const portFields: ReadonlyMap<string, string> = new Map([['sourceAddress', 'sourcePort'], ['targetAddress', 'targetPort']]);

/** `10.2.1.14:50122`, `[2001:db8::15]:50122`. Of a name the port may be anything, so a name keeps it. */
const addressWithPort = /^(?:(?<v4>\d{1,3}(?:\.\d{1,3}){3})|\[(?<v6>[\d.:a-f]+)\]):(?<port>\d{1,5})$/iv;

/** An address and the port written behind it as the two fields that they are; any other field as it is. */
export function addressAndPort(field: Field): Field[] {
	const portName = portFields.get(field.name);
	const {v4, v6, port} = (portName === undefined ? undefined : addressWithPort.exec(field.value)?.groups) ?? {};
	return portName === undefined || port === undefined ? [field] : [{name: field.name, value: (v4 ?? v6) as Foreign}, {name: portName, value: port as Foreign}];
}
