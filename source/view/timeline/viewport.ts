import {clamp} from '../drawing/numbers.ts';
import type {TimelineLine} from './timeline-lines.ts';

/** Which lines the pane shows, and on which line of it the selected row lies. */
export type Viewport = {readonly lines: readonly TimelineLine[]; readonly selectedLine: number};

/**
The lines that a pane of `height` shows when the selected row wants to lie on `wantedLine`.
Neither end of the lines is left behind while there are lines to show.
*/
export function viewportOf(lines: readonly TimelineLine[], selectedIndex: number, wantedLine: number, height: number): Viewport {
	const selected = Math.max(0, lineOfRow(lines, selectedIndex));
	// All of a row that takes several lines is wanted in sight, its head before all.
	const lowestLine = Math.max(0, height - linesOfRow(lines, selectedIndex));
	const top = clamp(selected - clamp(wantedLine, 0, lowestLine), 0, Math.max(0, lines.length - height));
	return {lines: lines.slice(top, top + height), selectedLine: selected - top};
}

/** How many lines a row takes; one when it is not loaded. */
function linesOfRow(lines: readonly TimelineLine[], index: number): number {
	const first = lineOfRow(lines, index);
	const next = lines.findIndex((line, at) => at > first && line.type !== 'rest');
	return first === -1 ? 1 : (next === -1 ? lines.length : next) - first;
}

/** The line of a row; -1 when it is not loaded. */
export function lineOfRow(lines: readonly TimelineLine[], index: number): number {
	return lines.findIndex(line => line.type === 'row' && line.index === index);
}
