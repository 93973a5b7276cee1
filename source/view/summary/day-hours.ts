import {glyphsFor} from '../drawing/glyphs.ts';
import {isNarrowScreen} from '../drawing/narrow.ts';
import type {Look} from '../drawing/span.ts';

/** The cells that the hours of a day take: one each, or one for two of them. */
export const dayCells = (columns: number): number => isNarrowScreen(columns) ? 12 : 24;

/** The hours above their cells: `0     6     12    18`. */
export function dayScale(cells: number): string {
	return ['0', '6', '12', '18'].map(hour => hour.padEnd(cells / 4)).join('');
}

/** How often something happened in the hours of the day, beside its own busiest hour. Whatever happened at all is visible. */
export function dayBars(hours: readonly number[], cells: number, look: Look): string {
	const {ramp} = glyphsFor(look);
	const steps = ramp.length - 1;
	const perCell = hours.length / cells;
	const counts = Array.from({length: cells}, (_, at) => hours.slice(at * perCell, (at + 1) * perCell).reduce((sum, count) => sum + count, 0));
	const most = Math.max(1, ...counts);
	return counts.map(count => ramp[count === 0 ? 0 : Math.max(1, Math.round((count / most) * steps))]!).join('');
}
