import type {SearchTrouble} from '../../engine/engine.ts';
import type {Query} from '../../query/query.ts';
import type {ViewChange} from '../../query/view-change.ts';
import type {PaletteEntry} from './palette-entry.ts';
import {writingBoxes} from './writing.ts';

/** Boxes on the status line whose text takes effect on Enter. */
export const lineBoxes = ['time', 'query', 'palette', 'save', 'rename', 'export', ...writingBoxes] as const;

export type LineBox = (typeof lineBoxes)[number];

/** What the text of such a box means. */
export type LineReading =
	| {readonly type: 'time'; readonly micros: number}
	| {readonly type: 'query'; readonly query: Query}
	/** A file to write, the form its name asks for, and the name with the ending of the next form. */
	| {readonly type: 'file'; readonly form: string; readonly inNextForm: string}
	| {readonly type: 'palette'; readonly entries: readonly PaletteEntry[]}
	/** A name to save the filters under, or a new name for a view. */
	| {readonly type: 'view'; readonly change: ViewChange}
	| {readonly type: 'answer'; readonly text: string}
	| {readonly type: 'trouble'; readonly trouble: SearchTrouble};

export type LineState = {
	readonly box: LineBox;
	/** The view that is to be renamed. */
	readonly viewName?: string | undefined;
	/** Undefined until the interpreter has suggested a text. */
	readonly text: string | undefined;
	/** Undefined until the interpreter has read the text. */
	readonly reading: LineReading | undefined;
	/** Filter names that fit the one being typed, the best first. */
	readonly names?: readonly string[];
	/** The chosen line of the box's list, if there is one. */
	readonly cursor?: number | undefined;
	/** The answer to Enter, until something else is typed. */
	readonly reply?: Reply | undefined;
};

/** A sentence beside the box; `again` says what a second Enter does, where it asks for one. */
export type Reply = {readonly sentence: string; readonly again?: string | undefined};

/** The palette entry that Enter would carry out. */
export function chosenEntry(line: LineState | undefined): PaletteEntry | undefined {
	return line?.reading?.type === 'palette' && line.cursor !== undefined ? line.reading.entries[line.cursor] : undefined;
}
