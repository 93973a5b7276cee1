import type {EventDraft} from '../domain/event-draft.ts';
import type {Format} from './format.ts';
import {plainTextRow} from './formats.ts';
import type {Run} from './bytes/byte-text.ts';
import {JsonCandidates} from './json/json-candidates.ts';
import {marksIn, marksNamed} from './bytes/line-marks.ts';
import type {Readers} from './readers.ts';

/** After so many lines the past counts half, so that a file whose style changes midway gets a new leader soon. */
const memoryLines = 1024;

/**
Finds out line by line which format a record has: the leader so far is asked first, then every other format. One odd line therefore changes
nothing, and a file of mixed formats is read line by line as what each line is. What is found depends on the lines alone, never on how they arrived.
*/
export class Recogniser {
	readonly #formats: readonly Format[];
	readonly #readers: Readers;
	readonly #orders: Orders;
	/** By row, the marks that each of its records holds. */
	readonly #needs: Int32Array;
	/** By row, 1 for those that take a line for its words or leave it. What a number is decides whether cells or members are a record. */
	readonly #hangOnWords: Uint8Array;
	/** By row, 1: what is asked of a line that cannot be JSON. */
	readonly #all: Uint8Array;
	/** Made with the first line that may be JSON. */
	#candidates: JsonCandidates | undefined;
	readonly #scores: Float64Array;
	readonly #only: number;
	#leader: number;
	#lines = 0;
	/** Of the line at hand: whether it was known, and whether nobody who left it did so for a number. */
	#isKnown = false;
	#isSure = false;

	/** With `only`, that format and plain text are the only ones asked. */
	constructor(formats: readonly Format[], readers: Readers, only: number) {
		this.#formats = formats;
		this.#readers = readers;
		this.#leader = formats.length;
		this.#scores = new Float64Array(formats.length + 1);
		this.#only = only;
		this.#orders = ordersOf(formats, only);
		this.#all = new Uint8Array(formats.length).fill(1);
		this.#hangOnWords = Uint8Array.from(formats, format => isToldByWords(format) ? 1 : 0);
		this.#needs = Int32Array.from(formats, ({marks = '', hasHeaders, hasRecordsWithoutHeaders}) => marksNamed(marks) | (hasHeaders === undefined || hasRecordsWithoutHeaders ? 0 : markOfNone));
	}

	/** By row, 1 for the formats that may be the line's, as far as its first byte and the names in it tell. */
	#candidateRows(bytes: Uint8Array, start: number, end: number): Uint8Array {
		if (jsonHeadBytes[bytes[start]!] === 0) {
			return this.#all;
		}

		this.#candidates ??= new JsonCandidates(this.#formats, this.#readers.json, this.#only);
		return this.#candidates.rows(bytes, start, end);
	}

	/** The row that takes the line, if that is known; -1 where it must be read. */
	#knownRow(bytes: Uint8Array, start: number, end: number, draft: EventDraft): number {
		const {known} = this.#readers;
		return known?.begin(start, end) === true ? known.read(bytes, start, end, draft) : -1;
	}

	/** Asks one reader after the other. */
	#ask(bytes: Uint8Array, start: number, end: number, draft: EventDraft): number {
		const {first, leader, others, haveMarks} = this.#orders[bytes[start]!]![this.#leader]!;
		const candidates = this.#candidateRows(bytes, start, end);
		this.#isSure = true;
		const marks = haveMarks && first.length > 0 ? marksIn(bytes, start, end) : 0;
		for (const format of first) {
			if (candidates[format] !== 1 || (this.#needs[format]! & ~marks) !== 0) {
				continue;
			}

			if (this.#readers.at(format).read(bytes, start, end, draft)) {
				return format;
			}

			this.#isSure &&= this.#hangOnWords[format] === 1;
		}

		// A call by itself: in a log of one format V8 then knows which reader is meant, and puts its code here.
		if (leader >= 0 && candidates[leader] === 1) {
			if (this.#readers.at(leader).read(bytes, start, end, draft)) {
				return leader;
			}

			this.#isSure &&= this.#hangOnWords[leader] === 1;
		}

		return this.#askOthers(bytes, {start, end}, {others, haveMarks, candidates}, draft);
	}

	/** Asks those behind the leader: by itself, so that what V8 puts in one place is what most lines need. */
	#askOthers(bytes: Uint8Array, {start, end}: Run, {others, haveMarks, candidates}: Pick<Order, 'others' | 'haveMarks'> & {readonly candidates: Uint8Array}, draft: EventDraft): number {
		const marks = haveMarks ? marksIn(bytes, start, end) : 0;
		for (const format of others) {
			if (candidates[format] !== 1 || (this.#needs[format]! & ~marks) !== 0) {
				continue;
			}

			if (this.#readers.at(format).read(bytes, start, end, draft)) {
				return format;
			}

			this.#isSure &&= this.#hangOnWords[format] === 1;
		}

		throw new Error('plain text must take every line');
	}

	#learnText(bytes: Uint8Array, start: number, end: number, draft: EventDraft): void {
		if (!this.#isKnown && this.#isSure) {
			this.#readers.known?.learn(bytes, start, end, {row: plainTextRow, draft});
		}
	}

	/** The row number of the format that understands the record; the draft then holds its columns. Plain text understands everything. */
	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): number {
		draft.clear();
		const row = this.#knownRow(bytes, start, end, draft);
		this.#isKnown = row >= 0;
		if (row >= 0) {
			return row;
		}

		const format = this.#ask(bytes, start, end, draft);
		// Plain text is not read to its end yet.
		if (format !== plainTextRow && this.#isSure) {
			this.#readers.known?.learn(bytes, start, end, {row: format, draft});
		}

		return format;
	}

	/** Reads what plain text left out of the line read last. */
	finish(bytes: Uint8Array, start: number, end: number, draft: EventDraft): void {
		const text = this.#readers.at(plainTextRow);
		if (this.#isKnown && text.isUnfinished !== true) {
			return;
		}

		if (this.#isKnown) {
			draft.clear();
			text.read(bytes, start, end, draft);
		}

		text.finish?.(bytes, start, end, draft);
		this.#learnText(bytes, start, end, draft);
	}

	/** The line read last, which plain text took, is more of the event above: nothing else is asked about it. */
	leave(bytes: Uint8Array, start: number, end: number, draft: EventDraft): void {
		this.#learnText(bytes, start, end, draft);
	}

	/** A line was read that names the columns of a table: from now on its format is asked. */
	open(format: number): void {
		if ((this.#needs[format]! & markOfNone) === 0) {
			return;
		}

		this.#needs[format]! &= ~markOfNone;
		this.#readers.known?.forget();
	}

	/** Counts a line for its format. */
	count(format: number): void {
		this.#lines++;
		this.#scores[format]!++;
		if (this.#scores[format]! > this.#scores[this.#leader]!) {
			this.#leader = format;
			this.#readers.leadBy(format);
		}

		if (this.#lines % memoryLines === 0) {
			for (let row = 0; row < this.#scores.length; row++) {
				this.#scores[row]! /= 2;
			}
		}
	}
}

/** A mark that no line holds: what needs it is not asked. */
const markOfNone = 2 ** 30;

/** Who is asked about a line: those who come before the leader and the leader itself, whatever it holds, and then those whose marks it holds. The leader is -1 where none is asked so. */
type Order = {readonly first: readonly number[]; readonly leader: number; readonly others: readonly number[]; readonly haveMarks: boolean};

/** For every first byte, and then for each leader, the order in which rows are asked; the last is for no leader. */
type Orders = ReadonlyArray<readonly Order[]>;

/** A folder may hold thousands of files: what is the same for all is made once. */
const knownOrders = new WeakMap<readonly Format[], Map<number, Orders>>();

function ordersOf(formats: readonly Format[], only: number): Orders {
	const known = knownOrders.get(formats) ?? new Map<number, Orders>();
	const orders = known.get(only) ?? ordersByHead(formats, only);
	knownOrders.set(formats, known.set(only, orders));
	return orders;
}

/** Bytes that turn the same formats away share their lists, so that there are few. */
function ordersByHead(formats: readonly Format[], only: number): Orders {
	const known = new Map<string, readonly Order[]>();
	return Array.from({length: 256}, (_, byte) => {
		const possible = formats.map(({framing, heads = framing === 'json' ? jsonHeads : undefined}) => heads?.includes(String.fromCharCode(byte)) ?? true);
		const key = possible.map(Number).join('');
		const orders = known.get(key) ?? ordersByLeader(formats, only).map(order => withRows(order, formats, row => possible[row]!));
		known.set(key, orders);
		return orders;
	});
}

const jsonHeads = '{ \t\r\n';

/** 1 for the bytes with which a line that may be JSON begins. */
const jsonHeadBytes = Uint8Array.from({length: 256}, (_, byte) => jsonHeads.includes(String.fromCharCode(byte)) ? 1 : 0);

function withRows({first, leader, others}: Omit<Order, 'haveMarks'>, formats: readonly Format[], isPossible: (row: number) => boolean): Order {
	const rest = others.filter(row => isPossible(row));
	return {first: first.filter(row => isPossible(row)), leader: leader >= 0 && isPossible(leader) ? leader : -1, others: rest, haveMarks: [...first, ...rest].some(row => formats[row]!.marks !== undefined)};
}

function ordersByLeader(formats: readonly Format[], only: number): ReadonlyArray<Omit<Order, 'haveMarks'>> {
	const usual = askingOrder(formats);
	return only < 0
		? [...formats.keys().map(row => orderWithLeader(formats, usual, row)), {first: [], leader: -1, others: usual}]
		: Array.from({length: formats.length + 1}, () => ({first: [], leader: only, others: [plainTextRow]}));
}

/** Row numbers, formats that take anything of one shape last, those that the user brought just before what gives way to them. */
function askingOrder(formats: readonly Format[]): number[] {
	const rows = formats.keys().filter(row => formats[row]!.isOnlyWhenNamed === undefined).toArray();
	return rows.toSorted((one, other) => lateness(formats, one) - lateness(formats, other));
}

function lateness(formats: readonly Format[], row: number): number {
	const {isGeneric, givesWay} = formats[row]!;
	if (isGeneric === true) {
		return 3;
	}

	return givesWay === true ? 2 : Number(isBrought(row));
}

/** The user's own formats stand behind the house's. */
const isBrought = (row: number): boolean => row > plainTextRow;

/**
The leader first, but behind those whose records it would take; plain text takes all, so it stays last. Of objects many formats know the same names, so the usual
order holds among them: who cannot be meant is turned away by its names anyway.
*/
function orderWithLeader(formats: readonly Format[], usual: readonly number[], leader: number): Omit<Order, 'haveMarks'> {
	if (leader === plainTextRow) {
		return {first: [], leader: -1, others: usual};
	}

	const {framing, after, isGeneric, givesWay} = formats[leader]!;
	const isBefore = (row: number): boolean => framing === 'json' && formats[row]!.framing === 'json' && usual.indexOf(row) < usual.indexOf(leader);
	const first = usual.filter(row => isBefore(row) || after?.includes(formats[row]!.name) === true || (isBrought(row) && (isGeneric ?? givesWay) === true));
	return {first, leader, others: usual.filter(row => row !== leader && !first.includes(row))};
}

/** Columns that a heading names hold numbers; a line that only stands before a record changes nothing in what that is. */
const isToldByWords = ({framing, hasHeaders = false, hasRecordsWithoutHeaders = false, hangsOnNumbers = hasHeaders && !hasRecordsWithoutHeaders}: Format): boolean =>
	framing === 'line' && !hangsOnNumbers;
