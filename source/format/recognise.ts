import type {EventDraft} from '../domain/event-draft.ts';
import type {Format, FormatReader} from './format.ts';

/** After so many lines the past counts half, so that a file whose style changes midway gets a new leader soon. */
const memoryLines = 1024;

/**
Finds out line by line which format a record has: the leader so far is asked first, then every other format. One odd line therefore changes
nothing, and a file of mixed formats is read line by line as what each line is. What is found depends on the lines alone, never on how they arrived.
*/
export class Recogniser {
	readonly #formats: readonly Format[];
	readonly #readers: readonly FormatReader[];
	readonly #order: readonly number[];
	readonly #scores: Float64Array;
	#leader = -1;
	#lines = 0;

	/** With `only`, that format and the last row of the table are the only ones asked. */
	constructor(formats: readonly Format[], readers: readonly FormatReader[], only: number) {
		this.#formats = formats;
		this.#readers = readers;
		this.#order = only < 0 ? askingOrder(formats) : [only, formats.length - 1];
		this.#scores = new Float64Array(formats.length);
	}

	/** The row number of the format that understands the record; the draft then holds its columns. The last row understands everything. */
	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): number {
		const leader = this.#leader;
		if (leader >= 0 && this.#reads(leader, bytes, start, end, draft)) {
			return leader;
		}

		for (const format of this.#order) {
			if (format !== leader && this.#reads(format, bytes, start, end, draft)) {
				return format;
			}
		}

		throw new Error('the last format must take every line');
	}

	/** Counts a line for its format. Only formats that know what their records mean can lead: the others would take their lines. */
	count(format: number): void {
		this.#lines++;
		this.#scores[format]!++;
		const isAhead = this.#leader < 0 || this.#scores[format]! > this.#scores[this.#leader]!;
		if (isAhead && this.#formats[format]!.isGeneric === undefined) {
			this.#leader = format;
		}

		if (this.#lines % memoryLines === 0) {
			for (let row = 0; row < this.#scores.length; row++) {
				this.#scores[row]! /= 2;
			}
		}
	}

	#reads(format: number, bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		draft.clear();
		return this.#readers[format]!.read(bytes, start, end, draft);
	}
}

/** Row numbers, formats that take anything of one shape last. */
function askingOrder(formats: readonly Format[]): number[] {
	const rows = formats.map((_, row) => row);
	return [...rows.filter(row => formats[row]!.isGeneric === undefined), ...rows.filter(row => formats[row]!.isGeneric)];
}
