import {signedSeconds} from '../../domain/time.ts';
import type {SourceHealth, SourceOptions} from '../../engine/engine.ts';
import {counted, grouped} from '../drawing/numbers.ts';
import {sentenceRows} from '../drawing/sentence-rows.ts';
import {cell, type Look, type Role, row, type Span, widthOf} from '../drawing/span.ts';
import {faultWords} from './fault-words.ts';
import type {LogsEntry} from './logs-entries.ts';
import {isTroubled, stateWords} from './source-words.ts';

/** The lines of one entry: a source and its state, or a fault. */
export function entryLines(entry: LogsEntry, paneColumns: number, look: Look): Span[][] {
	const room: Room = {columns: paneColumns - marginCells, look};
	return entry.type === 'source'
		? sourceLines(entry.source, room)
		: sentenceRows(`went wrong: ${faultWords(entry.fault)}`, {columns: room.columns, role: 'trouble'}, look);
}

type Room = {readonly columns: number; readonly look: Look};

/** The selection mark, and a blank at the end. */
const marginCells = 2;

function sourceLines(source: SourceHealth, room: Room): Span[][] {
	const {description, notices} = source;
	return [
		firstLine(source, room),
		...sentences([stateWords(source)], isTroubled(source) ? 'trouble' : (source.state.type === 'live' ? 'live' : 'text'), room),
		...sentences(notices, 'trouble', room),
		...sentences([formatWords(source), description.path], 'quiet', room),
	];
}

function firstLine({description: {name}, events, generations, holes}: SourceHealth, {columns, look}: Room): Span[] {
	const counts = [
		...cell(` ${counted(events, 'event')}, ${counted(generations, 'file')}`, look, {role: 'number'}),
		...(holes === 0 ? [] : cell(`, ${counted(holes, 'hole')}`, look, {role: 'gap'})),
	];
	const nameCells = Math.max(1, columns - widthOf(counts));
	return row(look, columns, cell(name, look, {role: 'name', widthCells: nameCells}), counts);
}

/** The format, how much of the log fits it, and what its times were read with. */
function formatWords({formats, confidence, unparsedLines, options}: SourceHealth): string {
	const leading = formats[0]?.format;
	if (leading === undefined) {
		return 'too little to recognise a format';
	}

	const share = Math.floor(confidence * 100);
	const plain = unparsedLines === 0 || leading === 'plain-text' ? '' : `, ${grouped(unparsedLines)} lines as plain text`;
	const told = options.format === undefined ? '' : ' as told';
	return `read as ${leading}${told}, ${share} % of it${plain}; ${timeWords(options)}`;
}

function timeWords({zone = 'UTC', clockOffsetMs = 0, yearHint}: SourceOptions): string {
	const year = yearHint === undefined ? '' : `, those without a year of ${yearHint}`;
	const clock = clockOffsetMs === 0 ? '' : `; ${signedSeconds(clockOffsetMs)} added to every time`;
	return `times without a zone are ${zone}${year}${clock}`;
}

/** Sentences broken into lines and indented below the first line. */
function sentences(texts: readonly string[], role: Role, {columns, look}: Room): Span[][] {
	return texts.flatMap(text => sentenceRows(text, {columns: columns - indentCells, role}, look).map(spans => [...cell(' ', look, {widthCells: indentCells}), ...spans]));
}

const indentCells = 1;
