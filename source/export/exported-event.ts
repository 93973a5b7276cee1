import type {EventDetails, EventRow, Field} from '../engine/engine.ts';
import type {Foreign} from '../domain/foreign.ts';
import {isoTime} from '../domain/time.ts';
import {decodeForeign} from '../text/foreign.ts';

/** One field may occur several times in a record; then all its values are kept, in order. */
export type ExportedFields = Readonly<Record<string, Foreign | readonly Foreign[]>>;

/** What every export says of one event, in this order. What the record does not say is undefined, which JSON leaves out: no nulls, no 'none'. Hot: one object, one shape. */
export type ExportedEvent = {
	/** `note` and `created` were written by hand, and are in no log. */
	readonly kind: 'event' | 'gap' | 'note' | 'created';
	/** Absent where the record carries no usable time; it stands at its neighbours' then. */
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

/** Only the side file is read in that format, and only when the user names it. */
function kindOf({kind, format}: EventRow, fields: readonly Field[]): ExportedEvent['kind'] {
	if (format !== 'notes') {
		return kind;
	}

	return fields.some(({name, value}) => name === 'ledgerline' && value === 'note') ? 'note' : 'created';
}

/** Only an object without a prototype can say that a record has a field `__proto__`; JSON takes twice as long over such an object. */
function gathered(fields: readonly Field[]): ExportedFields {
	const isOdd = fields.some(({name}) => name === '__proto__');
	const all = (isOdd ? Object.create(null) : {}) as Record<string, Foreign | Foreign[]>;
	for (const {name, value} of fields) {
		const before = Object.hasOwn(all, name) ? all[name] : undefined;
		if (Array.isArray(before)) {
			// Lists grow in place: an audit event may have many thousand records, each with the same names.
			before.push(value);
		} else {
			all[name] = before === undefined ? value : [before, value];
		}
	}

	return all;
}
