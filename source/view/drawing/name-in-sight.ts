import type {HitRange} from '../../engine/engine.ts';
import {graphemesOf} from '../../text/graphemes.ts';
import {glyphsFor} from './glyphs.ts';
import {cell, type Look, widthOf} from './span.ts';

export type Marked = {readonly text: string; readonly marks: readonly HitRange[]};

/**
A name in too few cells, cut where it tells least, because names of one place begin alike and differ at their end. `CONTOSO\dana.admin` loses the front of its domain, as in
`…SO\dana.admin`, `dana.admin@contoso.com` the end of its own, and any other name its middle: `plant-ham…-10.jsonl`. Several words are no name and keep their beginning.
*/
export function nameInSight(name: Marked, widthCells: number, look: Look): Marked {
	const {text} = name;
	if (/\s/v.test(text) || isFitting(text, widthCells, look)) {
		return name;
	}

	const personAt = text.search(/(?<=^[^\\]+\\)[^\\]+$/v);
	return personAt === -1 ? withoutEnd(name, {end: text.indexOf('@'), widthCells}, look) : withoutFront(name, {personAt, widthCells}, look);
}

/** A host's name loses its domain first; an address is a name like others. */
export function hostInSight(name: Marked, widthCells: number, look: Look): Marked {
	const {text} = name;
	const domainAt = /^\d*[^\s\d.:][^\s.:]*\.(?=\S*$)/v.exec(text)?.[0].length ?? 0;
	return domainAt === 0 || isFitting(text, widthCells, look) ? nameInSight(name, widthCells, look) : withoutEnd(name, {end: domainAt - 1, widthCells}, look);
}

/** No cell holds more of a text. */
const mostUnitsInCell = 16;

const isFitting = (text: string, widthCells: number, look: Look): boolean =>
	text.length <= widthCells * mostUnitsInCell && widthOf(cell(text, look)) <= widthCells;

function withoutFront({text, marks}: Marked, {personAt, widthCells}: {readonly personAt: number; readonly widthCells: number}, look: Look): Marked {
	const {cut} = glyphsFor(look);
	let from = 1;
	while (from < personAt && widthOf(cell(cut + text.slice(from), look)) > widthCells) {
		from++;
	}

	const shift = from - cut.length;
	return {text: cut + text.slice(from), marks: marks.filter(({end}) => end > from).map(mark => ({...mark, start: Math.max(from, mark.start) - shift, end: mark.end - shift}))};
}

/** What stands before `end` is kept whole where it fits, and loses its middle otherwise. */
function withoutEnd(name: Marked, {end, widthCells}: {readonly end: number; readonly widthCells: number}, look: Look): Marked {
	if (end <= 0) {
		return withoutMiddle(name, widthCells, look);
	}

	const text = name.text.slice(0, end);
	const marks = name.marks.filter(({start}) => start < end).map(mark => ({...mark, end: Math.min(mark.end, end)}));
	return isFitting(text, widthCells - 1, look) ? name : withoutMiddle({text, marks}, widthCells, look);
}

/** Fewer cells show nothing of two ends. */
const leastCells = 8;

/** A name with bytes that are no text keeps its beginning: cut away with the middle, nobody would see that it is odd. */
function withoutMiddle(name: Marked, widthCells: number, look: Look): Marked {
	const {text, marks} = name;
	const most = widthCells * mostUnitsInCell;
	const isOdd = cell(text.slice(0, most), look).some(({role}) => role === 'token');
	if (isOdd || widthCells < leastCells) {
		return name;
	}

	const {cut} = glyphsFor(look);
	const endCells = (widthCells - 1) / 2;
	const head = unitsWithin(charactersOf(text.slice(0, most)), Math.ceil(endCells), look);
	const tail = text.length - unitsWithin(charactersOf(text.slice(-most)).toReversed(), Math.floor(endCells), look);
	return {text: text.slice(0, head) + cut + text.slice(tail), marks: marks.map(mark => aroundCut(mark, {head, tail, cutUnits: cut.length}))};
}

const charactersOf = (text: string): string[] => /^\p{ASCII}*$/v.test(text) ? [...text] : [...graphemesOf(text)].map(({segment}) => segment);

/** The length of as many of the characters as fit. */
function unitsWithin(characters: readonly string[], widthCells: number, look: Look): number {
	let leftCells = widthCells;
	let units = 0;
	for (const character of characters) {
		leftCells -= widthOf(cell(character, look));
		if (leftCells < 0) {
			break;
		}

		units += character.length;
	}

	return units;
}

/** What is found in the middle marks the cut: it lies there. */
function aroundCut(mark: HitRange, {head, tail, cutUnits}: {readonly head: number; readonly tail: number; readonly cutUnits: number}): HitRange {
	const shift = tail - head - cutUnits;
	return {
		...mark,
		start: mark.start < tail ? Math.min(mark.start, head) : mark.start - shift,
		end: mark.end <= head ? mark.end : Math.max(mark.end - shift, head + cutUnits),
	};
}
