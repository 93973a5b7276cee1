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
type Spelling = {readonly bytes: Uint8Array; readonly number: number};

/** Where one stands in a record: the names so far, in their order. A log has few such orders, so they make a small tree. */
type Place = {
	/** Its own for ever. */
	readonly number: number;
	/** The name that led here. */
	readonly spelling: Spelling;
	/** Where the record went on from here the last time, and wherever else one did; most went on in one way alone. */
	likely: Place | undefined;
	others: Map<Spelling, Place> | undefined;
	/** The first of a few of them, and behind each the next: comparing with them one by one costs less than looking a name up. */
	tried: Place | undefined;
	triedCount: number;
	nextTried: Place | undefined;
};

/** Most ways on that are tried. A log of a few programs goes on in a few ways from the same names. */
const mostTried = 8;

/** Places kept; a log that makes up new names is learned anew now and then. */
const mostPlaces = 1024;

const nameless: Spelling = {bytes: new Uint8Array(0), number: unknown};

/** A name too long to be any that we know. */
const longName: Spelling = {bytes: new Uint8Array(0), number: unknown};

/**
Tells the numbers of a record's names one after the other. A log writes the same names in the same order for thousands of records, so where the
last record went on is looked for first, and mostly nothing else has to be.
*/
export class KeyNames {
	readonly #spellings = new ByteMemory<Spelling>();
	#places = 0;
	#head = this.#placeOf(nameless);
	#last = this.#head;

	#placeOf(spelling: Spelling): Place {
		return {number: this.#places++, spelling, likely: undefined, others: undefined, tried: undefined, triedCount: 0, nextTried: undefined};
	}

	#learn(bytes: Uint8Array, start: number, end: number): Spelling {
		const number = knownKeys.get(latinText(bytes, start, end).toLowerCase())?.number ?? unknown;
		return this.#spellings.remember(bytes, start, end, {bytes: bytes.slice(start, end), number});
	}

	#goOn(spelling: Spelling): void {
		const from = this.#last;
		if (from.likely?.spelling !== spelling) {
			from.likely = from.others?.get(spelling) ?? this.#newPlace(from, spelling);
		}

		this.#last = from.likely!;
	}

	#newPlace(from: Place, spelling: Spelling): Place {
		const place = this.#placeOf(spelling);
		if (from.likely !== undefined) {
			from.others ??= new Map([[from.likely.spelling, from.likely]]);
			from.others.set(spelling, place);
		}

		if (spelling !== longName && from.triedCount < mostTried) {
			place.nextTried = from.tried;
			from.tried = place;
			from.triedCount++;
		}

		return place;
	}

	#takeTried(bytes: Uint8Array, start: number, end: number, mark: number): number {
		let place = this.#last.tried;
		while (place !== undefined && !isNamed(place, bytes, start, mark)) {
			place = place.nextTried;
		}

		const nameEnd = place === undefined ? end : start + place.spelling.bytes.length;
		if (nameEnd >= end) {
			return -1;
		}

		this.#last.likely = place;
		this.#last = place!;
		return nameEnd;
	}

	/** The number of the name told last. */
	get number(): number {
		return this.#last.spelling.number;
	}

	/** The same of all records that had the same names in the same order up to here, and of no others. */
	get shape(): number {
		return this.#last.number;
	}

	/** Turns to a new record. */
	begin(): void {
		if (this.#places - this.#head.number > mostPlaces) {
			this.#head = this.#placeOf(nameless);
		}

		this.#last = this.#head;
	}

	/** Takes the name that is likely next, if it lies at `start` with `mark` behind it; answers its end, or -1. */
	takeLikely(bytes: Uint8Array, start: number, end: number, mark: number): number {
		const {likely} = this.#last;
		if (likely === undefined) {
			return -1;
		}

		const nameEnd = start + likely.spelling.bytes.length;
		if (likely.spelling === longName || nameEnd >= end || !isNamed(likely, bytes, start, mark)) {
			return this.#takeTried(bytes, start, end, mark);
		}

		this.#last = likely;
		return nameEnd;
	}

	/** Takes whatever name the run is. */
	take(bytes: Uint8Array, start: number, end: number): void {
		this.#goOn(end - start > longestNameBytes ? longName : this.#spellings.find(bytes, start, end) ?? this.#learn(bytes, start, end));
	}
}

/** Whether the name of the place lies at `start`, with `mark` behind it: looked at first, because names differ in length more often than in anything else. */
const isNamed = ({spelling: {bytes: name}}: Place, bytes: Uint8Array, start: number, mark: number): boolean =>
	bytes[start + name.length] === mark && isWordAt(bytes, start, bytes.length, name);
