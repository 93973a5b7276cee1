import type {EventRow, Page} from '../../engine/engine.ts';
import type {Span} from '../drawing/span.ts';
import type {ViewState} from '../view-state.ts';
import {zonedTime} from '../drawing/zoned-time.ts';
import {clockChange} from './clock-changes.ts';
import {rowZone} from './row-zone.ts';
import {sentenceBetween, silenceFromMicros} from './silences.ts';

/** One line of the timeline pane. Days, silences and clock changes have lines between the rows that cannot be selected. */
export type TimelineLine =
	/** `message` is shown instead of the message column's own text. */
	| {readonly type: 'row'; readonly index: number; readonly row: EventRow; readonly message?: readonly Span[]}
	/** A wrapped message continues below its row. */
	| {readonly type: 'rest'; readonly index: number; readonly indentCells: number; readonly message: readonly Span[]}
	| {readonly type: 'day'; readonly date: string; readonly weekday: string}
	| {readonly type: 'silence' | 'clocks'; readonly sentence: string};

type Circumstances = Pick<ViewState, 'query' | 'zone' | 'isOwnZone' | 'contextLines'>;

/** The loaded rows with the lines between them. Needed several times per key, so the lines of a page are kept. */
export function timelineLines(state: Circumstances, page: Page): readonly TimelineLine[] {
	const known = knownLines.get(page);
	if (known !== undefined && isSame(known.for, state)) {
		return known.lines;
	}

	const lines = linesOf(state, page);
	knownLines.set(page, {for: state, lines});
	return lines;
}

const knownLines = new WeakMap<Page, {readonly for: Circumstances; readonly lines: readonly TimelineLine[]}>();

const isSame = (one: Circumstances, other: Circumstances): boolean =>
	one.query === other.query && one.zone === other.zone && one.isOwnZone === other.isOwnZone && one.contextLines === other.contextLines;

function linesOf(state: Circumstances, page: Page): TimelineLine[] {
	const between: Between = {zones: state, fromMicros: silenceFromMicros(page, state.query), isContext: state.contextLines > 0};
	return page.rows.flatMap((row, at) => [
		...linesBetween(page.rows[at - 1], row, page.firstIndex === 0 && at === 0, between),
		{type: 'row' as const, index: page.firstIndex + at, row},
	]);
}

type Between = {readonly zones: Pick<ViewState, 'zone' | 'isOwnZone'>; readonly fromMicros: number; readonly isContext: boolean};

function linesBetween(before: EventRow | undefined, after: EventRow, isFirstOfAll: boolean, between: Between): TimelineLine[] {
	if (before === undefined && !isFirstOfAll) {
		return [];
	}

	const {date, weekday} = zonedTime(after.time.micros, rowZone(between.zones, after));
	const isNewDay = before === undefined || zonedTime(before.time.micros, rowZone(between.zones, before)).date !== date;
	const sentence = before === undefined ? undefined : sentenceBetween(before, after, between);
	const clocks = before === undefined || between.zones.isOwnZone ? undefined : clockChange(before, after, between.zones.zone);
	return [
		...(sentence === undefined ? [] : [{type: 'silence' as const, sentence}]),
		...(clocks === undefined ? [] : [{type: 'clocks' as const, sentence: clocks}]),
		...(isNewDay ? [{type: 'day' as const, date, weekday}] : []),
	];
}
