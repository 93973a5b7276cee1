import type {Field} from '../domain/field.ts';
import type {EventDetails, EventRow} from '../engine/engine.ts';
import type {Foreign} from '../domain/foreign.ts';
import {isoTime} from '../domain/time.ts';
import {decodeForeign} from '../text/foreign.ts';

/** A field may occur several times in a record; then all its values are kept, in order. */
export type ExportedFields = Readonly<Record<string, Foreign | readonly Foreign[]>>;

/** One event as exports give it, in this order. What the record does not say is undefined and left out of JSON. Hot: all events have the same object shape. */
export type ExportedEvent = {
	/** `note` and `created` were written by hand and are in no log. */
	readonly kind: 'event' | 'gap' | 'note' | 'created';
	/** Absent where the record has no usable time and was placed by its neighbours. */
	readonly time?: string | undefined;
	readonly source: Foreign;
	readonly generation: number;
	readonly offset: number;
	readonly format?: string | undefined;
	readonly category?: string | undefined;
	readonly action?: string | undefined;
	readonly type?: Foreign | undefined;
	readonly severity?: string | undefined;
	readonly severityWord?: Foreign | undefined;
	readonly user?: Foreign | undefined;
	readonly devices?: readonly Foreign[] | undefined;
	readonly host?: Foreign | undefined;
	readonly result?: string | undefined;
	readonly message: Foreign;
	readonly fields?: ExportedFields | undefined;
	readonly raw?: Foreign | undefined;
};

export function exportedEvent({row, severityWord, sourcePath, message, fields, raw}: EventDetails): ExportedEvent {
	const place = {
		kind: kindOf(row, fields),
		time: row.isTimeBorrowed ? undefined : isoTime(row.time),
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
		action: row.action === 'none' ? undefined : row.action,
		type: row.type,
		severity: row.severity === 'none' ? undefined : row.severity,
		severityWord,
		user: row.user,
		devices: row.devices.length > 0 ? row.devices : undefined,
		host: row.host,
		result: row.result === 'none' ? undefined : row.result,
		message,
		fields: fields.length > 0 ? gathered(fields) : undefined,
		raw: raw === undefined ? undefined : decodeForeign(raw),
	};
}

/** Only the notes file is read in the format `notes`, so no log can pretend to be one. */
function kindOf({kind, format}: EventRow, fields: readonly Field[]): ExportedEvent['kind'] {
	if (format !== 'notes') {
		return kind;
	}

	return fields.some(({name, value}) => name === 'ledgerline' && value === 'note') ? 'note' : 'created';
}

/** The fields as one object. Only an object without a prototype can hold a field `__proto__`, but JSON takes twice as long over those, so they are made only when needed. */
function gathered(fields: readonly Field[]): ExportedFields {
	const isOdd = fields.some(({name}) => name === '__proto__');
	const all = (isOdd ? Object.create(null) : {}) as Record<string, Foreign | Foreign[]>;
	for (const {name, value} of fields) {
		const before = Object.hasOwn(all, name) ? all[name] : undefined;
		if (Array.isArray(before)) {
			// In place: an audit event may have thousands of records, each with the same field names.
			before.push(value);
		} else {
			all[name] = before === undefined ? value : [before, value];
		}
	}

	return all;
}
