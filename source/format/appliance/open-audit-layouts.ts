import {afterSpaces, ascii, bytesOf, nextByte} from '../bytes/byte-text.ts';
import type {Stamp, TimeReader} from '../time/stamp.ts';
import {Template} from '../templates/template.ts';
import {readIsoTime} from '../time/time-iso.ts';
import {readDayFirstTime, readMonthFirstTime} from '../time/time-slashed.ts';
import type {AuditLayout} from './audit-layouts.ts';

/** A layout of the console audit log, ready to be matched. */
export type OpenAuditLayout = {
	/** The layout, or what of it is behind its time. */
	readonly template: Template;
	readonly actionEnd: Uint8Array;
	readonly level: number;
	readonly actor: number;
	readonly record: number;
	/** Of a layout that begins with its time. */
	readonly readTime: TimeReader;
	match(bytes: Uint8Array, start: number, end: number): boolean;
};

/** Opens a layout: times go into the stamp. */
export function openAuditLayout({pattern, dateOrder, actionEndsWith}: AuditLayout, stamp: Stamp): OpenAuditLayout {
	const mark = markBehindTime.exec(pattern)?.[0].codePointAt(0);
	const template = new Template(mark === undefined ? pattern : pattern.slice(pattern.indexOf(' ') + 1));
	const order = dateOrders[dateOrder];
	return {
		template,
		actionEnd: bytesOf(actionEndsWith),
		level: template.slot('level'),
		actor: template.slot('actor'),
		record: template.slot('record'),
		readTime: order.read,
		match: mark === undefined ? matching(template, order, stamp) : matchingFromMark(template, mark, order, stamp),
	};
}

/** How a time is read, and whether one can begin there: most lines of other logs are turned away by that look. */
type DateOrder = {readonly read: TimeReader; canBegin(bytes: Uint8Array, at: number): boolean};

const isShortDate = (bytes: Uint8Array, at: number): boolean => bytes[at + 1] === ascii.slash || bytes[at + 2] === ascii.slash;

const dateOrders: Record<AuditLayout['dateOrder'], DateOrder> = {
	'year-first': {read: readIsoTime, canBegin: (bytes, at) => bytes[at + 4] === ascii.minus || bytes[at + 4] === ascii.slash},
	'day-first': {read: readDayFirstTime, canBegin: isShortDate},
	'month-first': {read: readMonthFirstTime, canBegin: isShortDate},
};

function matching(template: Template, {read}: DateOrder, stamp: Stamp): OpenAuditLayout['match'] {
	let line: Uint8Array;
	const readTime = (at: number, end: number): number => read(line, at, end, stamp) ? stamp.end : -1;
	return (bytes, start, end) => {
		line = bytes;
		return template.match(bytes, start, end, readTime);
	};
}

/**
The same of a layout whose time comes first and has a mark behind it. No time holds such a mark, so the first one is where the rest must begin; most
lines of other program logs begin alike, and reading their times would cost more than all that tells them apart.
*/
function matchingFromMark(template: Template, mark: number, {read, canBegin}: DateOrder, stamp: Stamp): OpenAuditLayout['match'] {
	return (bytes, start, end) => {
		const markAt = canBegin(bytes, start) ? nextByte(bytes, mark, start + fewestTimeBytes, Math.min(end, start + mostTimeBytes)) : -1;
		return markAt >= 0 && bytes[markAt - 1] === ascii.space && template.match(bytes, markAt, end)
			&& read(bytes, start, end, stamp) && afterSpaces(bytes, stamp.end, end) === markAt;
	};
}

/** What a layout writes right behind its time. */
const markBehindTime = /(?<=^\{time\} )[\[\|]/v;

/** What stands behind a time begins between them. */
const fewestTimeBytes = '3/4/2026 8:50'.length;
const mostTimeBytes = 64;
