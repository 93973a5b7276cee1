import {type Foreign, foreignText} from '../domain/foreign.ts';
import {pieces, tabToken} from './pieces.ts';
import type {Shown, ShownSpan} from './shown.ts';
import {readTokens} from './token.ts';
import {kindOf} from './code-points.ts';

/** A range of UTF-16 code units to be marked, such as a search hit. Ranges come in order and do not overlap. */
export type MarkedRange = {readonly start: number; readonly end: number};

export type ShownLimits = {
	/** Stop soon after this many cells, so that a line of 10 MB costs only its visible part. */
	readonly untilCells?: number;
	/** For terminals without Unicode: everything beyond ASCII becomes a token. */
	readonly isAscii?: boolean;
};

/**
Text as spans that are safe to draw: what can be shown, and tokens for everything else. A tab becomes blanks up to the next tab stop;
apart from that the spans spell exactly `escape(text)`.
*/
export function shownSpans(text: Foreign, marks: readonly MarkedRange[] = [], {untilCells = Infinity, isAscii = false}: ShownLimits = {}): ShownSpan[] {
	const spans: ShownSpan[] = [];
	let columns = 0;
	for (const {start, end, isMarked} of stretches(text, marks)) {
		for (const piece of pieces(text, {start, end, isAscii})) {
			const span = piece.isToken && piece.text === tabToken ? blanks(tabStopCells - (columns % tabStopCells)) : piece;
			append(spans, {text: span.text as Shown, widthCells: span.widthCells, isToken: span.isToken, isMarked});
			columns += span.widthCells;
			if (columns > untilCells) {
				return spans;
			}
		}
	}

	return spans;
}

/** Text as one safe string, which `unescape` turns back exactly. A literal backslash is doubled, so that no text can pretend to be a token. */
export function escape(text: Foreign, {isAscii = false}: {readonly isAscii?: boolean} = {}): Shown {
	if (!oddUnit.test(text)) {
		return text as string as Shown;
	}

	let shown = '';
	for (const piece of pieces(text, {start: 0, end: text.length, isAscii})) {
		shown += piece.text;
	}

	return shown as Shown;
}

/** Anything but printable ASCII, and the backslash. Most lines of any log have none of these. */
const oddUnit = /[^\u{20}-\u{7E}]|\\/v;

/** The text that `escape` was given. */
export function unescape(shown: Shown): Foreign {
	return foreignText(readTokens(shown));
}

/** The tab stops of terminals, as `less` and `cat` show them. */
const tabStopCells = 8;

const blanks = (widthCells: number) => ({text: ' '.repeat(widthCells), widthCells, isToken: false});

type Stretch = MarkedRange & {readonly isMarked: boolean};

/**
The text cut where marks begin and end, but never inside a cell.

@yields Stretches in order, all of the text between them.
*/
function * stretches(text: string, marks: readonly MarkedRange[]): Generator<Stretch> {
	let from = 0;
	for (const mark of marks) {
		const start = cellEdge(text, Math.max(from, mark.start));
		const end = cellEdge(text, Math.max(start, mark.end));
		yield {start: from, end: start, isMarked: false};
		yield {start, end, isMarked: true};
		from = end;
	}

	yield {start: from, end: text.length, isMarked: false};
}

/** The first index at or after `at` where a new cell begins. */
function cellEdge(text: string, at: number): number {
	if (at <= 0 || at >= text.length) {
		return Math.min(Math.max(at, 0), text.length);
	}

	let edge = isInsidePair(text, at) ? at + 1 : at;
	while (edge < text.length && kindOf(text.codePointAt(edge)!) === 'mark') {
		edge += text.codePointAt(edge)! > 0xFF_FF ? 2 : 1;
	}

	return edge;
}

const isInsidePair = (text: string, at: number): boolean => text.codePointAt(at - 1)! > 0xFF_FF;

function append(spans: ShownSpan[], span: ShownSpan): void {
	const last = spans.at(-1);
	if (last?.isToken !== span.isToken || last.isMarked !== span.isMarked) {
		spans.push(span);
		return;
	}

	spans[spans.length - 1] = {...last, text: (last.text + span.text) as Shown, widthCells: last.widthCells + span.widthCells};
}
