import {graphemesOf} from '../../text/graphemes.ts';
import {typedCells} from '../../view/boxes/typed-text.ts';

/**
ink-text-input counts in code units: its Backspace takes half an emoji, its cursor stands inside one and is drawn beside it. So it is given one code unit
for each character, as wide as what it stands for, and what it draws is turned back. A stand-in keeps its meaning as long as the program runs.
*/
export function standingIn(text: string): string {
	return oneUnitEach.test(text) ? text : Array.from(graphemesOf(text), ({segment}) => standInFor(segment)).join('');
}

/** Text with its stand-ins, as it was typed. */
export function withoutStandIns(text: string): string {
	return oneUnitEach.test(text) ? text : text.split('').map(unit => meanings.get(unit) ?? unit).join('');
}

/** What most people type; none of these joins the character before it. */
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

/** Of the characters with one cell and with two, these (Canadian syllabics, CJK Extension A) are typed least; private use would be spelled out as a pasted control is. */
const ranges = [
	{widthCells: 1, first: 0x14_01, last: 0x16_6C, next: 0x14_01},
	{widthCells: 2, first: 0x34_00, last: 0x4D_BF, next: 0x34_00},
];

const isStandIn = (unit: string): boolean => ranges.some(({first, last}) => unit.charCodeAt(0) >= first && unit.charCodeAt(0) <= last);
