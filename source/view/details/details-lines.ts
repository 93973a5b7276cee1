import type {EventDetails, EventId} from '../../engine/engine.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {hexRows} from '../../text/hex-view.ts';
import {counted, grouped} from '../drawing/numbers.ts';
import {cell, type Look, row, type Span, widthOf} from '../drawing/span.ts';
import type {ViewState} from '../view-state.ts';
import {wrapped} from '../drawing/wrapped.ts';
import {type Pivot, pivotsOf} from './pivots.ts';
import {lastLoginLines} from './last-login.ts';
import {type DetailEntry, detailEntries} from './details-entries.ts';

/** One line of the details. `entry` is what include and exclude act on there, `pivot` or `leadsTo` where Enter leads. */
export type DetailLine = {
	readonly spans: readonly Span[];
	readonly entry?: DetailEntry;
	readonly pivot?: Pivot;
	readonly leadsTo?: EventId;
	/** The first line of a part that one can go to. */
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

/** One blank on either side. */
const marginCells = 2;

/** Room for the longest name that our own formats give; narrow panes keep more for the value. */
function nameCellsIn(columns: number): number {
	return columns < 44 ? 9 : 12;
}

function entryLines(entry: DetailEntry, columns: number, look: Look): DetailLine[] {
	const nameCells = nameCellsIn(columns);
	const origin = entry.origin === undefined ? [] : cell(` ${entry.origin}`, look, {role: 'quiet'});
	const lines = wrapped([...cell(entry.value, look), ...origin], Math.max(1, columns - nameCells - 1));
	return lines.map((spans, at) => ({
		spans: [...cell(at === 0 ? entry.name : '', look, {role: 'quiet', widthCells: nameCells}), ...cell(' ', look), ...spans],
		entry,
		...(entry.leadsTo !== undefined && {leadsTo: entry.leadsTo}),
	}));
}

/** What else there is of the same user, device or story, each with its count at the right. */
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
	const all = [...lines, ...(login === undefined ? [] : lastLoginLines(login, zone, columns, look))];
	return all.length === 0 ? [] : [...plainLines('related: Enter shows them', 'heading', columns, look), ...beginning('related', all)];
}

/** A longer record is looked at in an export; drawing a megabyte would hold the keys up. */
const longestShownBytes = 16_384;

function textLines(raw: Uint8Array, columns: number, look: Look): DetailLine[] {
	return [...plainLines(decodeForeign(raw.subarray(0, longestShownBytes)), 'text', columns, look), ...restLines(raw, columns, look)];
}

function hexLines(raw: Uint8Array, firstOffsetBytes: number, columns: number, look: Look): DetailLine[] {
	const rows = hexRows(raw.subarray(0, longestShownBytes), {firstOffsetBytes, bytesPerRow: bytesPerRowIn(columns)});
	const lines = rows.map(({offset, hex, ascii}) => ({
		spans: [...cell(`${offset}  `, look, {role: 'quiet'}), ...cell(`${hex}  `, look), ...cell(ascii, look)],
	}));
	return [...lines, ...restLines(raw, columns, look)];
}

function restLines(raw: Uint8Array, columns: number, look: Look): DetailLine[] {
	const hiddenBytes = raw.length - longestShownBytes;
	return hiddenBytes <= 0 ? [] : plainLines(`... and ${counted(hiddenBytes, 'byte')} more`, 'quiet', columns, look);
}

function plainLines(text: string, role: 'text' | 'quiet' | 'heading' | 'trouble', columns: number, look: Look): DetailLine[] {
	return wrapped(cell(text, look, {role}), columns).map(spans => ({spans}));
}

/** A row takes 10 cells for the offset, 4 for each byte, and 1; multiples of 4 are easy to count. */
function bytesPerRowIn(columns: number): number {
	return Math.max(4, Math.min(16, Math.floor((columns - 11) / 16) * 4));
}
