import {actionCode} from '../../domain/actions.ts';
import {categoryCode} from '../../domain/category.ts';
import type {ByteRun, EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import {resultCode} from '../../domain/result.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {ascii, bytesOf, isLetter, isUnset, isWordAt, latinText, type Run} from '../bytes/byte-text.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import {digitsAt} from '../bytes/digits.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import type {FreeNumberRuns} from '../line-memory/free-numbers.ts';
import {LineTime} from '../line-memory/line-time.ts';
import {digitHeads} from '../time/heads.ts';
import {resultOfStatus} from '../vocabulary/http-status.ts';
import {Stamp} from '../time/stamp.ts';
import {readIsoTime} from '../time/time-iso.ts';
import {WordTable} from '../bytes/word-table.ts';

/** Tables of words whose columns a `#Fields:` line names (https://www.w3.org/TR/WD-logfile): IIS, proxies, the Windows firewall. */
export const w3cExtended: Format = {
	name: 'w3c-extended',
	title: 'W3C extended logs (IIS, Windows firewall)',
	framing: 'line',
	hasHeaders: true,
	headerHeads: '#',
	heads: digitHeads,
	open: kit => new W3cReader(kit),
};

const fieldsHead = bytesOf('#Fields: ');
const heads = [fieldsHead, ...['#Software:', '#Version:', '#Date:', '#Start-Date:', '#End-Date:', '#Remark:', '#Time Format:'].map(head => bytesOf(head))];

/** The names of columns that other formats tell too. */
const fieldNames: ReadonlyMap<string, string> = new Map([
	['c-ip', 'sourceAddress'],
	['src-ip', 'sourceAddress'],
	['c-port', 'sourcePort'],
	['src-port', 'sourcePort'],
	['s-ip', 'targetAddress'],
	['dst-ip', 'targetAddress'],
	['s-port', 'targetPort'],
	['dst-port', 'targetPort'],
	['cs-username', 'user'],
	['cs-method', 'method'],
	['cs-uri-stem', 'url'],
	['cs-host', 'virtualHost'],
	['cs(User-Agent)', 'userAgent'],
	['cs(Referer)', 'referrer'],
	['sc-status', 'status'],
	['sc-bytes', 'bytes'],
]);

const deviceNames = ['c-ip', 's-ip', 'src-ip', 'dst-ip'];

/** What is read of a line besides its time. */
const readNames: ReadonlySet<string> = new Set(['cs-username', 's-computername', 'sc-status', 'action', ...deviceNames]);

/** What a firewall did with a packet. */
const firewallResults = new WordTable<number>([['allow', resultCode.success], ['drop', resultCode.failure]]);

/** More than any of these logs has; what lies behind is part of no column. */
const mostCells = 256;

/** Headings kept of one generation: a file of nothing else must not fill the memory. */
const mostHeadings = 64;

class W3cReader implements FormatReader {
	readonly #stamp: Stamp;
	#heading = headingOf('', 0);
	#headingsMade = 0;
	/** All that the generation has had: a server names its columns anew when it starts, and others when it was told to. */
	readonly #headings = new Map<string, Heading>();
	readonly #starts = new Uint32Array(mostCells);
	readonly #ends = new Uint32Array(mostCells);
	/** Keeps the number of the heading: what is known of lines is known of those below it. */
	readonly time: LineTime;

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
		this.time = new LineTime(this.#stamp, readIsoTime, {freeRuns: () => this.#freeRuns(), state: 0});
	}

	/** Ports and sizes are any numbers, and so are those in addresses. */
	#freeRuns(): FreeNumberRuns {
		const {devices, unread} = this.#heading;
		const cell = (column: number): Run => ({start: this.#starts[column]!, end: this.#ends[column]!});
		return {texts: devices.map(column => cell(column)), values: unread.map(column => cell(column))};
	}

	#readNames(bytes: Uint8Array, start: number, end: number): void {
		const text = latinText(bytes, start, end).trim();
		if (this.#headings.size === mostHeadings) {
			this.#headings.clear();
		}

		this.#heading = this.#headings.get(text) ?? headingOf(text, ++this.#headingsMade);
		this.#headings.set(text, this.#heading);
		this.time.state = this.#heading.number;
	}

	/** Whether the line has a cell for each name. Values hold no spaces: writers put `+` in their place. */
	#hasCells({names, date}: Heading, bytes: Uint8Array, start: number, end: number): boolean {
		if (date < 0) {
			return false;
		}

		const starts = this.#starts;
		const ends = this.#ends;
		const last = names.length - 1;
		let cell = 0;
		starts[0] = start;
		for (let at = start; at < end; at++) {
			if (bytes[at] !== ascii.space) {
				continue;
			}

			ends[cell] = at;
			if (cell === last) {
				return at + 1 === end;
			}

			starts[++cell] = at + 1;
		}

		ends[cell] = end;
		return cell === last;
	}

	#isTold(bytes: Uint8Array, cell: number): boolean {
		const start = this.#starts[cell]!;
		const end = this.#ends[cell]!;
		return cell >= 0 && !isUnset(bytes, start, end);
	}

	#setRun(run: ByteRun, bytes: Uint8Array, cell: number): void {
		if (this.#isTold(bytes, cell)) {
			run.set(bytes, this.#starts[cell]!, this.#ends[cell]!);
		}
	}

	#result(bytes: Uint8Array): number {
		const {status, firewall} = this.#heading;
		if (status >= 0) {
			return resultOfStatus(digitsAt(bytes, this.#starts[status]!, this.#ends[status]! - this.#starts[status]!));
		}

		return firewall < 0 ? resultCode.none : firewallResults.find(bytes, this.#starts[firewall]!, this.#ends[firewall]!) ?? resultCode.none;
	}

	isHeader(bytes: Uint8Array, start: number, end: number): boolean {
		return bytes[start] === ascii.hash && isLetter(bytes[start + 1]!) && heads.some(head => isWordAt(bytes, start, end, head));
	}

	readHeader(bytes: Uint8Array, start: number, end: number): boolean {
		if (isWordAt(bytes, start, end, fieldsHead)) {
			this.#readNames(bytes, start + fieldsHead.length, end);
		}

		return this.isHeader(bytes, start, end);
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		const {date, user, host, devices, action} = this.#heading;
		if (!this.#hasCells(this.#heading, bytes, start, end) || !readIsoTime(bytes, this.#starts[date]!, this.#ends[date + 1]!, this.#stamp)) {
			return false;
		}

		this.#stamp.giveTo(draft);
		this.time.take(this.#starts[date]!, this.#stamp.end);
		draft.category = categoryCode.network;
		draft.action = action;
		draft.result = this.#result(bytes);
		this.#setRun(draft.user, bytes, user);
		this.#setRun(draft.host, bytes, host);
		for (const device of devices) {
			addDevicesIn(draft, bytes, this.#starts[device]!, this.#ends[device]!);
		}

		return true;
	}

	describe(bytes: Uint8Array): RecordFacts {
		const {names, date} = [this.#heading, ...this.#headings.values()].find(candidate => this.#hasCells(candidate, bytes, 0, bytes.length)) ?? headingOf('', 0);
		const timeColumn = date + 1;
		const fields = names.flatMap((name, cell): Field[] => cell !== date && cell !== timeColumn && this.#isTold(bytes, cell)
			? [{name: fieldNames.get(name) ?? name, value: decodeForeign(bytes, this.#starts[cell], this.#ends[cell])}]
			: []);
		return {message: decodeForeign(bytes, Math.min(this.#ends[timeColumn]! + 1, bytes.length)), severityWord: undefined, fields};
	}
}

/** What a `#Fields:` line names, and which columns tell what; -1 where none does. */
type Heading = ReturnType<typeof headingOf>;

function headingOf(text: string, number: number) {
	const names = text.split(' ');
	const date = names.indexOf('date');
	return {
		number,
		names,
		/** With the time of day right behind it. */
		date: names[date + 1] === 'time' && names.length < mostCells ? date : -1,
		user: names.indexOf('cs-username'),
		host: names.indexOf('s-computername'),
		status: names.indexOf('sc-status'),
		firewall: names.indexOf('action'),
		/** Those that are neither looked at nor kept. */
		unread: names.keys().filter(column => column !== date && column !== date + 1 && !readNames.has(names[column]!)).toArray(),
		devices: deviceNames.map(name => names.indexOf(name)).filter(column => column >= 0),
		action: actionCode(names.includes('cs-method') ? 'http-request' : 'network-event'),
	};
}
