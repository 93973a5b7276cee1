import {glyphsFor} from '../drawing/glyphs.ts';
import type {Look} from '../drawing/span.ts';

/** A field's name in so many cells. Names of nested fields begin alike (`initiatedBy.user.ipAddress`), so their end is kept: whole parts where the last one fits. */
export function fieldName(name: string, widthCells: number, look: Look): string {
	if (name.length <= widthCells || !name.includes('.')) {
		return name;
	}

	const {cut} = glyphsFor(look);
	const room = widthCells - cut.length;
	const parts = name.split('.');
	const ends = parts.map((_, at) => parts.slice(at).join('.'));
	return cut + (ends.find(end => end !== '' && end.length <= room) ?? [...name].slice(-room).join(''));
}
