import type {Foreign} from '../domain/foreign.ts';
import type {FaultCount, SourceHealth} from '../engine/engine.ts';
import {faultsOf, faultWords} from './fault-words.ts';
import {counted, grouped} from './numbers.ts';
import {sentenceRows} from './sentence-rows.ts';
import {isTroubled, stateWords} from './source-words.ts';
import {cell, type Look, type Role, row, type Span, widthOf} from './span.ts';
import type {ViewState} from './view-state.ts';

/** A source, or something that went wrong: a few lines that are one choice. `path` is the log whose events Enter shows. */
export type LogsEntry = {readonly lines: ReadonlyArray<readonly Span[]>; readonly path: Foreign | undefined};

/** Every source and how it is doing, then everything that went wrong. */
export function logsEntries(state: ViewState): LogsEntry[] {
	const {health, opened: {sources}} = state;
	const room: Room = {columns: state.size.columns - marginCells, look: state.look};
	const pathOf = ({fault: {source}}: FaultCount) => sources.find(({id}) => id === source)?.path;
	return [
		...(health?.sources ?? []).map(source => ({lines: sourceLines(source, room), path: source.description.path})),
		...faultsOf(state).map(fault => ({lines: sentenceRows(`went wrong: ${faultWords(fault)}`, {columns: room.columns, role: 'trouble'}, state.look), path: pathOf(fault)})),
	];
}

type Room = {readonly columns: number; readonly look: Look};

/** The mark of the chosen entry, and a blank at the end. */
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

/** Which format it is read in, how well that fits, and in what zone. */
function formatWords({formats, confidence, unparsedLines, options: {zone = 'UTC'}}: SourceHealth): string {
	const leading = formats[0]?.format;
	if (leading === undefined) {
		return 'nothing to recognise a format by';
	}

	const share = Math.floor(confidence * 100);
	const plain = unparsedLines === 0 || leading === 'plain-text' ? '' : `, ${grouped(unparsedLines)} lines as plain text`;
	return `read as ${leading}, ${share} % of it${plain}; times without a zone are ${zone}`;
}

/** Each over as many lines as it takes, indented below its head. */
function sentences(texts: readonly string[], role: Role, {columns, look}: Room): Span[][] {
	return texts.flatMap(text => sentenceRows(text, {columns: columns - indentCells, role}, look).map(spans => [...cell(' ', look, {widthCells: indentCells}), ...spans]));
}

const indentCells = 1;
