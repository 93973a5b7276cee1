import {Buffer} from 'node:buffer';
import type {Foreign} from '../domain/foreign.ts';
import {decodeForeign} from '../text/foreign.ts';
import type {Needle} from './needle.ts';

/** Where each record of a chunk is in its bytes. */
export type RecordBounds = {readonly starts: ArrayLike<number>; readonly ends: ArrayLike<number>};

/**
Escapes, because of which text cannot be found in the raw bytes: JSON's backslash, rsyslog's `#033`, a doubled quote within a CSV cell (an empty text has no letters beside
it), XML's `&apos;` and `&#x263A;`, and the byte lists of systemd's journal for text that is not plain (systemd.journal-fields(7) names its fields in capitals).
Every branch begins with a fixed character, which makes searching a chunk fast.
*/
const escapes = /\\|#[0-7]{3}|&#?\w{1,8};|"(?:"[^\s"\),:;\]\}]|(?<=[\w\)]")"|(?<=[A-Z]"): ?\[ ?\d)/v;
/** Linux audit also encodes values in hex. In other formats such digits are just numbers, which every log has. */
const auditEscapes = new RegExp(String.raw`${escapes.source}|=[\dA-F]{6}`, 'v');
const auditMark = 'audit(';

/** Records in one piece of bytes, prepared for searching. */
export class RecordChunk {
	readonly #bytes;
	#byteText: string | undefined;
	#escaped: Uint8Array | undefined;
	#mayHoldEscapes: boolean | undefined;
	readonly bounds: RecordBounds;

	constructor(bytes: Uint8Array, bounds: RecordBounds) {
		// One view for the chunk: records cut from it are Buffers too, which are decoded without another view.
		this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		this.bounds = bounds;
	}

	/** One character per byte, which makes searching cheap and offsets exact. */
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

	/** The next index of the needle at or after a position; -1 if there is none. */
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

	/** Sets `found` to 1 for every record whose bytes contain the needle. Hot: one search through the whole chunk rather than one per record; bench/engine/engine.ts. */
	markFound(needle: Needle, found: Uint8Array): void {
		if (needle.byteText === undefined) {
			this.#markDecoded(needle, found);
			return;
		}

		// The empty text is found everywhere, even after the end, so searching for it would not stop.
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

			// Skips the rest of a record that matches.
			at = isInside ? Math.max(at + 1, ends[index]!) : at + 1;
		}
	}

	/** Most logs have no escapes at all, which one search through the whole chunk tells. */
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
