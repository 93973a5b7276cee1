import {Buffer} from 'node:buffer';
import type {Foreign} from '../domain/foreign.ts';
import {decodeForeign} from '../text/foreign.ts';
import type {Needle} from './needle.ts';

/** Where each record of a chunk lies in its bytes. */
export type RecordBounds = {readonly starts: ArrayLike<number>; readonly ends: ArrayLike<number>};

/**
Marks that stand for other characters, so that text behind them is not found in raw bytes: JSON's backslash, rsyslog's `#033`, a quote doubled within a
cell of CSV (an empty text has no letters beside it), XML's `&apos;` and `&#x263A;`, and the numbers of bytes that systemd's journal has for a text that is not plain (systemd.journal-fields(7)
names its fields in capitals). Every branch begins with one character, which makes the look through a chunk a quick one.
*/
const escapes = /\\|#[0-7]{3}|&#?\w{1,8};|"(?:"[^\s"\),:;\]\}]|(?<=[\w\)]")"|(?<=[A-Z]"): ?\[ ?\d)/v;
/** Linux audit codes values in hex as well. Elsewhere such digits are just a number, and no log is without those. */
const auditEscapes = new RegExp(String.raw`${escapes.source}|=[\dA-F]{6}`, 'v');
const auditMark = 'audit(';

/** Records that lie together in one piece of bytes, made searchable. */
export class RecordChunk {
	readonly #bytes;
	#byteText: string | undefined;
	#escaped: Uint8Array | undefined;
	#mayHoldEscapes: boolean | undefined;
	readonly bounds: RecordBounds;

	constructor(bytes: Uint8Array, bounds: RecordBounds) {
		// One view for the chunk: records taken from it are Buffers too, which are decoded without a view of their own.
		this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		this.bounds = bounds;
	}

	/** One character a byte, which makes searching and places exact and cheap. */
	get #text(): string {
		this.#byteText ??= this.#bytes.toString('latin1');
		return this.#byteText;
	}

	get #escapes(): RegExp {
		return this.#text.includes(auditMark) ? auditEscapes : escapes;
	}

	#markEscapes(): Uint8Array {
		const {starts, ends} = this.bounds;
		const marked = new Uint8Array(this.count);
		let index = 0;
		for (const match of this.#text.matchAll(new RegExp(this.#escapes, 'gv'))) {
			while (index < marked.length && ends[index]! <= match.index) {
				index++;
			}

			if (index < marked.length && starts[index]! <= match.index) {
				marked[index] = 1;
			}
		}

		return marked;
	}

	#markDecoded({text, isFolded}: Needle, found: Uint8Array): void {
		for (let index = 0; index < this.count; index++) {
			const decoded = this.decoded(index);
			found[index]! |= (isFolded ? decoded.toLowerCase() : decoded).includes(text) ? 1 : 0;
		}
	}

	/** Where the needle stands next at or behind a place; -1 where it does not. */
	#nextPlace({byteText, foldedBytes}: Needle, from: number): number {
		if (foldedBytes === undefined) {
			return this.#text.indexOf(byteText!, from);
		}

		foldedBytes.lastIndex = from;
		return foldedBytes.exec(this.#text)?.index ?? -1;
	}

	get count(): number {
		return this.bounds.starts.length;
	}

	/** Sets `found` to 1 for every record whose bytes hold the needle. Hot: one search through the whole chunk, not one a record; bench/engine/engine.ts. */
	markFound(needle: Needle, found: Uint8Array): void {
		if (needle.byteText === undefined) {
			this.#markDecoded(needle, found);
			return;
		}

		// The empty text is found at every place, also behind the end, where no search for it would end.
		if (needle.byteText === '') {
			found.fill(1);
			return;
		}

		const {starts, ends} = this.bounds;
		const {length} = needle.byteText;
		let index = 0;
		for (let at = this.#nextPlace(needle, 0); at >= 0 && index < starts.length; at = this.#nextPlace(needle, at)) {
			while (index < starts.length && ends[index]! < at + length) {
				index++;
			}

			const isInside = index < starts.length && starts[index]! <= at;
			if (isInside) {
				found[index] = 1;
			}

			// The rest of a record that is found need not be looked at.
			at = isInside ? Math.max(at + 1, ends[index]!) : at + 1;
		}
	}

	/** Most logs hold no escapes at all, which one look at the whole chunk tells. */
	get mayHoldEscapes(): boolean {
		this.#mayHoldEscapes ??= this.#escapes.test(this.#text);
		return this.#mayHoldEscapes;
	}

	hasEscapes(index: number): boolean {
		this.#escaped ??= this.#markEscapes();
		return this.#escaped[index] === 1;
	}

	bytesOf(index: number): Uint8Array {
		return this.#bytes.subarray(this.bounds.starts[index], this.bounds.ends[index]);
	}

	decoded(index: number): Foreign {
		return decodeForeign(this.#bytes, this.bounds.starts[index], this.bounds.ends[index]);
	}
}
