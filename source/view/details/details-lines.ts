import type {Foreign} from '../../domain/foreign.ts';
import type {EventDetails, EventId} from '../../engine/engine.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {hexRows} from '../../text/hex-view.ts';
import {clamp, counted, grouped} from '../drawing/numbers.ts';
import {cell, type Look, row, type Span, widthOf} from '../drawing/span.ts';
import type {ViewState} from '../view-state.ts';
import {wrapped} from '../drawing/wrapped.ts';
import {type Pivot, pivotsOf} from './pivots.ts';
import {lastLoginLines} from './last-login.ts';
import {type DetailEntry, detailEntries} from './details-entries.ts';
import {fieldName} from './field-name.ts';

/** One line of the details: `+` and `-` act on its `entry`, Enter follows its `pivot` or `leadsTo`. */
export type DetailLine = {
	readonly spans: readonly Span[];
	readonly entry?: DetailEntry;
	readonly pivot?: Pivot;
	readonly leadsTo?: EventId;
	/** The part that begins with this line, for Left and Right. */
	readonly begins?: DetailPart;
};

export type DetailPart = 'fields' | 'related' | 'raw';

/** Every field of the open event, then its raw record, wrapped to the width. */
export function detailLines(state: ViewState, paneColumns: number): DetailLine[] {
	const {look, details: {answer, isHex}} = state;
	if (answer === undefined) {
		return [];
	}

	const columns = paneColumns - marginCells;
	const {raw, rawMissing} = answer;
	return [
		...beginning('fields', detailEntries(state).flatMap(entry => entryLines(entry, columns, look))),
		...relatedLines(state, answer, columns),
		...beginning('raw', plainLines(isHex ? 'raw record, hexadecimal' : 'raw record', 'heading', columns, look)),
		...(raw === undefined ? plainLines(rawMissing ?? 'not kept', 'trouble', columns, look) : (isHex ? hexLines(raw, answer.row.offsetBytes, columns, look) : textLines(raw, columns, look))),
	];
}

const beginning = (begins: DetailPart, lines: readonly DetailLine[]): DetailLine[] => lines.map((line, at) => at === 0 ? {...line, begins} : line);

/** One blank on each side. */
const marginCells = 2;

/** Room for most field names; narrow panes leave more to the value. At 80 columns, filters beside it, a value has room for a UUID. */
const nameWidths = [{fromColumns: 0, widthCells: 9}, {fromColumns: 44, widthCells: 12}, {fromColumns: 52, widthCells: 14}];

const nameCellsIn = (columns: number): number => nameWidths.findLast(({fromColumns}) => columns >= fromColumns)!.widthCells;

function entryLines(entry: DetailEntry, columns: number, look: Look): DetailLine[] {
	const nameCells = nameCellsIn(columns);
	const valueCells = Math.max(1, columns - nameCells - 1);
	const origin = entry.origin === undefined ? [] : cell(` ${entry.origin}`, look, {role: 'quiet'});
	const value = beginningOf(entry.value);
	const lines = [...wrapped([...cell(value, look), ...origin], valueCells), ...restOf(entry.value.length - value.length, 'letter', valueCells, look)];
	return lines.map((spans, at) => ({
		spans: [...cell(at === 0 ? fieldName(entry.name, nameCells, look) : '', look, {role: 'quiet', widthCells: nameCells}), ...cell(' ', look), ...spans],
		entry,
		...(entry.leadsTo !== undefined && {leadsTo: entry.leadsTo}),
	}));
}

/** The ways on to related events, each with its count at the right where that is known. */
function relatedLines({look, zone, details: {related, lastLogin}}: ViewState, answer: EventDetails, columns: number): DetailLine[] {
	const pivots = pivotsOf(answer);
	const counts = related?.event === answer.row.id ? related.counts : [];
	const withCount = pivots.filter(({isCounted}) => isCounted);
	const lines = pivots.map(pivot => {
		const count = counts[withCount.indexOf(pivot)];
		const number = count === undefined ? [] : cell(` ${grouped(count)}`, look, {role: 'number'});
		return {spans: row(look, columns, cell(pivot.title, look, {widthCells: columns - widthOf(number)}), number), pivot};
	});
	const login = lastLogin?.event === answer.row.id ? lastLogin.login : undefined;
	const all = [...lines, ...(login === undefined ? [] : lastLoginLines(login, {user: answer.row.user, zone}, columns, look))];
	return all.length === 0 ? [] : [...plainLines('related: Enter shows them', 'heading', columns, look), ...beginning('related', all)];
}

/** Bytes of a record, or letters of a value. Longer ones are left to an export: drawing a megabyte would delay the keys. */
const longestShown = 16_384;

function textLines(raw: Uint8Array, columns: number, look: Look): DetailLine[] {
	return [...plainLines(decodeForeign(raw.subarray(0, longestShown)), 'text', columns, look), ...restLines(raw, columns, look)];
}

function hexLines(raw: Uint8Array, firstOffsetBytes: number, columns: number, look: Look): DetailLine[] {
	const rows = hexRows(raw.subarray(0, longestShown), {firstOffsetBytes, bytesPerRow: bytesPerRowIn(columns)});
	const lines = rows.map(({offset, hex, ascii}) => ({
		spans: [...cell(`${offset}  `, look, {role: 'quiet'}), ...cell(`${hex}  `, look), ...cell(ascii, look)],
	}));
	return [...lines, ...restLines(raw, columns, look)];
}

/** Never half a pair of surrogates. */
const beginningOf = (value: Foreign): string => value.slice(0, value.codePointAt(longestShown - 1)! > 0xFF_FF ? longestShown - 1 : longestShown);

const restLines = (raw: Uint8Array, columns: number, look: Look): DetailLine[] => restOf(raw.length - longestShown, 'byte', columns, look).map(spans => ({spans}));

function restOf(hidden: number, unit: 'byte' | 'letter', columns: number, look: Look): Span[][] {
	return hidden <= 0 ? [] : wrapped(cell(`... and ${counted(hidden, unit)} more: an export has them`, look, {role: 'quiet'}), columns);
}

function plainLines(text: string, role: 'text' | 'quiet' | 'heading' | 'trouble', columns: number, look: Look): DetailLine[] {
	return wrapped(cell(text, look, {role}), columns).map(spans => ({spans}));
}

/** As many bytes as fit into a row, in groups of four, which are easy to count. */
function bytesPerRowIn(columns: number): number {
	const groups = Math.floor((columns - hexOffsetCells) / (bytesInGroup * cellsPerByte));
	return clamp(groups * bytesInGroup, bytesInGroup, mostBytesPerRow);
}

/** The offset with the blanks around it. */
const hexOffsetCells = 11;
/** Two hexadecimal digits, a blank, and the character at the right. */
const cellsPerByte = 4;
const bytesInGroup = 4;
const mostBytesPerRow = 16;
