import {isDigit} from '../bytes/byte-text.ts';

/** Letters that stand for a digit of a part. */
export const parts = ['Y', 'M', 'D', 'J', 'W', 'U', 'h', 'm', 's'] as const;
export type Part = (typeof parts)[number];

/** A place in a spelling that belongs to no part. */
export const noPart = -1;

/** A spelling ready to be compared byte by byte: for each place the number of the part it belongs to, or the byte that must stand there; and for each part where its digits begin and how many it has. */
export type Spelling = {readonly length: number; readonly part: Int8Array; readonly byte: Uint8Array; readonly firsts: Int8Array; readonly digits: Int8Array; readonly yearDigits: number};

/** Spellings by the digits with which they begin and what stands behind those: a number is compared with the few that begin like it. */
export class Spellings {
	readonly #byHead: ReadonlyArray<readonly Spelling[]>;

	constructor(texts: readonly string[]) {
		const heads = Map.groupBy(texts.map(text => spellingOf(text)), ({part, byte}) => headOf(part.indexOf(noPart), byte));
		this.#byHead = Array.from({length: (mostDigits + 1) * 256}, (_, head) => heads.get(head) ?? heads.get(head | anyByte) ?? none);
	}

	/** Those that the number at `start` may begin. */
	beginningAt(bytes: Uint8Array, start: number, end: number): readonly Spelling[] {
		let at = start;
		while (at < end && at - start < mostDigits && isDigit(bytes[at])) {
			at++;
		}

		return this.#byHead[((at - start) * 256) + (at < end ? bytes[at]! : 0)]!;
	}
}

/** Of `YYYYMMDDhhmmss`, the only one behind whose digits anything may stand. */
const mostDigits = 14;
const anyByte = 0xFF;
const none: readonly Spelling[] = [];

/** The number of what a spelling begins with, its first mark being at `mark`. */
const headOf = (mark: number, byte: Uint8Array): number => mark === -1 ? (byte.length * 256) | anyByte : (mark * 256) | byte[mark]!;

function spellingOf(text: string): Spelling {
	// The W of a week is written before its two digits.
	const letters = [...text.replace('WWW', 'wWW')];
	return {
		length: letters.length,
		part: Int8Array.from(letters, letter => (parts as readonly string[]).indexOf(letter)),
		byte: Uint8Array.from(letters, letter => letter.toUpperCase().charCodeAt(0)),
		firsts: Int8Array.from(parts, part => letters.indexOf(part)),
		digits: Int8Array.from(parts, part => countOf(letters, part)),
		yearDigits: countOf(letters, 'Y'),
	};
}

const countOf = (letters: readonly string[], part: Part): number => letters.filter(letter => letter === part).length;
