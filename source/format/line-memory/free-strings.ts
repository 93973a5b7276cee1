import {ascii, type Run} from '../bytes/byte-text.ts';

const wordBytes = 4;

/** The same byte in each of four places. */
const inAll = (byte: number): number => Math.imul(byte, 0x01_01_01_01);
const [quotes, backslashes, ones, tops] = [inAll(ascii.quote), inAll(ascii.backslash), inAll(0x01), inAll(0x80)] as const;

/** Parts of a line that may be any text of the same length. They lie within JSON strings, so they must contain no quote, which would end the string, and no backslash, which would begin an escape. */
export class FreeStrings {
	/** Offsets of four bytes each. If the length is no multiple of four, the last four bytes overlap those before. */
	readonly #words: readonly number[];
	/** Offsets of each byte of parts shorter than that. */
	readonly #bytes: readonly number[];

	/** `runs` are offsets from the beginning of the line. */
	constructor(runs: readonly Run[]) {
		this.#words = runs.filter(run => isLong(run)).flatMap(run => wordsOf(run));
		this.#bytes = runs.filter(run => !isLong(run)).flatMap(({start, end}) => Array.from({length: end - start}, (_, index) => start + index));
	}

	/** Whether a line that begins at `start` has neither a quote nor a backslash in these parts. Hot. */
	fit(bytes: Uint8Array, view: DataView, start: number): boolean {
		for (const at of this.#words) {
			const word = view.getInt32(start + at, true);
			if ((zeros(word ^ quotes) | zeros(word ^ backslashes)) !== 0) {
				return false;
			}
		}

		for (const at of this.#bytes) {
			if (bytes[start + at] === ascii.quote || bytes[start + at] === ascii.backslash) {
				return false;
			}
		}

		return true;
	}
}

const isLong = ({start, end}: Run): boolean => end - start >= wordBytes;

const wordsOf = ({start, end}: Run): readonly number[] => Array.from({length: Math.ceil((end - start) / wordBytes)}, (_, index) => Math.min(start + (index * wordBytes), end - wordBytes));

/** Not 0 if one of the four bytes is 0 (Warren, Hacker's Delight, section 6-1). */
const zeros = (word: number): number => (word - ones) & ~word & tops;
