import {cell, clip, type Look, row, type Span, widthOf} from '../drawing/span.ts';
import {type List, listMarginCells} from './list.ts';
import type {PaletteEntry} from './palette-entry.ts';

/** The entries that match, one per line: kind, name, and the key or why the entry is off. */
export function paletteList(entries: readonly PaletteEntry[], cursor: number, {columns, look}: {readonly columns: number; readonly look: Look}): List {
	return {
		title: entries.length === 0 ? 'NOTHING HERE HAS THESE LETTERS; / searches the events' : 'CHOOSE',
		cursor,
		lines: entries.map(entry => entryLine(entry, columns, look)),
	};
}

const kindCells = 7;

/** The name keeps this much room, whatever stands beside it. */
const leastTitleCells = 24;

function entryLine(entry: PaletteEntry, columns: number, look: Look): Span[] {
	const isOff = 'off' in entry;
	const roomCells = columns - kindCells - listMarginCells - 1;
	const title = cell(entry.title, look, {role: isOff ? 'quiet' : 'text'});
	const besideCells = roomCells - Math.min(widthOf(title), leastTitleCells);
	const beside = clip(look, cell(isOff ? entry.off : entry.beside, look, {role: isOff ? 'trouble' : 'key'}), besideCells);
	return [...cell(entry.kind, look, {role: 'quiet', widthCells: kindCells}), ...row(look, roomCells - widthOf(beside), title), ...cell(' ', look), ...beside];
}

