import type {EventRow, Page} from '../engine/engine.ts';
import type {Span} from './span.ts';
import {duration, type Zone, zonedTime} from './zoned-time.ts';

/** One line of the timeline pane. Day and silence lines stand between rows and cannot be selected. */
export type TimelineLine =
	/** `message` takes the place of what its column would show. */
	| {readonly type: 'row'; readonly index: number; readonly row: EventRow; readonly message?: readonly Span[]}
	/** A message goes on below its row. */
	| {readonly type: 'rest'; readonly index: number; readonly indentCells: number; readonly message: readonly Span[]}
	| {readonly type: 'day'; readonly date: string; readonly weekday: string}
	| {readonly type: 'silence'; readonly sentence: string};

/** A pause this long is worth a line of its own. */
const silenceMicros = 3600e6;

/** The loaded rows with the lines that stand between them. */
export function timelineLines(page: Page, zone: Zone): TimelineLine[] {
	return page.rows.flatMap((row, at) => [
		...linesBetween(page.rows[at - 1], row, page.firstIndex === 0 && at === 0, zone),
		{type: 'row' as const, index: page.firstIndex + at, row},
	]);
}

function linesBetween(before: EventRow | undefined, after: EventRow, isFirstOfAll: boolean, zone: Zone): TimelineLine[] {
	if (before === undefined && !isFirstOfAll) {
		return [];
	}

	const {date, weekday} = zonedTime(after.time.micros, zone);
	if (before === undefined || zonedTime(before.time.micros, zone).date !== date) {
		return [{type: 'day', date, weekday}];
	}

	const silence = after.time.micros - before.time.micros;
	return silence < silenceMicros ? [] : [{type: 'silence', sentence: `nothing for ${duration(Math.floor(silence / 1e6))}`}];
}
