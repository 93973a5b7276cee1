import type {SearchTrouble} from '../../engine/engine.ts';
import type {Query} from '../../query/query.ts';
import type {ViewChange} from '../../query/view-change.ts';
import type {PaletteEntry} from './palette-entry.ts';
import {writingBoxes} from './writing.ts';

/** Boxes on the status line whose text counts when Enter is pressed. */
export const lineBoxes = ['time', 'query', 'palette', 'save', 'rename', 'export', ...writingBoxes] as const;

export type LineBox = (typeof lineBoxes)[number];

/** What the text of such a box means. */
export type LineReading =
	| {readonly type: 'time'; readonly micros: number}
	| {readonly type: 'query'; readonly query: Query}
	/** A file to write, the form that its name asks for, and the name that asks for the next one. */
	| {readonly type: 'file'; readonly form: string; readonly inNextForm: string}
	| {readonly type: 'palette'; readonly entries: readonly PaletteEntry[]}
	/** A name for the present filters, or another for a view. */
	| {readonly type: 'view'; readonly change: ViewChange}
	| {readonly type: 'answer'; readonly text: string}
	| {readonly type: 'trouble'; readonly trouble: SearchTrouble};

export type LineState = {
	readonly box: LineBox;
	/** The view that is to be renamed. */
	readonly viewName?: string | undefined;
	/** Undefined until the interpreter has spelled what the box opens with. */
	readonly text: string | undefined;
	/** What the text means; undefined until the interpreter has read it. */
	readonly reading: LineReading | undefined;
	/** Names of filters that fit the one being typed, the best first. */
	readonly names?: readonly string[];
	/** Which line of the list that belongs to the box is chosen, if one is. */
	readonly cursor?: number | undefined;
	/** What was answered to Enter, until something else is typed. */
	readonly reply?: Reply | undefined;
};

/** `again`: what another Enter does, where it is a question. */
export type Reply = {readonly sentence: string; readonly again?: string | undefined};

/** What Enter in the palette would do. */
export function chosenEntry(line: LineState | undefined): PaletteEntry | undefined {
	return line?.reading?.type === 'palette' && line.cursor !== undefined ? line.reading.entries[line.cursor] : undefined;
}
