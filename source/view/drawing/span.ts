import {type Foreign, foreignText} from '../../domain/foreign.ts';
import {clipCells, padCells} from '../../text/clip.ts';
import {type MarkedRange, shownSpans} from '../../text/escape.ts';
import type {Shown, ShownSpan} from '../../text/shown.ts';

/** What a run of text is for; the theme decides how each role looks. */
export type Role =
	| 'text' | 'quiet' | 'heading' | 'focus' | 'name' | 'number'
	| 'live' | 'paused' | 'busy' | 'trouble'
	| 'none' | 'info' | 'notice' | 'alert'
	| 'gap' | 'divider' | 'rule'
	| 'hit' | 'token' | 'include' | 'exclude' | 'chip' | 'key';

/** The background of a run: the selected row, the selected row of a pane without the focus, or the one cell a key would act on. */
export type Ground = 'plain' | 'selected' | 'remembered' | 'chosen';

export type Span = {readonly text: Shown; readonly widthCells: number; readonly role: Role; readonly ground: Ground};

/** The terminal's abilities that a picture depends on. */
export type Look = {readonly isUnicode: boolean; readonly hasColours: boolean};

export type CellStyle = {
	readonly role?: Role;
	readonly ground?: Ground;
	/** Exactly this many cells: longer text is cut with a mark, shorter text is padded. */
	readonly widthCells?: number;
	readonly align?: 'start' | 'end';
	readonly marks?: readonly MarkedRange[];
};

/** Text as spans. The program's own text and foreign text are escaped alike. */
export function cell(text: string | Foreign, look: Look, {role = 'text', ground = 'plain', widthCells, align = 'start', marks = []}: CellStyle = {}): Span[] {
	const isAscii = !look.isUnicode;
	const spans = bracketed(shownSpans(foreignText(text), marks, {isAscii, ...(widthCells !== undefined && {untilCells: widthCells})}), look);
	const fitted = widthCells === undefined ? spans : padCells(clipCells(spans, widthCells, {isAscii}), widthCells, align === 'end' ? 'start' : 'end');
	return fitted.map(span => ({text: span.text, widthCells: span.widthCells, role: roleOf(span, role), ground}));
}

/** Blank cells. */
export function blank(widthCells: number, ground: Ground = 'plain'): Span[] {
	return widthCells <= 0 ? [] : cell('', asciiLook, {widthCells, ground});
}

/** The width of all spans together, in cells. */
export function widthOf(spans: readonly Span[]): number {
	let sum = 0;
	for (const span of spans) {
		sum += span.widthCells;
	}

	return sum;
}

/** A row of exactly `widthCells`: `left`, blanks, and `right` where there is room for both. */
export function row(look: Look, widthCells: number, left: readonly Span[], right: readonly Span[] = []): Span[] {
	const isRightKept = widthOf(left) + widthOf(right) <= widthCells;
	const kept = clip(look, left, widthCells);
	const ending = isRightKept ? right : [];
	return [...kept, ...blank(widthCells - widthOf(kept) - widthOf(ending)), ...ending];
}

/** The spans cut to `widthCells`; the last cell marks a cut. */
export function clip(look: Look, spans: readonly Span[], widthCells: number): Span[] {
	const kept: Span[] = [];
	let leftCells = widthCells;
	for (const span of spans) {
		kept.push(...(span.widthCells <= leftCells ? [span] : cut(look, span, leftCells)));
		leftCells -= span.widthCells;
		if (leftCells <= 0) {
			break;
		}
	}

	return kept;
}

function cut({isUnicode}: Look, span: Span, widthCells: number): Span[] {
	const shown = clipCells([{...span, isToken: false, isMarked: false}], widthCells, {isAscii: !isUnicode});
	return padCells(shown, widthCells).map(({text, widthCells: cells}) => ({...span, text, widthCells: cells}));
}

const asciiLook: Look = {isUnicode: false, hasColours: false};

function roleOf(span: ShownSpan, role: Role): Role {
	if (span.isMarked) {
		return 'hit';
	}

	return span.isToken ? 'token' : role;
}

/** Without colours hits are put in brackets, which take cells of their own. */
function bracketed(spans: ShownSpan[], look: Look): ShownSpan[] {
	if (look.hasColours) {
		return spans;
	}

	return spans.flatMap((span, index) => span.isMarked
		? [...(spans[index - 1]?.isMarked ? [] : bracket('[')), span, ...(spans[index + 1]?.isMarked ? [] : bracket(']'))]
		: [span]);
}

const bracket = (glyph: string): ShownSpan[] => shownSpans(foreignText(glyph)).map(span => ({...span, isMarked: true}));
