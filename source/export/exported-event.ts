import type {EventDetails, Field} from '../engine/engine.ts';
import type {Foreign} from '../domain/foreign.ts';
import {isoTime} from '../domain/time.ts';
import {decodeForeign} from '../text/foreign.ts';

/** One field may occur several times in a record; then all its values are kept, in order. */
export type ExportedFields = Readonly<Record<string, Foreign | readonly Foreign[]>>;

/** What every export says of one event, in this order. What the record does not say is absent: no nulls, no 'none'. */
export type ExportedEvent = {
	readonly kind: 'event' | 'gap';
	/** Absent where the record carries no usable time; it stands at its neighbours' then. */
	readonly time?: string;
	readonly source: Foreign;
	readonly generation: number;
	readonly offset: number;
	readonly format?: string;
	readonly category?: string;
	readonly action?: string;
	readonly severity?: string;
	readonly severityWord?: Foreign;
	readonly user?: Foreign;
	readonly devices?: readonly Foreign[];
	readonly host?: Foreign;
	readonly result?: string;
	readonly message: Foreign;
	readonly fields?: ExportedFields;
	readonly raw?: Foreign;
};

export function exportedEvent({row, severityWord, sourcePath, message, fields, raw}: EventDetails): ExportedEvent {
	const place = {
		kind: row.kind,
		...(!row.isTimeBorrowed && {time: isoTime(row.time)}),
		source: sourcePath,
		generation: row.generationOrdinal,
		offset: row.offsetBytes,
	};
	if (row.kind === 'gap') {
		return {...place, message};
	}

	return {
		...place,
		format: row.format,
		category: row.category,
		...(row.action !== 'none' && {action: row.action}),
		...(row.severity !== 'none' && {severity: row.severity}),
		...(severityWord !== undefined && {severityWord}),
		...(row.user !== undefined && {user: row.user}),
		...(row.devices.length > 0 && {devices: row.devices}),
		...(row.host !== undefined && {host: row.host}),
		...(row.result !== 'none' && {result: row.result}),
		message,
		...(fields.length > 0 && {fields: gathered(fields)}),
		...(raw !== undefined && {raw: decodeForeign(raw)}),
	};
}

/** An object without a prototype, so that a record with a field `__proto__` says just that. */
function gathered(fields: readonly Field[]): ExportedFields {
	const all = Object.create(null) as Record<string, Foreign | readonly Foreign[]>;
	for (const {name, value} of fields) {
		const before = all[name];
		all[name] = before === undefined ? value : [before, value].flat();
	}

	return all;
}
