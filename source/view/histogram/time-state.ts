import type {TimeRange} from './histogram-bins.ts';

/** The state of the histogram as a pane. */
export type TimeState = {
	/** The range drawn while the pane has the focus, zoomed in or held still; undefined draws everything and grows with the log. */
	readonly window: TimeRange | undefined;
	/** The whole range as it was when zooming or choosing began. */
	readonly whole: TimeRange | undefined;
	/** An instant rather than a bar, so that the cursor keeps its place while bars move; undefined puts it on the selected event. */
	readonly cursorMicros: number | undefined;
	readonly beginMicros: number | undefined;
	/** The first instant after the range. */
	readonly endMicros: number | undefined;
};

export const wholeTime: TimeState = {window: undefined, whole: undefined, cursorMicros: undefined, beginMicros: undefined, endMicros: undefined};
