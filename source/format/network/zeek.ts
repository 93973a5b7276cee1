import type {EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import {resultCode} from '../../domain/result.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {ascii, bytesOf, isLetter, isUnset, isWordAt, latinText} from '../bytes/byte-text.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import {digitsAt} from '../bytes/digits.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {resultOfStatus} from '../vocabulary/http-status.ts';
import {hexDigit} from '../json/json-text.ts';
import {Stamp} from '../time/stamp.ts';
import {readEpochSeconds} from '../time/time-epoch.ts';
import {codesOfPath, codesWithResult} from './zeek-actions.ts';

/** Zeek's own tables. Their columns are named in the head of each file. */
export const zeek: Format = {
	name: 'zeek',
	title: 'Zeek (TSV)',
	framing: 'line',
	hasHeaders: true,
	headerHeads: '#',
	open: kit => new ZeekReader(kit),
};

const heads = {separator: bytesOf('#separator '), fields: bytesOf('#fields'), path: bytesOf('#path')};
const allHeads = [...Object.values(heads), ...['#set_separator', '#empty_field', '#unset_field', '#open', '#close', '#types'].map(head => bytesOf(head))];

/** Zeek's own names for what other formats tell too. */
export const zeekFieldNames: ReadonlyArray<readonly [own: string, ours: string]> = [
	['id.orig_h', 'sourceAddress'],
	['id.orig_p', 'sourcePort'],
	['id.resp_h', 'targetAddress'],
	['id.resp_p', 'targetPort'],
	['proto', 'protocol'],
	['uri', 'url'],
	['status_code', 'status'],
];

const fieldNames = new Map(zeekFieldNames);

/** More than any log of Zeek's has; what lies behind is part of no column. */
const mostCells = 1024;

// Cells of the record at hand. Reading one is over before another is begun, in whatever file.
const starts = new Uint32Array(mostCells);
const ends = new Uint32Array(mostCells);

/** By the first byte of a cell: Zeek writes T and F, and a dash where it could not tell. */
const results = new Uint8Array(256);
results['T'.charCodeAt(0)] = resultCode.success;
results['F'.charCodeAt(0)] = resultCode.failure;

class ZeekReader implements FormatReader {
	readonly #stamp: Stamp;
	#delimiter: number = ascii.tab;
	/** What the records of the table tell of, and the name of its log. */
	#codes = codesOfPath('');
	#path = new Uint8Array(0);
	#names: readonly string[] = [];
	#timeColumn = -1;
	#userColumn = -1;
	#resultColumn = -1;
	#statusColumn = -1;
	#messageColumn = -1;
	#deviceColumns: readonly number[] = [];

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
	}

	#readNames(bytes: Uint8Array, start: number, end: number): void {
		const count = this.#split(bytes, start, end);
		this.#names = Array.from({length: count}, (_, column) => latinText(bytes, starts[column]!, ends[column]!));
		this.#timeColumn = this.#names.indexOf('ts');
		this.#userColumn = this.#names.findIndex(name => name === 'username' || name === 'user' || (name === 'client' && this.#names.includes('request_type')));
		this.#resultColumn = this.#names.findIndex(name => name === 'auth_success' || name === 'success');
		this.#statusColumn = this.#names.indexOf('status_code');
		this.#messageColumn = this.#names.indexOf('msg');
		this.#deviceColumns = ['id.orig_h', 'id.resp_h', 'mac', 'host', 'client_addr', 'assigned_addr', 'src', 'dst', 'orig_h', 'resp_h'].map(name => this.#names.indexOf(name)).filter(column => column >= 0);
	}

	/** Answers how many cells the run has. */
	#split(bytes: Uint8Array, start: number, end: number): number {
		const delimiter = this.#delimiter;
		let count = 0;
		starts[0] = start;
		for (let at = start; at < end && count < mostCells - 1; at++) {
			if (bytes[at] !== delimiter) {
				continue;
			}

			ends[count++] = at;
			starts[count] = at + 1;
		}

		ends[count] = end;
		return count + 1;
	}

	#result(bytes: Uint8Array): number {
		const result = this.#resultColumn;
		const status = this.#statusColumn;
		if (status >= 0) {
			return resultOfStatus(digitsAt(bytes, starts[status]!, ends[status]! - starts[status]!));
		}

		return result < 0 ? resultCode.none : results[bytes[starts[result]!]!]!;
	}

	#pathField(): Field[] {
		return this.#path.length === 0 ? [] : [{name: 'sourceAction', value: decodeForeign(this.#path)}];
	}

	isHeader(bytes: Uint8Array, start: number, end: number): boolean {
		return bytes[start] === ascii.hash && isLetter(bytes[start + 1]!) && allHeads.some(head => isWordAt(bytes, start, end, head));
	}

	readHeader(bytes: Uint8Array, start: number, end: number): boolean {
		if (!this.isHeader(bytes, start, end)) {
			return false;
		}

		if (isWordAt(bytes, start, end, heads.separator)) {
			this.#delimiter = separatorOf(bytes, start + heads.separator.length, end);
		} else if (isWordAt(bytes, start, end, heads.fields)) {
			this.#readNames(bytes, start + heads.fields.length + 1, end);
		} else if (isWordAt(bytes, start, end, heads.path)) {
			this.#path = bytes.slice(start + heads.path.length + 1, end);
			this.#codes = codesOfPath(latinText(this.#path, 0, this.#path.length));
		}

		return true;
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		const time = this.#timeColumn;
		if (time < 0 || this.#split(bytes, start, end) !== this.#names.length || !readEpochSeconds(bytes, starts[time]!, ends[time]!, this.#stamp) || this.#stamp.end !== ends[time]) {
			return false;
		}

		this.#stamp.giveTo(draft);
		draft.result = this.#result(bytes);
		const {action, category} = codesWithResult(this.#codes, draft.result);
		draft.action = action;
		draft.category = category;
		draft.type.set(this.#path, 0, this.#path.length);

		for (const column of this.#deviceColumns) {
			addDevicesIn(draft, bytes, starts[column]!, ends[column]!);
		}

		if (this.#userColumn >= 0 && !isUnset(bytes, starts[this.#userColumn]!, ends[this.#userColumn]!)) {
			draft.user.set(bytes, starts[this.#userColumn]!, ends[this.#userColumn]!);
		}

		return true;
	}

	describe(bytes: Uint8Array): RecordFacts {
		const count = this.#split(bytes, 0, bytes.length);
		const message = this.#messageColumn;
		return {
			message: message < 0 ? decodeForeign(bytes, count > 1 ? starts[1] : 0) : decodeForeign(bytes, starts[message], ends[message]),
			severityWord: undefined,
			fields: [...this.#pathField(), ...this.#names.slice(0, count).flatMap((name, column): Field[] => isUnset(bytes, starts[column]!, ends[column]!)
				? []
				: [{name: fieldNames.get(name) ?? name, value: decodeForeign(bytes, starts[column], ends[column])}])],
		};
	}
}

/** `#separator \x09`. */
function separatorOf(bytes: Uint8Array, start: number, end: number): number {
	const high = hexDigit(bytes[start + 2] ?? 0);
	const low = hexDigit(bytes[start + 3] ?? 0);
	const isSpelled = start + 4 <= end && bytes[start] === ascii.backslash && high >= 0 && low >= 0;
	return isSpelled ? (high << 4) | low : bytes[start] ?? ascii.tab;
}
