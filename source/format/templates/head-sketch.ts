import {ascii} from '../bytes/byte-text.ts';

/** Of a byte those bits that tell letters apart, whichever their case. */
const keptBits = 5;
const keptBytes = 2 ** keptBits;
const keptMask = keptBytes - 1;

/** Every bit of those that tell what may be third. */
const allThirds = 0xFF_FF_FF_FF;

/**
Tells by a look at its first three bytes that a text begins with none of some heads. Hot: asked of every message of every log, and most begin
with none: bench/formats/read-sample.ts.
*/
export class HeadSketch {
	/** For each first byte and what is kept of the second, a bit for each that may follow. */
	readonly #thirds = new Uint32Array(256 * keptBytes);

	constructor(heads: Iterable<Uint8Array>) {
		for (const head of heads) {
			this.#add(head);
		}
	}

	/** Behind a space of a head there may be more of them: what stands there is not looked at, as behind the end of a short one. */
	#add(head: Uint8Array): void {
		const [first, second, third] = head.subarray(0, head.indexOf(ascii.space) + 1 || head.length);
		if (first === undefined || second === undefined) {
			this.#thirds.fill(allThirds, placeOf(first ?? 0, 0), placeOf((first ?? 0xFF) + 1, 0));
		} else {
			this.#thirds[placeOf(first, second)]! |= third === undefined ? allThirds : 1 << third;
		}
	}

	/** Whether the text there may begin with one of the heads; where it may not, it does not. What lies behind the text's end does no harm. */
	mayBeginAt(bytes: Uint8Array, start: number): boolean {
		// A shift counts by the last five bits of the third byte.
		return ((this.#thirds[placeOf(bytes[start]!, bytes[start + 1]!)]! >>> bytes[start + 2]!) & 1) === 1;
	}
}

const placeOf = (first: number, second: number): number => (first << keptBits) | (second & keptMask);
