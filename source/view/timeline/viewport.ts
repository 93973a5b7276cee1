import {clamp} from '../drawing/numbers.ts';
import type {TimelineLine} from './timeline-lines.ts';

/** The lines that the pane shows, and the one among them that the selected row is on. */
export type Viewport = {readonly lines: readonly TimelineLine[]; readonly selectedLine: number};

/**
The lines that a pane of `height` shows when the selected row should be on `wantedLine`.
The pane never shows room past either end while there are lines to fill it.
*/
export function viewportOf(lines: readonly TimelineLine[], selectedIndex: number, wantedLine: number, height: number): Viewport {
	const selected = Math.max(0, lineOfRow(lines, selectedIndex));
	// A row of several lines should be in sight as a whole, or at least from its first line on.
	const lowestLine = Math.max(0, height - linesOfRow(lines, selectedIndex));
	const top = clamp(selected - clamp(wantedLine, 0, lowestLine), 0, Math.max(0, lines.length - height));
	return {lines: lines.slice(top, top + height), selectedLine: selected - top};
}

/** The number of lines that a row takes; one when it is not loaded. */
function linesOfRow(lines: readonly TimelineLine[], index: number): number {
	const first = lineOfRow(lines, index);
	const next = lines.findIndex((line, at) => at > first && line.type !== 'rest');
	return first === -1 ? 1 : (next === -1 ? lines.length : next) - first;
}

/** The line of a row; -1 when it is not loaded. */
export function lineOfRow(lines: readonly TimelineLine[], index: number): number {
	return lines.findIndex(line => line.type === 'row' && line.index === index);
}
