import type {Field} from '../../domain/field.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {portColon, portFields} from '../vocabulary/address-port.ts';
import {afterSpaces, ascii, beforeSpaces, bytesOf, firstWord, nextByte, type Run} from '../bytes/byte-text.ts';
import {addressStart} from '../templates/sentence-words.ts';
import type {Template} from '../templates/template.ts';

/** What the slots of a message are as fields. */
export function slotFields({names, starts, ends}: Template, bytes: Uint8Array, hasOpener: boolean): Field[] {
	return names.flatMap((name, slot) => {
		const port = portFields.get(name);
		if (port !== undefined) {
			return addressFields({name, port}, bytes, {start: addressStart(bytes, starts[slot]!), end: ends[slot]!});
		}

		const from = afterSpaces(bytes, starts[slot]!, ends[slot]!);
		const to = slotEnd(name, bytes, {start: from, end: ends[slot]!});
		return noFields.has(name) || to <= from ? [] : [{name: fieldName(name, hasOpener), value: decodeForeign(bytes, from, to)}];
	});
}

/** Slots that only take what stands there. */
const noFields: ReadonlySet<string> = new Set(['tail', 'more', 'pairs', 'failures']);

function addressFields({name, port}: {readonly name: string; readonly port: string}, bytes: Uint8Array, {start, end}: Run): Field[] {
	const from = afterSpaces(bytes, start, end);
	const to = beforeSpaces(bytes, from, end);
	const colon = portColon(bytes, from, to);
	const address = {name, value: decodeForeign(bytes, from, colon < 0 ? to : colon)};
	if (to <= from) {
		return [];
	}

	return colon < 0 ? [address] : [address, {name: port, value: decodeForeign(bytes, colon + 1, to)}];
}

/** Slots that hold a name with perhaps a number behind it. */
const peopleSlots: ReadonlySet<string> = new Set(['user', 'sessionUser', 'by']);

/** sudo writes further settings behind the user: `USER=root ; GROUP=adm ; COMMAND=`. */
const settingMark = bytesOf(' ; ');

function slotEnd(name: string, bytes: Uint8Array, {start, end}: Run): number {
	if (peopleSlots.has(name)) {
		return nameEnd(bytes, start, end);
	}

	const mark = name === 'targetUser' ? firstWord(bytes, settingMark, start, end) : -1;
	return mark < 0 ? beforeSpaces(bytes, start, end) : mark;
}

function fieldName(slot: string, hasOpener: boolean): string {
	if (slot === 'sessionUser') {
		return hasOpener ? 'targetUser' : 'user';
	}

	return slot === 'by' ? 'user' : slot;
}

const uidMark = bytesOf('(uid=');

/** A name without the `(uid=1001)` behind it. */
export function nameEnd(bytes: Uint8Array, start: number, end: number): number {
	const mark = firstWord(bytes, uidMark, start, end);
	return mark < 0 || nextByte(bytes, ascii.space, mark, end) >= 0 ? beforeSpaces(bytes, start, end) : mark;
}
