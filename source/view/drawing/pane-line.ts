import type {TextBox} from '../view-state.ts';
import type {Span} from './span.ts';

/** The size of a pane, including its title row. */
export type PaneSize = {readonly columns: number; readonly rows: number};

/** A text box on a line, and what follows it there. */
export type InputPlace = {
	readonly box: TextBox;
	readonly text: string;
	readonly widthCells: number;
	/** A change of this number moves the cursor to the end of the text. */
	readonly edition?: number;
	readonly after: readonly Span[];
};

/** One line of a pane, or of the whole screen. */
export type PaneLine = {readonly spans: readonly Span[]; readonly input?: InputPlace};

/** Joins one line each of neighbouring panes, with a rule between them. */
export function beside(lines: readonly PaneLine[], rule: readonly Span[]): PaneLine {
	let whole: PaneLine = {spans: []};
	for (const [at, line] of lines.entries()) {
		whole = joined(at === 0 ? whole : joined(whole, {spans: rule}), line);
	}

	return whole;
}

function joined(left: PaneLine, right: PaneLine): PaneLine {
	return left.input === undefined ? {spans: [...left.spans, ...right.spans], ...(right.input && {input: right.input})} : {spans: left.spans, input: {...left.input, after: [...left.input.after, ...right.spans]}};
}
