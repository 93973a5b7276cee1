import type {EventDraft} from '../domain/event-draft.ts';
import type {Format, FormatReader} from './format.ts';
import {plainTextRow} from './formats.ts';

/** After so many lines the past counts half, so that a file whose style changes midway gets a new leader soon. */
const memoryLines = 1024;

/**
Finds out line by line which format a record has: the leader so far is asked first, then every other format. One odd line therefore changes
nothing, and a file of mixed formats is read line by line as what each line is. What is found depends on the lines alone, never on how they arrived.
*/
export class Recogniser {
	readonly #readers: readonly FormatReader[];
	/** The rows in the order in which they are asked, for each leader; the last list is for no leader. */
	readonly #orders: ReadonlyArray<readonly number[]>;
	readonly #scores: Float64Array;
	#leader: number;
	#lines = 0;

	/** With `only`, that format and plain text are the only ones asked. */
	constructor(formats: readonly Format[], readers: readonly FormatReader[], only: number) {
		this.#readers = readers;
		this.#leader = formats.length;
		this.#scores = new Float64Array(formats.length + 1);
		const usual = askingOrder(formats);
		this.#orders = only < 0
			? [...formats.keys().map(row => orderWithLeader(formats, usual, row)), usual]
			: Array.from({length: formats.length + 1}, () => [only, plainTextRow]);
	}

	/** The row number of the format that understands the record; the draft then holds its columns. Plain text understands everything. */
	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): number {
		for (const format of this.#orders[this.#leader]!) {
			draft.clear();
			if (this.#readers[format]!.read(bytes, start, end, draft)) {
				return format;
			}
		}

		throw new Error('plain text must take every line');
	}

	/** Counts a line for its format. */
	count(format: number): void {
		this.#lines++;
		this.#scores[format]!++;
		if (this.#scores[format]! > this.#scores[this.#leader]!) {
			this.#leader = format;
		}

		if (this.#lines % memoryLines === 0) {
			for (let row = 0; row < this.#scores.length; row++) {
				this.#scores[row]! /= 2;
			}
		}
	}
}

/** Row numbers, formats that take anything of one shape last. */
function askingOrder(formats: readonly Format[]): number[] {
	const rows = formats.map((_, row) => row);
	return [...rows.filter(row => formats[row]!.isGeneric === undefined), ...rows.filter(row => formats[row]!.isGeneric)];
}

/** The leader first, but behind those whose records it would take; plain text takes all, so it stays last. */
function orderWithLeader(formats: readonly Format[], usual: readonly number[], leader: number): number[] {
	if (leader === plainTextRow) {
		return [...usual];
	}

	const before = usual.filter(row => formats[leader]!.after?.includes(formats[row]!.name));
	return [...before, leader, ...usual.filter(row => row !== leader && !before.includes(row))];
}
