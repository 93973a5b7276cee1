import type {Field} from '../../domain/field.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {ascii} from '../bytes/byte-text.ts';
import {jsonText} from './json-text.ts';
import {JsonMembers} from './json-members.ts';
import {endOfValue, isSpaceByte, jsonKinds, kindOf, type JsonKind} from './json-values.ts';

/** Objects inside objects taken apart; what lies deeper is one value with its text. */
const deepest = 6;

/** Fields of one record; the rest stays in its raw text. */
const mostFields = 1000;

/**
Every value of a JSON object as a field. Names are paths joined by dots; elements of a list share a name; null is absent.
Numbers keep the digits they were written with, which a double would lose beyond 2^53.
*/
export function jsonFields(bytes: Uint8Array, start: number, end: number): Field[] {
	const fields: Field[] = [];
	addObject({bytes, fields}, '', {start, end}, 0);
	return fields;
}

/** As `jsonFields`, for an event that is several objects (the start and the end of an operation). */
export function fieldsOfObjects(bytes: Uint8Array): Field[] {
	const fields: Field[] = [];
	forEachElement(bytes, -1, bytes.length, ({start, end}) => {
		fields.push(...jsonFields(bytes, start, end));
	});
	return fields;
}

type Into = {readonly bytes: Uint8Array; readonly fields: Field[]};

/** By depth: what lies inside an object is read while the object is. */
const scanners: JsonMembers[] = [];

function addObject(into: Into, prefix: string, {start, end}: Place, depth: number): void {
	scanners[depth] ??= new JsonMembers();
	const members = scanners[depth];
	members.forget();
	if (!members.read(into.bytes, start, end)) {
		return;
	}

	for (let member = 0; member < members.count; member++) {
		const key = jsonText(into.bytes, members.keyStarts[member]!, members.keyEnds[member]!);
		addValue(into, prefix === '' ? key : `${prefix}.${key}`, {kind: members.kinds[member] as JsonKind, start: members.starts[member]!, end: members.ends[member]!}, depth);
	}
}

type Place = {readonly start: number; readonly end: number};
type Value = Place & {readonly kind: JsonKind};

function addValue(into: Into, name: string, {kind, start, end}: Value, depth: number): void {
	if (kind === jsonKinds.null || into.fields.length >= mostFields) {
		return;
	}

	if (kind === jsonKinds.object && depth < deepest) {
		addObject(into, name, {start, end}, depth + 1);
	} else if (kind === jsonKinds.array && depth < deepest) {
		addElements(into, name, {start, end}, depth + 1);
	} else {
		const value = kind === jsonKinds.string ? jsonText(into.bytes, start, end) : decodeForeign(into.bytes, start, end);
		into.fields.push({name, value});
	}
}

function addElements(into: Into, name: string, {start, end}: Place, depth: number): void {
	forEachElement(into.bytes, start, end, element => {
		addValue(into, name, element, depth);
	});
}

/** Calls `see` with every element of the JSON array `bytes[start, end)`; of a string, with what lies between its quotes. */
export function forEachElement(bytes: Uint8Array, start: number, end: number, see: (element: Value) => void): void {
	let at = start + 1;
	while (at < end) {
		if (isSpaceByte(bytes[at]!) || bytes[at] === ascii.comma) {
			at++;
			continue;
		}

		const kind = kindOf(bytes, at, end);
		const valueEnd = endOfValue(bytes, at, end, kind);
		if (valueEnd < 0) {
			return;
		}

		see(kind === jsonKinds.string ? {kind, start: at + 1, end: valueEnd - 1} : {kind, start: at, end: valueEnd});
		at = valueEnd;
	}
}
