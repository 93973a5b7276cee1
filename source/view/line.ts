import type {SearchTrouble} from '../engine/engine.ts';
import type {SavedView} from '../query/built-in-views.ts';
import type {Query} from '../query/query.ts';
import type {PaletteEntry} from './palette-entry.ts';
import {writingBoxes} from './writing.ts';

/** Boxes on the status line whose text counts when Enter is pressed. */
export const lineBoxes = ['time', 'query', 'palette', 'save', 'export', ...writingBoxes] as const;

export type LineBox = (typeof lineBoxes)[number];

/** What the text of such a box means. */
export type LineReading =
	| {readonly type: 'time'; readonly micros: number}
	| {readonly type: 'query'; readonly query: Query}
	/** A file to write, and the form that its name asks for. */
	| {readonly type: 'file'; readonly form: string}
	| {readonly type: 'palette'; readonly entries: readonly PaletteEntry[]}
	/** A name for the present filters. */
	| {readonly type: 'view'; readonly view: SavedView}
	| {readonly type: 'answer'; readonly text: string}
	| {readonly type: 'trouble'; readonly trouble: SearchTrouble};

export type LineState = {
	readonly box: LineBox;
	/** Undefined until the interpreter has spelled what the box opens with. */
	readonly text: string | undefined;
	/** What the text means; undefined until the interpreter has read it. */
	readonly reading: LineReading | undefined;
	/** Names of filters that fit the one being typed, the best first. */
	readonly names?: readonly string[];
	/** Which line of the list that belongs to the box is chosen, if one is. */
	readonly cursor?: number | undefined;
	/** What was answered to Enter, until something else is typed. */
	readonly reply?: {readonly sentence: string; readonly isQuestion: boolean};
};

/** What Enter in the palette would do. */
export function chosenEntry(line: LineState | undefined): PaletteEntry | undefined {
	return line?.reading?.type === 'palette' && line.cursor !== undefined ? line.reading.entries[line.cursor] : undefined;
}
