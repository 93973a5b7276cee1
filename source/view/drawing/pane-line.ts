import type {TextBox} from '../view-state.ts';
import type {Span} from './span.ts';

/** Room of a pane, its title row counted. */
export type PaneSize = {readonly columns: number; readonly rows: number};

/** The room that a text box has on a line, and what comes after it. */
export type InputPlace = {
	readonly box: TextBox;
	readonly text: string;
	readonly widthCells: number;
	/** Another one puts the cursor at the end. */
	readonly edition?: number;
	readonly after: readonly Span[];
};

/** One line of a pane, or of the whole screen. */
export type PaneLine = {readonly spans: readonly Span[]; readonly input?: InputPlace};

/** Lines of neighbouring panes as one, a rule between. */
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
