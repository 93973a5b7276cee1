import type {SourceDescription} from '../domain/source.ts';
import {twiceShown} from '../domain/twice-shown.ts';
import type {Query} from '../query/query.ts';
import {filterNames, openName} from './boxes/completion.ts';
import type {LineBox, LineReading} from './boxes/line.ts';
import {readNewName} from './boxes/own-views.ts';
import {paletteEntries} from './boxes/palette.ts';
import {selectedRow, type ViewState} from './view-state.ts';
import {readAnswer, type WritingBox} from './boxes/writing.ts';
import {dateAndClock, type Zone} from './drawing/zoned-time.ts';

/** The context of typed words: the zone on screen, the newest event (an archive has its own "now") and the sources known so far. */
export type Moment = {readonly zone: Zone; readonly newestMicros: number | undefined; readonly sources: readonly SourceDescription[]};

/** Tells what typed words mean: times need a clock and queries a grammar, and the view has neither. */
export type Interpreter = {
	readonly read: Readonly<Record<Exclude<LineBox, 'palette' | 'save' | 'rename' | WritingBox>, (text: string, moment: Moment) => LineReading>>;
	/** The query as a line that `read.query` reads back. */
	printQuery(query: Query): string;
	/** The indexes of the texts that fit what was typed, the best first. */
	rank(typed: string, texts: readonly string[]): readonly number[];
	/** A suggestion for the path of an export. */
	exportPath(): string;
	/** A suggestion for the path of the notes file, in a folder that is not watched. */
	notesPath(): string;
};

/** The state with the text of the open box read. A box that was just opened gets its suggested text first. */
export function interpreted(state: ViewState, interpreter: Interpreter): ViewState {
	const {line} = state;
	if (line === undefined || line.reading !== undefined) {
		return state;
	}

	const text = line.text ?? openingText(state, line.box, interpreter);
	return {...state, line: {...line, text, reading: readingOf(state, line.box, text, interpreter), names: namesFor(line.box, text, interpreter)}};
}

function namesFor(box: LineBox, text: string, {rank}: Interpreter): readonly string[] {
	const name = box === 'query' ? openName(text) : undefined;
	return name === undefined || name === '' ? [] : rank(name, filterNames).map(at => filterNames[at]!);
}

function readingOf(state: ViewState, box: LineBox, text: string, interpreter: Interpreter): LineReading {
	const {zone, timeline: {page}, opened: {sources}} = state;
	const moment = {zone, newestMicros: page?.lastMicros, sources};
	switch (box) {
		case 'palette': {
			return {type: 'palette', entries: paletteEntries(state, text, interpreter, moment)};
		}

		case 'save': {
			return text.trim() === '' ? {type: 'trouble', trouble: {sentence: 'a name is missing', column: 0}} : {type: 'view', change: {type: 'saved', view: {name: text.trim(), line: interpreter.printQuery(state.query)}}};
		}

		case 'rename': {
			return readNewName(state, state.line?.viewName ?? '', text);
		}

		case 'event-time': {
			return interpreter.read.time(text, moment);
		}

		case 'time':
		case 'query':
		case 'export': {
			return interpreter.read[box](text, moment);
		}

		case 'notes-file':
		case 'note':
		case 'event-type':
		case 'event-device':
		case 'event-text':
		case 'event-author': {
			return readAnswer(box, text);
		}
	}
}

/** A time as it will be read back: a clock time that comes twice means the second one unless it says `first`. */
const writtenTime = (micros: number, zone: Zone): string => `${dateAndClock(micros, zone)}${twiceShown(micros, zone)?.pass === 'first' ? ' first' : ''}`;

function openingText(state: ViewState, box: LineBox, {printQuery, exportPath, notesPath}: Interpreter): string {
	switch (box) {
		case 'notes-file': {
			return notesPath();
		}

		case 'event-time': {
			const row = selectedRow(state);
			return row === undefined ? '' : writtenTime(row.time.micros, state.zone);
		}

		case 'event-type': {
			return 'info';
		}

		case 'event-author': {
			return state.writing.author;
		}

		case 'query': {
			return printQuery(state.query);
		}

		case 'export': {
			return exportPath();
		}

		case 'note':
		case 'event-device':
		case 'event-text':
		case 'time':
		case 'save':
		case 'rename':
		case 'palette': {
			return '';
		}
	}
}
