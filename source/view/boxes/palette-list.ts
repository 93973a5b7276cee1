import {cell, clip, type Look, row, type Span, widthOf} from '../drawing/span.ts';
import type {List} from './list-over.ts';
import type {PaletteEntry} from './palette-entry.ts';

/** The entries that fit, one a line: what kind of thing, its name, and its key or why it is off. */
export function paletteList(entries: readonly PaletteEntry[], cursor: number, {columns, look}: {readonly columns: number; readonly look: Look}): List {
	return {
		title: entries.length === 0 ? 'NOTHING HAS THESE LETTERS' : 'CHOOSE',
		cursor,
		lines: entries.map(entry => entryLine(entry, columns, look)),
	};
}

const kindCells = 7;

/** A name is worth more than what stands beside it. */
const leastTitleCells = 24;

function entryLine(entry: PaletteEntry, columns: number, look: Look): Span[] {
	const isOff = 'off' in entry;
	const roomCells = columns - kindCells - listMarginCells - 1;
	const title = cell(entry.title, look, {role: isOff ? 'quiet' : 'text'});
	const besideCells = roomCells - Math.min(widthOf(title), leastTitleCells);
	const beside = clip(look, cell(isOff ? entry.off : entry.beside, look, {role: isOff ? 'trouble' : 'key'}), besideCells);
	return [...cell(entry.kind, look, {role: 'quiet', widthCells: kindCells}), ...row(look, roomCells - widthOf(beside), title), ...cell(' ', look), ...beside];
}

/** The mark before a line, and a blank after it. */
const listMarginCells = 2;
