import {categoryCode} from '../../domain/category.ts';
import type {EventDraft} from '../../domain/event-draft.ts';
import type {Foreign} from '../../domain/foreign.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {severityCode} from '../../domain/severity.ts';
import {ascii, bytesOf, isDash, latinText, type Run} from '../bytes/byte-text.ts';
import {Fraction} from '../bytes/digits.ts';
import {commonFieldName} from '../vocabulary/common-fields.ts';
import {addDeviceOnce, addDevicesIn} from '../vocabulary/devices.ts';
import {readAnyTime} from '../time/find-time.ts';
import type {FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import type {Pattern} from '../patterns/pattern.ts';
import {severityOf} from '../vocabulary/severity-words.ts';
import {Stamp, type TimeReader} from '../time/stamp.ts';
import {spelledTime} from '../time/time-spelled.ts';

/** A log format of a third party, made ready: groups of its patterns by what they tell. */
export type PatternedFormat = {
	readonly name: string;
	readonly title: string;
	readonly patterns: readonly Pattern[];
	/** `clock` is the group of the time of day where the time has the date alone. */
	readonly fields: {readonly time: string; readonly level: string; readonly body: string; readonly clock: string | undefined};
	/** How times are spelled; any known spelling where none of these fits. */
	readonly times: readonly TimeReader[];
	/** What a level looks like, and the severity it stands for; the level's own word where none of these fits. */
	readonly levels: ReadonlyArray<{readonly pattern: Pattern; readonly severity: number}>;
	/** Groups under the names that other formats have for the same thing. */
	readonly fieldNames: ReadonlyMap<string, string>;
	/** Whether lines that fit no pattern belong to the record above. */
	readonly isMultiline: boolean;
};

const fraction = new Fraction();

/** Bytes of a line that a pattern is tried on; a body that goes to their end goes to the end of the record. */
const mostTriedBytes = 16 * 1024;

/** Spellings that lnav tries by itself and that no line by itself would prove to be a time. */
const usualTimes = ['%m%d %H:%M:%S.%f', '%m%d %H:%M:%S', '%Y%m%d %H:%M:%S.%f', '%H:%M:%S.%f', '%H:%M:%S', '%M:%S.%f', '%M:%S', '%y%m%d %H%M%S', '+%s', '%s.%f'].map(spelling => spelledTime(spelling)).filter(reader => typeof reader === 'function');

/** Groups that name the machine that wrote the record. */
const hostGroups: readonly string[] = ['host', 'hostname', 'log_hostname'];

/** Reads the records of a third party's format. */
export class PatternedReader implements FormatReader {
	readonly #format: PatternedFormat;
	readonly #stamp: Stamp;
	/** Groups that name who did it. */
	readonly #userGroups: readonly string[];
	#pattern: Pattern;

	constructor(format: PatternedFormat, {hints}: ReaderKit) {
		this.#format = format;
		this.#userGroups = [...new Set(format.patterns.flatMap(({names}) => names.filter(name => commonFieldName(name) === 'user')))];
		this.#stamp = new Stamp(hints);
		this.#pattern = format.patterns[0]!;
	}

	/** Turns to the pattern that fits and whose time can be read. */
	#match(bytes: Uint8Array, start: number, end: number): boolean {
		const tried = Math.min(end, start + mostTriedBytes);
		const isOwn = (pattern: Pattern) => pattern.match(bytes, start, tried) && this.#readTime(pattern, bytes);
		const found = isOwn(this.#pattern) ? this.#pattern : this.#format.patterns.find(pattern => pattern !== this.#pattern && isOwn(pattern));
		this.#pattern = found ?? this.#pattern;
		return found !== undefined;
	}

	#readTime({names, starts, ends}: Pattern, bytes: Uint8Array): boolean {
		const group = names.indexOf(this.#format.fields.time);
		const start = starts[group] ?? -1;
		const clock = names.indexOf(this.#format.fields.clock ?? '');
		if (start < 0 || (starts[clock] ?? -1) < 0) {
			return start >= 0 && this.#hasTime(bytes, start, ends[group]!);
		}

		const joined = bytesOf(`${latinText(bytes, start, ends[group]!)} ${latinText(bytes, starts[clock]!, ends[clock]!)}`);
		return this.#hasTime(joined, 0, joined.length);
	}

	#hasTime(bytes: Uint8Array, start: number, end: number): boolean {
		const isTime = (read: TimeReader) => read(bytes, start, end, this.#stamp) && !Number.isNaN(this.#stamp.micros);
		return this.#format.times.some(read => isTime(read) && this.#isAll(bytes, end)) || [readAnyTime, ...usualTimes].some(read => isTime(read));
	}

	/** A spelling fits the whole of its group, but for a fraction of the second that it does not speak of. */
	#isAll(bytes: Uint8Array, end: number): boolean {
		const stamp = this.#stamp;
		if (stamp.digits === 0) {
			fraction.read(bytes, stamp.end, end);
			stamp.addNanos(fraction.nanos, fraction.digits);
			stamp.end = fraction.end;
		}

		return stamp.end === end;
	}

	/** The bounds of a group of the line at hand. */
	#group(name: string): {readonly start: number; readonly end: number} | undefined {
		const group = this.#pattern.names.indexOf(name);
		const start = this.#pattern.starts[group] ?? -1;
		return start < 0 ? undefined : {start, end: this.#pattern.ends[group]!};
	}

	#severity(bytes: Uint8Array): number {
		const level = this.#group(this.#format.fields.level);
		if (level === undefined) {
			return 0;
		}

		const told = this.#format.levels.find(({pattern}) => pattern.find(bytes, level.start, level.end));
		// lnav takes what none of a format's own levels fits for information.
		const unnamed = this.#format.levels.length > 0 ? severityCode.info : severityCode.none;
		return told?.severity ?? (severityOf(bytes, level.start, level.end) || unnamed);
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		if (!this.#match(bytes, start, end)) {
			return false;
		}

		this.#stamp.giveTo(draft);
		draft.severity = this.#severity(bytes);
		draft.category = categoryCode.other;
		for (const [groups, run] of [[this.#userGroups, draft.user], [hostGroups, draft.host]] as const) {
			const found = groups.map(name => this.#group(name)).find(group => group !== undefined && !isDash(bytes, group.start, group.end));
			const quotes = found !== undefined && isQuoted(bytes, found) ? 1 : 0;
			run.set(bytes, (found?.start ?? 0) + quotes, (found?.end ?? 0) - quotes);
		}

		if (draft.host.end > draft.host.start) {
			addDeviceOnce(draft, bytes, draft.host.start, draft.host.end);
		}

		addDevicesIn(draft, bytes, start, end);
		return true;
	}

	continues(): boolean {
		return this.#format.isMultiline;
	}

	describe(bytes: Uint8Array): RecordFacts {
		const newline = bytes.indexOf(ascii.newline);
		const lineEnd = newline === -1 ? bytes.length : newline;
		if (!this.#match(bytes, 0, lineEnd)) {
			return {message: decodeForeign(bytes), severityWord: undefined, fields: []};
		}

		const {time, level, body} = this.#format.fields;
		const told = this.#group(body) ?? {start: 0, end: bytes.length};
		const text = (name: string): Foreign | undefined => {
			const group = this.#group(name);
			return group === undefined || group.end === group.start ? undefined : decodeForeign(bytes, group.start, group.end);
		};

		return {
			message: bodyOf(bytes, told, lineEnd),
			severityWord: text(level),
			fields: this.#pattern.names.filter(name => ![time, level, body].includes(name)).flatMap(name => {
				const value = text(name);
				return value === undefined ? [] : [{name: this.#format.fieldNames.get(name) ?? commonFieldName(name, value), value}];
			}),
		};
	}
}

const isQuoted = (bytes: Uint8Array, {start, end}: Run): boolean => end > start + 2 && bytes[start] === ascii.quote && bytes[end - 1] === ascii.quote;

/** A body that goes to the end of its line goes to the end of the record; where its line has none, it is what stands below, or the whole line. */
function bodyOf(bytes: Uint8Array, {start, end}: Run, lineEnd: number): Foreign {
	if (end < Math.min(lineEnd, mostTriedBytes)) {
		return decodeForeign(bytes, start === end ? 0 : start, start === end ? bytes.length : end);
	}

	const said = decodeForeign(bytes, start);
	const below = said.trim() === '' ? '' : said.replace(/^[\n\r]+/v, '');
	return below === '' ? decodeForeign(bytes) : below as Foreign;
}
