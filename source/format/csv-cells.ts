import type {Foreign} from '../domain/foreign.ts';
import {decodeForeign} from '../text/foreign.ts';
import {ascii} from './byte-text.ts';

/** Where the cells of one record of comma-separated values lie (RFC 4180). Of a quoted cell, what lies between the quotes. Reused. */
export class CsvCells {
	count = 0;
	readonly starts: number[] = [];
	readonly ends: number[] = [];

	read(bytes: Uint8Array, start: number, end: number, delimiter: number): void {
		this.count = 0;
		for (let at = start; at <= end;) {
			const isQuoted = at < end && bytes[at] === ascii.quote;
			const stop = isQuoted ? closingQuote(bytes, at + 1, end) : endOfCell(bytes, at, end, delimiter);
			this.starts[this.count] = isQuoted ? at + 1 : at;
			this.ends[this.count] = stop;
			this.count++;
			at = endOfCell(bytes, stop, end, delimiter) + 1;
		}
	}

	/** The text of a cell: a doubled quote is one. */
	text(bytes: Uint8Array, cell: number): Foreign {
		return decodeForeign(bytes, this.starts[cell], this.ends[cell]).replaceAll('""', '"') as Foreign;
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
