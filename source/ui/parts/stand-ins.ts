import {graphemesOf} from '../../text/graphemes.ts';
import {typedCells} from '../../view/boxes/typed-text.ts';

/**
ink-text-input counts in code units: its Backspace deletes half an emoji, and its cursor can be inside one. So it gets one code unit of the same width for each
character, and what it draws is turned back. A stand-in keeps its meaning for as long as the program runs.
*/
export function standingIn(text: string): string {
	return oneUnitEach.test(text) ? text : Array.from(graphemesOf(text), ({segment}) => standInFor(segment)).join('');
}

/** Turns stand-ins back into the text as it was typed. */
export function withoutStandIns(text: string): string {
	return oneUnitEach.test(text) ? text : text.split('').map(unit => meanings.get(unit) ?? unit).join('');
}

/** What most people type: none of these characters combines with the one before it. */
const oneUnitEach = /^[\u{20}-\u{2FF}]*$/v;

function standInFor(grapheme: string): string {
	const known = standIns.get(grapheme);
	if (known !== undefined) {
		return known;
	}

	const range = ranges.find(({widthCells}) => widthCells === typedCells(grapheme));
	if (range === undefined || range.next > range.last || (grapheme.length === 1 && !isStandIn(grapheme))) {
		return grapheme;
	}

	const unit = String.fromCharCode(range.next++);
	standIns.set(grapheme, unit);
	meanings.set(unit, grapheme);
	return unit;
}

const standIns = new Map<string, string>();
const meanings = new Map<string, string>();

/** Rarely typed characters of one cell (Canadian syllabics) and of two (CJK Extension A). Private use characters would not do: they are escaped when drawn. */
const ranges = [
	{widthCells: 1, first: 0x14_01, last: 0x16_6C, next: 0x14_01},
	{widthCells: 2, first: 0x34_00, last: 0x4D_BF, next: 0x34_00},
];

const isStandIn = (unit: string): boolean => ranges.some(({first, last}) => unit.charCodeAt(0) >= first && unit.charCodeAt(0) <= last);
