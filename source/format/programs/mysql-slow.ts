import {categoryCode} from '../../domain/category.ts';
import type {EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import {type Foreign, foreignText} from '../../domain/foreign.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {bytesOf, isWordAt} from '../bytes/byte-text.ts';
import {addDeviceOnce, addDevicesIn} from '../vocabulary/devices.ts';
import {findTime, readAnyTime} from '../time/find-time.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {linesOf} from '../intake/line-text.ts';
import {LineTime} from '../line-memory/line-time.ts';
import {Stamp} from '../time/stamp.ts';
import {Template} from '../templates/template.ts';

/** The slow query log of MySQL and MariaDB: lines of remarks above each statement, and the statement. Together they are one event. */
export const mysqlSlow: Format = {
	name: 'mysql-slow',
	title: 'MySQL and MariaDB slow query log',
	framing: 'line',
	heads: '#',
	open: kit => new MysqlSlowReader(kit),
};

const timeHead = bytesOf('# Time: ');
const userHead = bytesOf('# User@Host: ');
const costHead = bytesOf('# Query_time: ');

/** Written before a statement, and no part of it. */
const settings = ['SET timestamp=', 'use '].map(word => bytesOf(word));

/** `account[name] @ host [address]  Id: 8`; a client on the same machine has no address. */
const people = new Template('# User@Host: {account}[{user...}] @ {sourceHost}[{sourceAddress}]{tail}');
const user = people.slot('user');
const sourceHost = people.slot('sourceHost');
const sourceAddress = people.slot('sourceAddress');

/** Which of the remarks a line is, in the order in which they are written; that which names people tells the most. */
const remarks = {none: 0, time: 1, cost: 2, user: 3} as const;
type Remark = (typeof remarks)[keyof typeof remarks];

class MysqlSlowReader implements FormatReader {
	readonly #stamp: Stamp;
	/** Of the statement at hand; another begins with its time, or with its user where the second is the same. */
	#key = 0;
	#hasUser = false;
	/** Which remark the line read last is, is told aside. */
	readonly time: LineTime;

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
		this.time = new LineTime(this.#stamp, readAnyTime, {freeRuns: (_, start, end) => this.time.aside === remarks.cost ? {texts: [], values: [{start, end}]} : {texts: [{start, end}], values: []}});
	}

	/** No word before the time of its remark is one. */
	#readTime(bytes: Uint8Array, start: number, end: number, draft: EventDraft): void {
		const timeStart = findTime(bytes, start, end, this.#stamp);
		if (timeStart < 0) {
			this.time.forget();
			return;
		}

		this.#stamp.giveTo(draft);
		this.time.take(timeStart, this.#stamp.end);
	}

	#readPeople(bytes: Uint8Array, start: number, end: number, draft: EventDraft): void {
		if (!people.match(bytes, start, end)) {
			return;
		}

		const {starts, ends} = people;
		const place = ends[sourceAddress]! > starts[sourceAddress]! ? sourceAddress : sourceHost;
		draft.user.set(bytes, starts[user]!, ends[user]!);
		addDevicesIn(draft, bytes, starts[place]!, ends[place]!);
		if (place === sourceAddress && draft.deviceCount === 0) {
			addDeviceOnce(draft, bytes, starts[place]!, ends[place]!);
		}
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		const remark = remarkAt(bytes, start, end);
		if (remark === remarks.none) {
			return false;
		}

		this.time.aside = remark;
		this.time.takeNone();
		draft.category = categoryCode.system;
		if (remark === remarks.time) {
			this.#readTime(bytes, start, end, draft);
		} else if (remark === remarks.user) {
			this.#readPeople(bytes, start, end, draft);
		}

		return true;
	}

	/** Asked once a record. */
	joinKey(): number {
		const isUser = this.time.aside === remarks.user;
		const isNext = this.time.aside === remarks.time || (isUser && this.#hasUser) || this.#key === 0;
		this.#key += isNext ? 1 : 0;
		this.#hasUser = isUser || (this.#hasUser && !isNext);
		return this.#key;
	}

	joinWeight(): number {
		return this.time.aside;
	}

	/** The statement, however many lines it has. */
	continues(): boolean {
		return true;
	}

	describe(bytes: Uint8Array): RecordFacts {
		const lines = linesOf(bytes);
		const statement = lines.filter(line => remarkAt(line, 0, line.length) === remarks.none && settings.every(head => !isWordAt(line, 0, line.length, head)));
		return {
			message: statement.map(line => decodeForeign(line)).join('\n') as Foreign,
			severityWord: undefined,
			fields: lines.flatMap(line => fieldsOf(line)),
		};
	}
}

function remarkAt(bytes: Uint8Array, start: number, end: number): Remark {
	if (isWordAt(bytes, start, end, timeHead)) {
		return remarks.time;
	}

	if (isWordAt(bytes, start, end, userHead)) {
		return remarks.user;
	}

	return isWordAt(bytes, start, end, costHead) ? remarks.cost : remarks.none;
}

function fieldsOf(line: Uint8Array): Field[] {
	const kind = remarkAt(line, 0, line.length);
	if (kind === remarks.user) {
		return people.match(line, 0, line.length) ? slotsOf(line) : [];
	}

	return kind === remarks.cost ? costsOf(decodeForeign(line)) : [];
}

/** `Query_time: 2.000134  Lock_time: 0.000000 Rows_sent: 1`. */
function costsOf(text: string): Field[] {
	const words = text.split(' ').filter(word => word !== '');
	return words.flatMap((word, index) => word.endsWith(':') && words[index + 1] !== undefined ? [{name: word.slice(0, -1), value: foreignText(words[index + 1]!)}] : []);
}

const slotsOf = (line: Uint8Array): Field[] => ['user', 'account', 'sourceHost', 'sourceAddress'].flatMap(name => {
	const slot = people.slot(name);
	const value = decodeForeign(line, people.starts[slot], people.ends[slot]).trim();
	return value === '' ? [] : [{name, value: foreignText(value)}];
});
