import {actions} from '../domain/actions.ts';
import {categories} from '../domain/category.ts';
import {type Foreign, foreignText} from '../domain/foreign.ts';
import {longestLineBytes} from '../domain/limits.ts';
import {results} from '../domain/result.ts';
import {severities} from '../domain/severity.ts';
import type {EventDetails, EventRow, TailRequest} from '../engine/engine.ts';
import type {ReadBack} from '../follow/follow-port.ts';
import type {RecordFacts} from '../format/format.ts';
import {gistOf} from '../format/gist.ts';
import {writtenOffsetMinutes} from '../format/time/written-offset.ts';
import type {TimelineColumns} from '../query/coded-columns.ts';
import {absentCode} from '../store/dictionary.ts';
import type {EventStore} from '../store/event-store.ts';
import {placeOfRow, rowFlag} from '../store/segment.ts';
import {decodeForeign} from '../text/foreign.ts';
import type {GenerationIntake} from './generation-intake.ts';
import {readTogether} from './record-chunks.ts';
import type {RecordReader} from './record-reader.ts';

export type Timeline = {
	readonly store: EventStore;
	readonly columns: TimelineColumns;
	readonly generations: readonly GenerationIntake[];
	readonly pathOf: (source: number) => Foreign;
	readonly reader: RecordReader;
};

export type Wants = NonNullable<TailRequest['wants']>;

/** Everything about one row. */
export function detailsOf(timeline: Timeline, row: number): EventDetails {
	const told = tellRecord(timeline, row);
	const details = toldDetails(timeline, row, told);
	return {...details, row: withWrittenOffset(details.row, told)};
}

/** The same for many rows, with one read for those near each other. */
export function detailsOfRows(timeline: Timeline, rows: readonly number[], wants: Wants): EventDetails[] {
	const all: EventDetails[] = [];
	const {store, reader} = timeline;
	for (const {rows: together, chunk} of readTogether(store, reader, rows)) {
		for (const [index, row] of together.entries()) {
			const isUnread = chunk === undefined || store.gapOf(row) !== undefined;
			const told = isUnread ? tellRecord(timeline, row) : tellBytes(timeline, row, {bytes: chunk.bytesOf(index), wants});
			all.push(toldDetails(timeline, row, told));
		}
	}

	return all;
}

function toldDetails(timeline: Timeline, row: number, told: Told): EventDetails {
	const {store, columns, generations, pathOf} = timeline;
	const eventRow = rowOf(timeline, row, told, Infinity);
	return {
		row: eventRow,
		severityWord: told.facts?.severityWord,
		groups: columns.group.valuesOf(store.segmentOf(row).deviceSet[placeOfRow(row)]!).filter(group => group !== ''),
		sourcePath: pathOf(store.sourceOf(row)),
		generationPath: generations[eventRow.generation]?.description.path ?? pathOf(store.sourceOf(row)),
		fields: told.facts?.fields ?? [],
		message: told.message,
		raw: told.raw?.type === 'bytes' ? told.raw.bytes : undefined,
		rawMissing: told.raw?.type === 'gone' ? told.raw.reason : undefined,
	};
}

/** One row as the timeline shows it, with its message cut. Only the part of a record that was read for the columns is used, because a page may have records of many megabytes. */
export function shortRowOf(timeline: Timeline, row: number, longestMessage: number): EventRow {
	const told = tellRecord(timeline, row, longestLineBytes);
	const gist = cutTo(gistOf(told.facts?.fields ?? []), longestMessage);
	return withWrittenOffset({...rowOf(timeline, row, told, longestMessage), gist}, told);
}

/** A record's time is near its beginning. */
const headBytes = 2000;

/** Read from the record again: in a column it would cost every event what only rows on screen need. */
function withWrittenOffset(row: EventRow, {raw}: Told): EventRow {
	const isDated = raw?.type === 'bytes' && !row.isTimeBorrowed;
	const minutes = isDated ? writtenOffsetMinutes(decodeForeign(raw.bytes, 0, Math.min(raw.bytes.length, headBytes)), row.time.micros) : undefined;
	return minutes === undefined ? row : {...row, writtenOffsetMinutes: minutes};
}

/** `raw` is undefined if it was not asked for. */
type Told = {readonly raw: ReadBack | undefined; readonly facts: RecordFacts | undefined; readonly message: Foreign};

/** The sentence of a gap, or why the bytes of an event are gone. */
function tellRecord(timeline: Timeline, row: number, mostBytes?: number): Told {
	const {store, reader} = timeline;
	const gap = store.gapOf(row);
	if (gap !== undefined) {
		return {raw: {type: 'gone', reason: gap.sentence}, facts: undefined, message: foreignText(gap.sentence)};
	}

	const raw = reader.read(row, mostBytes);
	return raw.type === 'gone'
		? {raw, facts: undefined, message: foreignText(raw.reason)}
		: tellBytes(timeline, row, {bytes: raw.bytes, wants: 'everything'});
}

function tellBytes({reader}: Timeline, row: number, {bytes, wants}: {readonly bytes: Uint8Array; readonly wants: Wants}): Told {
	switch (wants) {
		case 'raw': {
			return {raw: {type: 'bytes', bytes}, facts: undefined, message: nothing};
		}

		case 'message': {
			return {raw: undefined, facts: undefined, message: reader.message(row, bytes)};
		}

		case 'everything': {
			const facts = reader.describe(row, bytes);
			return {raw: {type: 'bytes', bytes}, facts, message: facts.message};
		}
	}
}

function rowOf({store, columns, generations}: Timeline, row: number, {message, facts}: Told, longestMessage: number): EventRow {
	const segment = store.segmentOf(row);
	const at = placeOfRow(row);
	const generation = segment.generation[at]!;
	const flags = segment.flags[at]!;
	const isGap = (flags & rowFlag.gap) !== 0;
	return {
		id: row,
		kind: isGap ? 'gap' : 'event',
		time: store.columns.instantOf(row),
		isTimeBorrowed: store.columns.isTimeBorrowed(row),
		severity: severities[segment.severity[at]!]!,
		category: categories[segment.category[at]!]!,
		action: actions[segment.action[at]!]!.id,
		result: results[segment.result[at]!]!,
		type: presentOf(columns.type.valuesOf(segment.type[at]!)),
		user: presentOf(columns.user.valuesOf(segment.user[at]!)),
		devices: segment.deviceSet[at] === absentCode ? none : columns.device.valuesOf(segment.deviceSet[at]!),
		host: presentOf(columns.host.valuesOf(segment.host[at]!)),
		source: store.sourceOf(row),
		generation,
		generationOrdinal: generations[generation]?.description.ordinal ?? 0,
		offsetBytes: segment.offsetBytes[at]!,
		lengthBytes: segment.lengthBytes[at]!,
		format: isGap ? '' : columns.format.valuesOf(segment.format[at]!)[0]!,
		message: cutTo(message, longestMessage),
		messageLength: message.length,
		briefFrom: facts?.briefFrom ?? 0,
		gist: nothing,
		isProvisional: (flags & rowFlag.provisional) !== 0,
		isLate: (flags & rowFlag.late) !== 0,
		isHit: false,
		hits: [],
	};
}

const nothing = foreignText('');

const none: readonly Foreign[] = [];

const presentOf = ([value]: readonly Foreign[]): Foreign | undefined => value === nothing ? undefined : value;

/** Cut, but never through a surrogate pair. */
function cutTo(text: Foreign, longest: number): Foreign {
	if (text.length <= longest) {
		return text;
	}

	const isPairCut = /[\u{D800}-\u{DBFF}]/v.test(text[longest - 1] ?? '');
	return foreignText(text.slice(0, isPairCut ? longest - 1 : longest));
}
