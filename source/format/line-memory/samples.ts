import type {Run} from '../bytes/byte-text.ts';

/** An odd number that spreads bits (Knuth, The Art of Computer Programming 3, section 6.4). */
export const spread = 0x9E_37_79_B1;

/** A table of line lengths for all logs together, with several lengths at each place: with one, two lengths that share a place would evict each other with every line. */
const placeCount = 512;
const lengthsOfPlace = 4;

/** How many bytes go into a key: of those that a reader reads and that tell lines apart, and of all others. */
const toldPlaces = 12;
const otherPlaces = 6;

/** Which bytes of lines with one length go into their key, for one log and leader. */
type Sample = {
	readonly reader: number;
	/** For each byte, 0 if it is fixed in all lines kept. */
	readonly free: Uint8Array;
	readonly places: readonly number[];
};

/** Chooses the bytes by which lines with free strings are looked up. A byte inside such a string would differ from line to line. */
export class Samples {
	readonly #samples: Array<Sample | undefined> = Array.from({length: placeCount * lengthsOfPlace}, () => undefined);
	/** For each place, which length is evicted next. */
	readonly #turns = new Uint8Array(placeCount);

	/** The index of a sample, or where to put it. Hot. */
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

	/** The key of a line. It is the same for lines of one reader and length that agree in the bytes that are fixed. Hot. */
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

	/** Takes note of a line that is kept: these of its bytes are free, and what it has at `told` tells it from others. */
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

/** That many of the places, evenly distributed. */
const spreadOver = (places: readonly number[], count: number): readonly number[] =>
	places.length <= count ? places : Array.from({length: count}, (_, index) => places[Math.floor((index + 0.5) * places.length / count)]!);
