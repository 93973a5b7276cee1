import type {Run} from '../bytes/byte-text.ts';

/** An odd number that spreads bits (Knuth, The Art of Computer Programming 3, section 6.4). */
export const spread = 0x9E_37_79_B1;

/** Lengths of lines for which it is known where to look, for all logs together: so many at each of some places. Were it one, two lengths that share a place would drive each other out with each line. */
const placeCount = 512;
const lengthsOfPlace = 4;

/** So many of the bytes by which lines are told apart are looked at, and so many of the others. */
const toldPlaces = 12;
const otherPlaces = 6;

/** Where lines of one length that one reader leads to are looked at. */
type Sample = {
	readonly reader: number;
	/** By byte, 0 where it is what it is in all lines kept. */
	readonly free: Uint8Array;
	readonly places: readonly number[];
};

/** By which bytes lines with free strings are looked for: one that lies in a string would be another in each of them. */
export class Samples {
	readonly #samples: Array<Sample | undefined> = Array.from({length: placeCount * lengthsOfPlace}, () => undefined);
	/** By place, which length is driven out next. */
	readonly #turns = new Uint8Array(placeCount);

	/** Where it is kept, or is to be. Hot. */
	#placeOf(key: number, reader: number, lengthBytes: number): number {
		const place = (key ^ (key >>> 15)) & (placeCount - 1);
		const first = place * lengthsOfPlace;
		for (let at = first; at < first + lengthsOfPlace; at++) {
			const sample = this.#samples[at];
			if (sample?.reader === reader && sample.free.length === lengthBytes) {
				return at;
			}
		}

		return first + this.#turns[place]!;
	}

	/** The same for lines of one reader and length that are alike where lines of that length are not free. Hot. */
	keyOf(bytes: Uint8Array, start: number, end: number, reader: number): number {
		let key = firstKey(reader, end - start);
		const sample = this.#samples[this.#placeOf(key, reader, end - start)];
		if (sample?.reader === reader && sample.free.length === end - start) {
			for (const place of sample.places) {
				key = Math.imul(key ^ bytes[start + place]!, spread);
			}
		}

		return key ^ (key >>> 15);
	}

	/** A line is kept in which these bytes are free, and which is told from others by what it has at `told`. */
	widen(reader: number, free: Uint8Array, told: readonly Run[]): void {
		const place = this.#placeOf(firstKey(reader, free.length), reader, free.length);
		const known = this.#samples[place];
		const isKnown = known?.reader === reader && known.free.length === free.length;
		if (isKnown && known.places.every(at => free[at] === 0)) {
			return;
		}

		if (!isKnown) {
			const row = Math.floor(place / lengthsOfPlace);
			this.#turns[row] = (this.#turns[row]! + 1) % lengthsOfPlace;
		}

		const all = isKnown ? free.map((each, at) => each | known.free[at]!) : free;
		this.#samples[place] = {reader, free: all, places: placesIn(all, told)};
	}
}

const firstKey = (reader: number, lengthBytes: number): number => Math.imul(reader + 1, spread) ^ Math.imul(lengthBytes, spread);

function placesIn(free: Uint8Array, told: readonly Run[]): readonly number[] {
	const fixed = free.keys().filter(at => free[at] === 0).toArray();
	const telling = fixed.filter(at => told.some(({start, end}) => at >= start && at < end));
	return [...spreadOver(telling, toldPlaces), ...spreadOver(fixed, otherPlaces)];
}

/** So many of the places, evenly. */
const spreadOver = (places: readonly number[], count: number): readonly number[] =>
	places.length <= count ? places : Array.from({length: count}, (_, index) => places[Math.floor((index + 0.5) * places.length / count)]!);
