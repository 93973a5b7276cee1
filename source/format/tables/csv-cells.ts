import type {ByteRun} from '../../domain/event-draft.ts';
import type {Foreign} from '../../domain/foreign.ts';
import {decodeForeign, encodeForeign} from '../../text/foreign.ts';
import {ascii, nextByte} from '../bytes/byte-text.ts';
import type {TableCells} from './table-cells.ts';

/** Where the cells of one record of comma-separated values lie (RFC 4180). Of a quoted cell, what lies between the quotes. Reused. */
export class CsvCells implements TableCells {
	/** Whether the cell stands in quotes, so that each of its own is written twice. */
	readonly #areQuoted: boolean[] = [];
	count = 0;
	readonly starts: number[] = [];
	readonly ends: number[] = [];

	/** Whether the bytes of the cell are not yet what it says. */
	#hasDoubled(bytes: Uint8Array, cell: number): boolean {
		return this.#areQuoted[cell]! && nextByte(bytes, ascii.quote, this.starts[cell]!, this.ends[cell]!) >= 0;
	}

	read(bytes: Uint8Array, start: number, end: number, delimiter: number): void {
		let count = 0;
		for (let at = start; at <= end; count++) {
			const isQuoted = at < end && bytes[at] === ascii.quote;
			const from = isQuoted ? at + 1 : at;
			const to = isQuoted ? closingQuote(bytes, from, end) : endOfCell(bytes, from, end, delimiter);
			this.starts[count] = from;
			this.ends[count] = to;
			this.#areQuoted[count] = isQuoted;
			at = (isQuoted ? endOfCell(bytes, to, end, delimiter) : to) + 1;
		}

		this.count = count;
	}

	has(cell: number): boolean {
		return cell < this.count && this.ends[cell]! > this.starts[cell]!;
	}

	/** The text of a cell. */
	text(bytes: Uint8Array, cell: number): Foreign {
		const text = decodeForeign(bytes, this.starts[cell], this.ends[cell]);
		return this.#hasDoubled(bytes, cell) ? text.replaceAll('""', '"') as Foreign : text;
	}

	/** Sets `run` to what the cell says: the bytes themselves, or a copy where quotes are doubled. */
	setRun(run: ByteRun, bytes: Uint8Array, cell: number): void {
		if (this.#hasDoubled(bytes, cell)) {
			const plain = encodeForeign(this.text(bytes, cell));
			run.set(plain, 0, plain.length);
		} else {
			run.set(bytes, this.starts[cell]!, this.ends[cell]!);
		}
	}
}

/** Offset of the quote that ends a cell; the end of the record where it was never closed. */
function closingQuote(bytes: Uint8Array, start: number, end: number): number {
	for (let at = start; at < end; at++) {
		if (bytes[at] !== ascii.quote) {
			continue;
		}

		if (bytes[at + 1] !== ascii.quote || at + 1 >= end) {
			return at;
		}

		at++;
	}

	return end;
}

function endOfCell(bytes: Uint8Array, start: number, end: number, delimiter: number): number {
	let at = start;
	while (at < end && bytes[at] !== delimiter) {
		at++;
	}

	return at;
}
