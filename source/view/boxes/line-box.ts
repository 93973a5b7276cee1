import {twiceShown} from '../../domain/twice-shown.ts';
import {offsetMinutes} from '../../domain/zone-offset.ts';
import {isNarrowScreen} from '../drawing/narrow.ts';
import type {Said} from '../drawing/sentence-rows.ts';
import {countOff} from '../filters/chips-shown.ts';
import {counted} from '../drawing/numbers.ts';
import type {PaneLine} from '../drawing/pane-line.ts';
import {offsetZone} from '../timeline/row-zone.ts';
import {cell, clip, type Look, row, type Span, widthOf} from '../drawing/span.ts';
import type {ViewState} from '../view-state.ts';
import {dateAndClock, type Zone, zonedTime} from '../drawing/zoned-time.ts';
import {typedCells} from './typed-text.ts';
import type {LineBox, LineState} from './line.ts';

const words: Readonly<Record<LineBox, {readonly prompt: string; readonly hint: string}>> = {
	time: {prompt: 'go to time', hint: '10:15  -3h  yesterday 14:00  2026-03-03 09:06'},
	query: {prompt: 'filters', hint: 'user=dana device!=10.2.1.14 text: failed'},
	palette: {prompt: ':', hint: 'a command, a view, a source, a column, a theme'},
	save: {prompt: 'save these filters as', hint: 'a name, such as: night resets'},
	rename: {prompt: 'another name for the view', hint: 'a name, such as: night resets'},
	export: {prompt: 'export to', hint: 'a file: events.csv  events.jsonl  events.txt'},
	'notes-file': {prompt: 'keep notes in', hint: 'a file of your own: ledgerline-notes.jsonl'},
	note: {prompt: 'note', hint: 'on the selected event; Enter writes it'},
	'event-time': {prompt: '1/5 when', hint: '10:15  -3h  yesterday 14:00'},
	'event-type': {prompt: '2/5 type', hint: 'info, notice or alert'},
	'event-device': {prompt: '3/5 device', hint: 'an address or a name; Enter for none'},
	'event-text': {prompt: '4/5 what happened', hint: 'in your own words'},
	'event-author': {prompt: '5/5 written by', hint: 'your name; Enter writes the event'},
};

/** A box for one line of text, and beside it what the text means so far. */
export function lineBox(state: ViewState, line: LineState, look: Look): PaneLine {
	const {size: {columns}, zone} = state;
	const {box, text = ''} = line;
	const left = cell(promptOf(box), look, {role: 'key'});
	const right = clip(look, [...besideText(line, {columns, zone}, look), ...leftOut(state, line, look)], Math.max(0, columns - widthOf(left) - leastBoxCells));
	const widthCells = columns - widthOf(left) - widthOf(right);
	return {spans: left, input: {box, text, widthCells, edition: state.edition, after: row(look, widthOf(right), right)}};
}

/** What belongs beside the text but has no room there: why it is refused, the answer to the last key, or which time is meant. It is shown above the box instead. */
export function saidAboveBox({line, notice, zone, size: {columns}}: Pick<ViewState, 'line' | 'notice' | 'zone' | 'size'>): Said | undefined {
	if (line === undefined) {
		return undefined;
	}

	const refusal = refusalOf(line);
	if (refusal !== undefined && !isBeside(line, refusal, columns)) {
		return {sentence: refusal, role: 'trouble'};
	}

	const sentence = notice ?? whichOfTwo(line, zone) ?? longMeaning(line, zone, columns);
	return sentence === undefined ? undefined : {sentence, role: 'key'};
}

function longMeaning(line: LineState, zone: Zone, columns: number): string | undefined {
	const time = timeMeant(line, zone);
	return time === undefined || isBeside(line, time, columns) ? undefined : time;
}

/** `Mon 2026-03-02 14:00:00 UTC` */
const timeMeant = ({reading}: LineState, zone: Zone): string | undefined =>
	reading?.type === 'time' ? `${zonedTime(reading.micros, zone).weekday} ${dateAndClock(reading.micros, zone)} ${zone}` : undefined;

/** At the end of summer time a clock time comes twice: says which of the two was understood and how to write the other. */
function whichOfTwo({reading}: LineState, zone: Zone): string | undefined {
	const micros = reading?.type === 'time' ? reading.micros : undefined;
	const twice = micros === undefined ? undefined : twiceShown(micros, zone);
	if (micros === undefined || twice === undefined) {
		return undefined;
	}

	const [here, there] = [micros, twice.otherMicros].map(each => offsetZone(offsetMinutes(Math.floor(each / 1000), zone)));
	const other = twice.pass === 'first' ? 'second' : 'first';
	return `clocks were set back: ${zonedTime(micros, zone).clock} comes twice; this is the ${twice.pass}, ${here}; '${other}' or '${there}' behind it is the other`;
}

const promptOf = (box: LineBox): string => ` ${words[box].prompt} `;

/** The answer to Enter, or why the text means nothing. Trouble in the filter line is left out: it is shown above the box, below the place where it is. */
function refusalOf({box, text = '', reading, reply}: LineState): string | undefined {
	if (reply !== undefined) {
		return `${reply.sentence}${reply.again === undefined ? '' : `: Enter again ${reply.again}`}`;
	}

	return box !== 'query' && reading?.type === 'trouble' && text.trim() !== '' ? `column ${reading.trouble.column + 1}: ${reading.trouble.sentence}` : undefined;
}

function isBeside({box, text = ''}: LineState, sentence: string, columns: number): boolean {
	return promptOf(box).length + Math.max(leastBoxCells, typedCells(text) + 1) + sentence.length + 2 <= columns;
}

/** Cells of the filter line's box when nothing stands beside it. */
export const queryBoxCells = (columns: number): number => columns - words.query.prompt.length - 2;

/** However long the sentence beside it, the end of the text stays in sight. */
const leastBoxCells = 16;

function besideText(line: LineState, {columns, zone}: {readonly columns: number; readonly zone: Zone}, look: Look): Span[] {
	const {box, text = ''} = line;
	const refusal = refusalOf(line);
	if (refusal !== undefined) {
		return isBeside(line, refusal, columns) ? cell(` ${refusal} `, look, {role: 'trouble'}) : [];
	}

	if (box === 'query' && text.trim() !== '') {
		return [];
	}

	return text.trim() === '' ? cell(` ${words[box].hint} `, look, {role: 'quiet'}) : meaning(line, {columns, zone}, look);
}

/** The filter line holds only filters that are on; this says how many are off. */
function leftOut(state: ViewState, {box}: LineState, look: Look): Span[] {
	const off = countOff(state);
	return box === 'query' && off > 0 ? cell(` without ${counted(off, 'filter')} that ${off === 1 ? 'is' : 'are'} off `, look, {role: 'quiet'}) : [];
}

function meaning(line: LineState, {columns, zone}: {readonly columns: number; readonly zone: Zone}, look: Look): Span[] {
	const {box, reading} = line;
	switch (reading?.type) {
		case 'time': {
			const time = timeMeant(line, zone)!;
			return isBeside(line, time, columns) ? cell(` ${time} `, look, {role: 'number'}) : [];
		}

		case 'file': {
			return cell(` as ${reading.form}${isNarrowScreen(columns) ? '' : ', with a receipt'} `, look, {role: 'number'});
		}

		// The hint stays while a note is typed; a path needs the room itself.
		case 'answer': {
			return box === 'notes-file' ? [] : cell(` ${words[box].hint} `, look, {role: 'quiet'});
		}

		case 'trouble':
		case 'palette':
		case 'view':
		case 'query':
		case undefined: {
			return [];
		}
	}
}
