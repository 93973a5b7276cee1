import {actions} from '../domain/actions.ts';
import {categories} from '../domain/category.ts';
import {type Foreign, foreignText} from '../domain/foreign.ts';
import {results} from '../domain/result.ts';
import {severities} from '../domain/severity.ts';
import type {EventDetails, EventRow} from '../engine/engine.ts';
import type {ReadBack} from '../follow/follow-port.ts';
import type {RecordFacts} from '../format/format.ts';
import type {TimelineColumns} from '../query/coded-columns.ts';
import type {EventStore} from '../store/event-store.ts';
import {placeOfRow, rowFlag} from '../store/segment.ts';
import type {GenerationIntake} from './generation-intake.ts';
import type {RecordReader} from './record-reader.ts';

export type Timeline = {
	readonly store: EventStore;
	readonly columns: TimelineColumns;
	readonly generations: readonly GenerationIntake[];
	readonly pathOf: (source: number) => Foreign;
	readonly reader: RecordReader;
};

/** Everything one row says. */
export function detailsOf(timeline: Timeline, row: number): EventDetails {
	const {store, generations, pathOf} = timeline;
	const told = tellRecord(timeline, row);
	const eventRow = rowOf(timeline, row, told, Infinity);
	return {
		row: eventRow,
		severityWord: told.facts?.severityWord,
		sourcePath: pathOf(store.sourceOf(row)),
		generationPath: generations[eventRow.generation]?.description.path ?? pathOf(store.sourceOf(row)),
		fields: told.facts?.fields ?? [],
		message: told.message,
		raw: told.raw.type === 'bytes' ? told.raw.bytes : undefined,
		rawMissing: told.raw.type === 'gone' ? told.raw.reason : undefined,
	};
}

/** One row as the timeline shows it, its message cut. */
export function shortRowOf(timeline: Timeline, row: number, longestMessage: number): EventRow {
	return rowOf(timeline, row, tellRecord(timeline, row), longestMessage);
}

type Told = {readonly raw: ReadBack; readonly facts: RecordFacts | undefined; readonly message: Foreign};

/** A gap says its sentence, and an event whose bytes are gone says why. */
function tellRecord({store, reader}: Timeline, row: number): Told {
	const gap = store.gapOf(row);
	if (gap !== undefined) {
		return {raw: {type: 'gone', reason: gap.sentence}, facts: undefined, message: foreignText(gap.sentence)};
	}

	const raw = reader.read(row);
	if (raw.type === 'gone') {
		return {raw, facts: undefined, message: foreignText(raw.reason)};
	}

	const facts = reader.describe(row, raw.bytes);
	return {raw, facts, message: facts.message};
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
		user: presentOf(columns.user.valuesOf(segment.user[at]!))[0],
		devices: presentOf(columns.device.valuesOf(segment.deviceSet[at]!)),
		host: presentOf(columns.host.valuesOf(segment.host[at]!))[0],
		source: store.sourceOf(row),
		generation,
		generationOrdinal: generations[generation]?.description.ordinal ?? 0,
		offsetBytes: segment.offsetBytes[at]!,
		lengthBytes: segment.lengthBytes[at]!,
		format: isGap ? '' : columns.format.valuesOf(segment.format[at]!)[0]!,
		message: cutTo(message, longestMessage),
		messageLength: message.length,
		briefFrom: facts?.briefFrom ?? 0,
		isProvisional: (flags & rowFlag.provisional) !== 0,
		isLate: (flags & rowFlag.late) !== 0,
		isHit: false,
		hits: [],
	};
}

const presentOf = (values: readonly Foreign[]): readonly Foreign[] => values.filter(value => value !== '');

/** Cut, but never through a surrogate pair. */
function cutTo(text: Foreign, longest: number): Foreign {
	if (text.length <= longest) {
		return text;
	}

	const isPairCut = /[\u{D800}-\u{DBFF}]/v.test(text[longest - 1] ?? '');
	return foreignText(text.slice(0, isPairCut ? longest - 1 : longest));
}
