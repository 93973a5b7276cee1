import {categoryCode} from '../../domain/category.ts';
import {severityCode} from '../../domain/severity.ts';
import type {EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import type {Foreign} from '../../domain/foreign.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {digitsAt} from '../bytes/digits.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import {readAnyTime} from '../time/find-time.ts';
import type {FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {commonFieldName} from '../vocabulary/common-fields.ts';
import {jsonFields} from '../json/json-fields.ts';
import {JsonLookup, type JsonPaths} from '../json/json-lookup.ts';
import {addDevicesAt} from '../json/member-devices.ts';
import {fieldOfRole, lookedUp} from '../json/json-roles.ts';
import {loggedSeverity} from '../vocabulary/logged-severity.ts';
import {Stamp} from '../time/stamp.ts';
import {readEpochTime} from '../time/time-epoch.ts';
import type {PatternedFormat} from './lnav-reader.ts';

/** A log of JSON objects as a third party defines it: where the columns lie. */
export type DefinedJson = {
	readonly name: string;
	readonly title: string;
	readonly paths: {readonly time: JsonPaths; readonly subsecond: JsonPaths; readonly level: JsonPaths; readonly body: JsonPaths};
	/** Nanoseconds of one unit of what lies below the second in a member of its own. */
	readonly subsecondNanos: number;
	/** The same, as names of fields. */
	readonly names: {readonly level: string; readonly body: string};
	/** How lnav shows a record: text, and fields with what stands around them where there is one. */
	readonly line: ReadonlyArray<string | {readonly field: string; readonly prefix: string; readonly suffix: string}>;
	readonly times: PatternedFormat['times'];
	readonly levels: PatternedFormat['levels'];
	readonly fieldNames: PatternedFormat['fieldNames'];
};

/** Reads the records of a third party's format in JSON. Who, where and which devices is told by the names that loggers commonly use. */
export class DefinedJsonReader implements FormatReader {
	readonly #format: DefinedJson;
	readonly #lookup: JsonLookup;
	readonly #stamp: Stamp;

	constructor(format: DefinedJson, {hints, json}: ReaderKit) {
		this.#format = format;
		this.#lookup = new JsonLookup(json);
		this.#stamp = new Stamp(hints);
	}

	#readTime(bytes: Uint8Array): boolean {
		const {paths, times, subsecondNanos} = this.#format;
		const lookup = this.#lookup;
		const hasTime = lookup.find(paths.time) && [...times, readAnyTime, readEpochTime].some(read => read(bytes, lookup.start, lookup.end, this.#stamp) && !Number.isNaN(this.#stamp.micros));
		if (!hasTime) {
			return false;
		}

		if (this.#stamp.digits === 0 && lookup.find(paths.subsecond)) {
			this.#stamp.addNanos(Math.max(digitsAt(bytes, lookup.start, lookup.end - lookup.start), 0) * subsecondNanos);
		}

		return true;
	}

	#severity(bytes: Uint8Array): number {
		const {paths, levels} = this.#format;
		const lookup = this.#lookup;
		if (!lookup.find(paths.level)) {
			return 0;
		}

		const told = levels.find(({pattern}) => pattern.find(bytes, lookup.start, lookup.end));
		// lnav takes what none of a format's own levels fits for information.
		return told?.severity ?? (loggedSeverity(bytes, lookup) || (levels.length > 0 ? severityCode.info : severityCode.none));
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		const lookup = this.#lookup;
		if (!lookup.open(bytes, start, end) || !this.#readTime(bytes)) {
			return false;
		}

		this.#stamp.giveTo(draft);
		draft.severity = this.#severity(bytes);
		draft.category = categoryCode.other;
		if (lookup.find(lookedUp.user)) {
			lookup.giveTo(draft.user);
		}

		if (lookup.find(lookedUp.host)) {
			lookup.giveTo(draft.host);
		}

		addDevicesAt(lookup, lookedUp.device, bytes, draft);
		if (lookup.find(this.#format.paths.body)) {
			addDevicesIn(draft, bytes, lookup.start, lookup.end);
		}

		return true;
	}

	describe(bytes: Uint8Array): RecordFacts {
		const {names, line, fieldNames} = this.#format;
		const fields = jsonFields(bytes, 0, bytes.length);
		const body = fields.find(({name}) => name === names.body);
		const said = [body?.value.trimEnd(), shownLine(line, fields), fieldOfRole(fields, 'message')?.value.trimEnd()].find(text => text !== undefined && text !== '');
		return {
			message: said === undefined ? decodeForeign(bytes) : said as Foreign,
			severityWord: fields.find(({name}) => name === names.level)?.value,
			fields: fields.filter(field => field !== body).map(({name, value}) => ({name: fieldNames.get(name) ?? commonFieldName(name), value})),
		};
	}
}

/** What a definition shows of a record; nothing where the record has none of its fields. */
function shownLine(line: DefinedJson['line'], fields: readonly Field[]): string {
	let hasField = false;
	const shown = line.map(piece => {
		if (typeof piece === 'string') {
			return piece;
		}

		const value = fields.find(({name}) => name === piece.field)?.value.trimEnd() ?? '';
		hasField ||= value !== '';
		return value === '' ? '' : `${piece.prefix}${value}${piece.suffix}`;
	});
	return hasField ? shown.join('').replaceAll(emptyBrackets, '').replaceAll(/ {2,}/gv, ' ').trim() : '';
}

/** What stood around the time or the level. */
const emptyBrackets = /\[ *\]|\( *\)/gv;
