import type {Field} from '../../domain/field.ts';
import {ascii, bytesOf, type Run} from '../bytes/byte-text.ts';
import type {TextOf} from '../bytes/pair-list.ts';
import {isWord} from '../bytes/word-table.ts';

/** Both formats begin with their version, the vendor, the product, its version, and the number or name of the event. */
const vendorPart = 1;
const signaturePart = 4;

/** The parts between bars at the head of an alert in CEF or LEEF. Reused. */
export class BarredHeader {
	/** By part, the field that it is, if it is one. */
	readonly #names: ReadonlyArray<string | undefined>;
	/** CEF escapes a bar inside a part; LEEF knows no escape. */
	readonly #isEscaped: boolean;
	readonly starts: Int32Array;
	readonly ends: Int32Array;

	constructor(names: ReadonlyArray<string | undefined>, {isEscaped}: {readonly isEscaped: boolean}) {
		this.#names = names;
		this.#isEscaped = isEscaped;
		this.starts = new Int32Array(names.length);
		this.ends = new Int32Array(names.length);
	}

	/** Answers the offset after the last part's bar, or -1 where there are too few. */
	read(bytes: Uint8Array, start: number, end: number): number {
		let part = 0;
		this.starts[0] = start;
		for (let at = start; at < end; at++) {
			if (this.#isEscaped && bytes[at] === ascii.backslash) {
				at++;
			} else if (bytes[at] === ascii.pipe) {
				this.ends[part++] = at;
				if (part === this.#names.length) {
					return at + 1;
				}

				this.starts[part] = at + 1;
			}
		}

		return -1;
	}

	/** Where the part lies that may be the number of an event of Windows': undefined where somebody else's device speaks. */
	windowsEvent(bytes: Uint8Array): Run | undefined {
		return isWord(bytes, this.starts[vendorPart]!, this.ends[vendorPart]!, microsoft) ? this.place(signaturePart) : undefined;
	}

	place(part: number): Run {
		return {start: this.starts[part]!, end: this.ends[part]!};
	}

	fields(bytes: Uint8Array, textOf: TextOf): Field[] {
		return this.#names.flatMap((name, part) => name === undefined ? [] : [{name, value: textOf(bytes, this.starts[part]!, this.ends[part]!)}]);
	}
}

const microsoft = bytesOf('microsoft');
