import type {HitRange} from '../../engine/engine.ts';
import {glyphsFor} from './glyphs.ts';
import {cell, type Look, widthOf} from './span.ts';

type Marked = {readonly text: string; readonly marks: readonly HitRange[]};

/** `CONTOSO\dana.admin` in too few cells loses the front of its domain, as in `…SO\dana.admin`: it is the name that tells one person from another. */
export function nameInSight({text, marks}: Marked, widthCells: number, look: Look): Marked {
	const nameAt = text.search(/(?<=^[^\\]+\\)[^\\]+$/v);
	if (nameAt === -1 || widthOf(cell(text, look)) <= widthCells) {
		return {text, marks};
	}

	const {cut} = glyphsFor(look);
	let from = 1;
	while (from < nameAt && widthOf(cell(cut + text.slice(from), look)) > widthCells) {
		from++;
	}

	const shift = from - cut.length;
	return {text: cut + text.slice(from), marks: marks.filter(({end}) => end > from).map(mark => ({...mark, start: Math.max(from, mark.start) - shift, end: mark.end - shift}))};
}
