import {ascii, bytesOf, isCapital, isDigit, isLetter, isLetterOrDigit, isWordAt} from '../bytes/byte-text.ts';
import {digitsAt} from '../bytes/digits.ts';
import {WordTable} from '../bytes/word-table.ts';

/** Names with one meaning: RFC 5322 section 4.3, and those of Europe and the far east that no other place uses. Other abbreviations (IST, BST, AST) mean different zones in different places. */
const namedOffsets = new WordTable<number>([
	['utc', 0],
	['gmt', 0],
	['z', 0],
	['est', -5],
	['edt', -4],
	['cst', -6],
	['cdt', -5],
	['mst', -7],
	['mdt', -6],
	['pst', -8],
	['pdt', -7],
	['wet', 0],
	['west', 1],
	['cet', 1],
	['cest', 2],
	['eet', 2],
	['eest', 3],
	['msk', 3],
	['hkt', 8],
	['jst', 9],
	['kst', 9],
	['aest', 10],
	['aedt', 11],
	['nzst', 12],
	['nzdt', 13],
]);

/** Those that small letters mean as well: no words begin a text with them. */
const universal = new WordTable<true>([['utc', true], ['gmt', true], ['z', true]]);

/** A zone as written after a time: `Z`, `+02:00`, `+0200`, `+02`, ` UTC`, ` -03,`. `seconds` is NaN where there is none. Reused. */
export class ZoneText {
	seconds = NaN;
	end = 0;

	/** After a space the full `+0200` counts, ` -03` only before what can but be the next column: ` -5` may be one itself. */
	#readOffset(bytes: Uint8Array, at: number, end: number, isSpaced: boolean): void {
		const hours = at + 3 <= end ? digitsAt(bytes, at + 1, 2) : -1;
		if (!isSpaced && hours < 0) {
			this.#readShortOffset(bytes, at, end);
		}

		if (hours < 0 || hours > 18) {
			return;
		}

		const minutesAt = at + (bytes[at + 3] === ascii.colon ? 4 : 3);
		const minutes = minutesAt + 2 <= end ? digitsAt(bytes, minutesAt, 2) : -1;
		if (isSpaced && minutes < 0 && !isColumnBehind(bytes, at + 3)) {
			return;
		}

		const sign = bytes[at] === ascii.minus ? -1 : 1;
		this.seconds = sign * ((hours * 3600) + (Math.max(minutes, 0) * 60));
		this.end = minutes < 0 ? at + 3 : minutesAt + 2;
	}

	/** Check Point's exporter writes `-5:00`, and `--5:00` too. */
	#readShortOffset(bytes: Uint8Array, at: number, end: number): void {
		const hourAt = at + (bytes[at + 1] === bytes[at] ? 2 : 1);
		const minutes = hourAt + 4 <= end && bytes[hourAt + 1] === ascii.colon && isDigit(bytes[hourAt]) ? digitsAt(bytes, hourAt + 2, 2) : -1;
		if (minutes < 0 || bytes[hourAt + 4] === ascii.colon) {
			return;
		}

		const seconds = (digitsAt(bytes, hourAt, 1) * 3600) + (minutes * 60);
		this.seconds = bytes[at] === ascii.minus ? -seconds : seconds;
		this.end = hourAt + 4;
	}

	#readName(bytes: Uint8Array, at: number, end: number): void {
		let nameEnd = at;
		while (nameEnd < end && nameEnd < at + 4 && isLetter(bytes[nameEnd]!)) {
			nameEnd++;
		}

		const hours = nameEnd < end && isDigit(bytes[nameEnd]) ? undefined : namedOffsets.find(bytes, at, nameEnd);
		if (hours === undefined) {
			return;
		}

		// `west` is a word, and `Est` a name; who writes `utc` means it, and so does Cisco before its tag.
		const isUniversal = universal.find(bytes, at, nameEnd) === true;
		if (!(isUniversal || isCapital(bytes[nameEnd - 1]) || isWordAt(bytes, nameEnd, end, tagMark))) {
			return;
		}

		this.seconds = hours * 3600;
		this.end = nameEnd;
		if (isUniversal && isSign(bytes[nameEnd])) {
			this.#readBehindName(bytes, nameEnd, end);
		}
	}

	/** `UTC+1`, `UTC+07:30`. */
	#readBehindName(bytes: Uint8Array, at: number, end: number): void {
		this.#readOffset(bytes, at, end, false);
		if (this.end > at || !isDigit(bytes[at + 1]) || isDigit(bytes[at + 2])) {
			return;
		}

		this.seconds = (bytes[at] === ascii.minus ? -3600 : 3600) * digitsAt(bytes, at + 1, 1);
		this.end = at + 2;
	}

	read(bytes: Uint8Array, start: number, end: number): void {
		this.seconds = NaN;
		this.end = start;
		const isSpaced = bytes[start] === ascii.space;
		const at = isSpaced ? start + 1 : start;
		if (at >= end) {
			return;
		}

		const byte = bytes[at]!;
		if (byte === capitalZ && !isLetterOrDigit(bytes[at + 1] ?? 0)) {
			this.seconds = 0;
			this.end = at + 1;
		} else if (isSign(byte)) {
			this.#readOffset(bytes, at, end, isSpaced);
		} else if (isLetter(byte)) {
			this.#readName(bytes, at, end);
		}
	}
}

const isSign = (byte: number | undefined): boolean => byte === ascii.plus || byte === ascii.minus;

/** `,"ann"`, `,,` or ` [4711]`: PostgreSQL writes hours alone for all zones that have no name (`-03` of São Paulo, `+08` of Singapore). */
const isColumnBehind = (bytes: Uint8Array, at: number): boolean =>
	bytes[at] === ascii.comma ? bytes[at + 1] === ascii.quote || bytes[at + 1] === ascii.comma : bytes[at] === ascii.space && bytes[at + 1] === ascii.openBracket;

const tagMark = bytesOf(': %');

/** By far the most common zone of all. */
const capitalZ = 0x5A;
