import type {Span} from '../drawing/span.ts';

/** A list to choose from. It covers the last rows of the panes, so opening it moves nothing on the screen. */
export type List = {
	readonly title: string;
	readonly lines: ReadonlyArray<readonly Span[]>;
	readonly cursor: number;
};

/** The selection mark before each line, and a blank after it. */
export const listMarginCells = 2;
