import {ByteMemory} from './byte-memory.ts';
import {bytesOf, isWordAt, latinText} from './byte-text.ts';

/** A name that a format looks for, with a number of its own. Capitals do not matter: `Level` and `level` are generations of one schema. */
export type JsonKey = {readonly word: Uint8Array; readonly number: number};

const knownKeys = new Map<string, JsonKey>();

export function jsonKey(name: string): JsonKey {
	const small = name.toLowerCase();
	const known = knownKeys.get(small) ?? {word: bytesOf(small), number: knownKeys.size + 1};
	knownKeys.set(small, known);
	return known;
}

/** Numbers given so far are below this one. */
export const keyNumberLimit = (): number => knownKeys.size + 1;

/** The number of a name for which no format looks. */
const unknown = 0;

/** No name that a format looks for is longer. */
const longestNameBytes = 100;

/** A name as a log writes it. */
type Spelling = {readonly bytes: Uint8Array; readonly number: number; next: Spelling | undefined};

/**
Tells the numbers of a record's names one after the other. A log writes the same names in the same order for thousands of records, so what followed a
name the last time is looked for first, and mostly nothing else has to be.
*/
export class KeyNames {
	readonly #spellings = new ByteMemory<Spelling>();
	readonly #head: Spelling = {bytes: new Uint8Array(0), number: unknown, next: undefined};
	/** Names too long to be any that we know. */
	readonly #long: Spelling = {bytes: new Uint8Array(0), number: unknown, next: undefined};
	#last = this.#head;

	#learn(bytes: Uint8Array, start: number, end: number): Spelling {
		const number = knownKeys.get(latinText(bytes, start, end).toLowerCase())?.number ?? unknown;
		return this.#spellings.remember(bytes, start, end, {bytes: bytes.slice(start, end), number, next: undefined});
	}

	/** The number of the name told last. */
	get number(): number {
		return this.#last.number;
	}

	/** Turns to a new record. */
	begin(): void {
		this.#last = this.#head;
	}

	/** Takes the name that is likely next, if it lies at `start` with `mark` behind it; answers its end, or -1. */
	takeLikely(bytes: Uint8Array, start: number, end: number, mark: number): number {
		const likely = this.#last.next;
		if (likely === undefined || !isWordAt(bytes, start, end - 1, likely.bytes)) {
			return -1;
		}

		const nameEnd = start + likely.bytes.length;
		if (bytes[nameEnd] !== mark) {
			return -1;
		}

		this.#last = likely;
		return nameEnd;
	}

	/** Takes whatever name the run is. */
	take(bytes: Uint8Array, start: number, end: number): void {
		if (end - start > longestNameBytes) {
			this.#last = this.#long;
			return;
		}

		const spelling = this.#spellings.find(bytes, start, end) ?? this.#learn(bytes, start, end);
		this.#last.next = spelling;
		this.#last = spelling;
	}
}
