import {glyphsFor} from './glyphs.ts';
import {clamp} from './numbers.ts';
import type {PaneLine, PaneSize} from './pane-line.ts';
import {blank, cell, type Look, row, type Span} from './span.ts';

/** Whether a line is the chosen one, and whether it bears the mark: of an entry with several lines only the first does. */
export type Choice = {readonly isChosen: boolean; readonly hasMark?: boolean};

/** A line of a list with the selection mark before it, on the ground of the selection where it is chosen. */
export function choiceLine(spans: readonly Span[], {isChosen, hasMark = isChosen}: Choice, columns: number, look: Look): Span[] {
	const mark = cell(hasMark ? glyphsFor(look).selected : ' ', look, {role: 'focus'});
	const line = row(look, columns, [...mark, ...spans]);
	return isChosen ? line.map(span => ({...span, ground: 'selected'})) : line;
}

/** The first of `count` lines to show in `room` rows, with the cursor in the middle where there are lines enough on both sides. */
export function topAround(cursor: number, room: number, count: number): number {
	return clamp(cursor - Math.floor(room / 2), 0, Math.max(0, count - room));
}

/** Lines of a pane, filled up with blank ones to its height. */
export function filledPane(lines: readonly PaneLine[], {columns, rows}: PaneSize): PaneLine[] {
	return [...lines, ...Array.from({length: rows - lines.length}, () => ({spans: blank(columns)}))];
}
