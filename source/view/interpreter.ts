import type {Query} from '../query/query.ts';
import type {LineBox, LineReading} from './line.ts';
import {readView} from './saved-views.ts';
import type {ViewState} from './view-state.ts';
import type {Zone} from './zoned-time.ts';

/** Against what words for times are understood: the zone on screen, and the newest event, because an archive has a "now" of its own. */
export type Moment = {readonly zone: Zone; readonly newestMicros: number | undefined};

/** Knows what typed words mean: times need a clock and queries a grammar, and no view has either. */
export type Interpreter = {
	readonly read: Readonly<Record<Exclude<LineBox, 'view'>, (text: string, moment: Moment) => LineReading>>;
	/** As `read.query` understands it. */
	printQuery(query: Query): string;
	/** A path for an export that is likely to be free. */
	exportPath(): string;
};

/** The state with the text of the open box understood. A box opens with what its text is likely to be. */
export function interpreted(state: ViewState, interpreter: Interpreter): ViewState {
	const {line, zone, timeline: {page}} = state;
	if (line === undefined || line.reading !== undefined) {
		return state;
	}

	const text = line.text ?? openingText(state, line.box, interpreter);
	const reading = line.box === 'view' ? readView(text) : interpreter.read[line.box](text, {zone, newestMicros: page?.lastMicros});
	return {...state, line: {...line, text, reading}};
}

function openingText({query}: ViewState, box: LineBox, {printQuery, exportPath}: Interpreter): string {
	switch (box) {
		case 'query': {
			return printQuery(query);
		}

		case 'export': {
			return exportPath();
		}

		case 'time':
		case 'view': {
			return '';
		}
	}
}
