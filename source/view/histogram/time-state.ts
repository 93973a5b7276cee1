import type {TimeRange} from './histogram-bins.ts';

/** The histogram as a pane with keys of its own. */
export type TimeState = {
	/** The part of the time that is drawn while the pane has the keys, or all of it held still; undefined draws all there is by then. */
	readonly window: TimeRange | undefined;
	/** All of it, as it was when zooming began. */
	readonly whole: TimeRange | undefined;
	/** An instant, so that the cursor stays where it is while events arrive and bars move; undefined rests on the selected event. */
	readonly cursorMicros: number | undefined;
	readonly beginMicros: number | undefined;
	/** The first instant after the range. */
	readonly endMicros: number | undefined;
};

export const wholeTime: TimeState = {window: undefined, whole: undefined, cursorMicros: undefined, beginMicros: undefined, endMicros: undefined};
