import {Buffer} from 'node:buffer';
import type {ActionId} from '../../source/domain/actions.ts';
import type {Category} from '../../source/domain/category.ts';
import {foreignText} from '../../source/domain/foreign.ts';
import type {Result} from '../../source/domain/result.ts';
import type {Severity} from '../../source/domain/severity.ts';
import type {EventDetails, EventRow, OpenAnswer} from '../../source/engine/engine.ts';
import type {FacetField} from '../../source/query/query.ts';

/** An event in the few words a test needs. */
export type MemoryEvent = {
	readonly time: string;
	readonly kind?: 'event' | 'gap';
	readonly severity?: Severity;
	readonly category?: Category;
	readonly action?: ActionId;
	readonly result?: Result;
	readonly type?: string;
	readonly user?: string;
	readonly devices?: readonly string[];
	readonly groups?: readonly string[];
	readonly host?: string;
	readonly source?: number;
	readonly message: string;
	readonly briefFrom?: number;
	readonly gist?: string;
	readonly raw?: string;
	readonly fields?: Readonly<Record<string, string>>;
	readonly isTimeBorrowed?: boolean;
	readonly writtenOffsetMinutes?: number;
	readonly format?: string;
	/** Notes on it: the place of each among the events. */
	readonly notedBy?: readonly number[];
	/** Of a note: the place of its event among the events. */
	readonly about?: number | 'absent' | 'sought';
};

/** An event with all that any answer says of it. */
export type StoredRow = {readonly notedBy: readonly number[]; readonly row: EventRow; readonly details: EventDetails; readonly values: Readonly<Record<FacetField, readonly string[]>>; readonly text: string};

/** An event as it is stored under a number. */
export function storedRow(event: MemoryEvent, id: number, {sources}: OpenAnswer): StoredRow {
	const raw = event.raw ?? event.message;
	const row = rowOf(event, id, raw);
	const source = sources[row.source]!;
	return {
		notedBy: event.notedBy ?? [],
		row,
		details: {
			row,
			severityWord: foreignText(row.severity.toUpperCase()),
			groups: (event.groups ?? []).map(group => foreignText(group)),
			sourcePath: source.path,
			generationPath: source.path,
			fields: Object.entries(event.fields ?? {}).map(([name, value]) => ({name, value: foreignText(value)})),
			message: row.message,
			raw: Buffer.from(raw),
			rawMissing: undefined,
		},
		values: {
			category: [row.category], action: [row.action === 'none' ? '' : row.action], type: [row.type ?? ''], user: [row.user ?? ''], group: event.groups ?? [''], device: row.devices.length === 0 ? [''] : row.devices,
			source: [source.path], host: [row.host ?? ''], result: [row.result === 'none' ? '' : row.result], format: [row.format],
		},
		text: `${row.action} ${row.user ?? ''} ${row.devices.join(' ')} ${row.host ?? ''} ${row.message}`.toLowerCase(),
	};
}

function rowOf(event: MemoryEvent, id: number, raw: string): EventRow {
	return {
		id,
		kind: event.kind ?? 'event',
		time: {micros: Date.parse(event.time) * 1000, nanos: 0, digits: event.time.includes('.') ? 3 : 0},
		...(event.writtenOffsetMinutes !== undefined && {writtenOffsetMinutes: event.writtenOffsetMinutes}),
		isTimeBorrowed: event.isTimeBorrowed ?? false,
		severity: event.severity ?? 'info',
		category: event.category ?? 'user-operation',
		action: event.action ?? 'none',
		result: event.result ?? 'none',
		type: event.type === undefined ? undefined : foreignText(event.type),
		user: event.user === undefined ? undefined : foreignText(event.user),
		devices: (event.devices ?? []).map(device => foreignText(device)),
		host: event.host === undefined ? undefined : foreignText(event.host),
		source: event.source ?? 0,
		generation: 1,
		generationOrdinal: 2,
		offsetBytes: id * 100,
		lengthBytes: Buffer.byteLength(raw),
		format: event.format ?? 'console-audit',
		message: foreignText(event.message),
		messageLength: event.message.length,
		briefFrom: event.briefFrom ?? 0,
		gist: foreignText(event.gist ?? ''),
		isProvisional: false,
		isLate: false,
		isHit: false,
		hits: [],
		...(event.notedBy && {noteCount: event.notedBy.length}),
		...(event.about !== undefined && {about: event.about}),
	};
}
