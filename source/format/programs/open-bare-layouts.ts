import {isDigit, latinText, type Run} from '../bytes/byte-text.ts';
import type {FreeNumberRuns} from '../line-memory/free-numbers.ts';
import {Template} from '../templates/template.ts';
import {type BareLayout, bareLayouts} from './bare-layouts.ts';

/** A layout with the numbers of its slots, -1 for those that it lacks. */
export type OpenLayout = {
	readonly template: Template;
	/** Slots that are numbers. */
	readonly numbers: readonly number[];
	readonly epoch: number;
	readonly time: number;
	readonly host: number;
	readonly program: number;
	readonly location: number;
	readonly messageFrom: number;
	readonly mark: number;
	readonly verdict: number;
};

export const openBareLayouts = (): readonly OpenLayout[] => bareLayouts.map(layout => openLayout(layout));

function openLayout({pattern, numbers, messageFrom = 'message', isMarked = false, isConnection = false}: BareLayout): OpenLayout {
	const template = new Template(pattern);
	return {
		template,
		numbers: numbers.map(name => template.slot(name)),
		epoch: template.slot('epoch'),
		time: template.slot('time'),
		host: template.slot('host'),
		program: template.slot('process'),
		location: template.slot('location'),
		messageFrom: template.slot(messageFrom),
		verdict: isConnection ? template.slot('verdict') : -1,
		mark: isMarked ? template.slot('mark') : -1,
	};
}

/** Whether those slots of the line matched last are numbers. A loop: a function made anew for every line costs more than what it looks at. */
export function hasNumbers({numbers, template: {starts, ends}}: OpenLayout, bytes: Uint8Array): boolean {
	for (const slot of numbers) {
		if (!isNumber(bytes, starts[slot]!, ends[slot]!)) {
			return false;
		}
	}

	return true;
}

function isNumber(bytes: Uint8Array, start: number, end: number): boolean {
	for (let at = start; at < end; at++) {
		if (!isDigit(bytes[at])) {
			return false;
		}
	}

	return end > start;
}

/** Which numbers of the line matched last no column is told by: those of its message as of any, and those of the slots before it. Cold. */
export function freeBareNumbers(layout: OpenLayout, bytes: Uint8Array, {start, end}: Run): FreeNumberRuns {
	const {template: {names, starts, ends}, messageFrom, program, mark} = layout;
	const read = new Set([program, mark, ...isApart(layout, bytes) ? [] : [layout.time, layout.location]]);
	const before = names.keys().filter(slot => slot < messageFrom && !read.has(slot));
	// By its first byte it is told which formats are asked about a line.
	return {texts: [{start: starts[messageFrom]!, end}], values: before.map(slot => ({start: Math.max(starts[slot]!, start + 1), end: ends[slot]!})).toArray()};
}

/** Of a line of syslog behind its seconds since 1970: whether its time ends where it does whatever its numbers are. A year or a zone may stand behind it. */
const isApart = ({time, location, template: {starts, ends}}: OpenLayout, bytes: Uint8Array): boolean =>
	location >= 0 && ends[time]! - starts[time]! <= longestTimeBytes && /^[A-Za-z][^+\-]{3}/v.test(latinText(bytes, starts[location]!, ends[location]!));

const longestTimeBytes = 'Nov 19 12:01:01'.length;
