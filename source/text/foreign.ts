import {Buffer} from 'node:buffer';
import {type Foreign, foreignText} from '../domain/foreign.ts';

/** Lone surrogates U+DC80..U+DCFF stand for the bytes 0x80..0xFF that are not UTF-8 (PEP 383, "surrogateescape"). */
const surrogateOfByte = 0xDC_00;
const standIns = {from: surrogateOfByte + 0x80, to: surrogateOfByte + 0xFF};

/** The text of `bytes[start..end)` as UTF-8. Any other byte is kept in its place as a lone surrogate, so that `encodeForeign` gives the same bytes back. */
export function decodeForeign(bytes: Uint8Array, start = 0, end = bytes.length): Foreign {
	// Making a view costs more than decoding a short text, so a Buffer is used as it is.
	const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const text = buffer.toString('utf8', start, end);
	// Node decodes damaged bytes to U+FFFD. The log may also contain a real U+FFFD, which the careful way keeps.
	return foreignText(text.includes('\u{FFFD}') ? decodeDamaged(bytes, start, end) : text);
}

/** The exact bytes `decodeForeign` was given. A lone surrogate that stands for no byte (JSON can spell one) becomes its three generalised UTF-8 bytes. */
export function encodeForeign(text: Foreign): Uint8Array {
	return text.isWellFormed() ? Buffer.from(text, 'utf8') : encodeDamaged(text);
}

/** A binary file is all damage, so each byte must cost little: the code units are written as UTF-16LE, which Node turns into a string in one go. */
function decodeDamaged(bytes: Uint8Array, start: number, end: number): string {
	// No sequence has more code units than bytes.
	const units = Buffer.allocUnsafe((end - start) * 2);
	let length = 0;
	for (let at = start; at < end;) {
		const sequenceBytes = sequenceLength(bytes, at, end);
		const codePoint = sequenceBytes === 0 ? surrogateOfByte + bytes[at]! : codePointAt(bytes, at, sequenceBytes);
		length = writeUnits(units, length, codePoint);
		at += Math.max(sequenceBytes, 1);
	}

	return units.toString('utf16le', 0, length);
}

/** Returns the offset after what was written. Code points past U+FFFF become pairs of surrogates (RFC 2781 section 2.1). */
function writeUnits(units: Uint8Array, offset: number, codePoint: number): number {
	if (codePoint <= 0xFF_FF) {
		return writeUnit(units, offset, codePoint);
	}

	const above = codePoint - 0x1_00_00;
	return writeUnit(units, writeUnit(units, offset, 0xD8_00 | (above >> 10)), 0xDC_00 | (above & 0x3_FF));
}

function writeUnit(units: Uint8Array, offset: number, unit: number): number {
	units[offset] = unit & 0xFF;
	units[offset + 1] = unit >> 8;
	return offset + 2;
}

/** The first bytes of UTF-8 sequences and their possible second bytes (RFC 3629 section 4), which excludes overlong forms, surrogates and anything past U+10FFFF. */
const sequences = [
	{from: 0x00, to: 0x7F, length: 1, secondFrom: 0, secondTo: 0},
	{from: 0xC2, to: 0xDF, length: 2, secondFrom: 0x80, secondTo: 0xBF},
	{from: 0xE0, to: 0xE0, length: 3, secondFrom: 0xA0, secondTo: 0xBF},
	{from: 0xE1, to: 0xEC, length: 3, secondFrom: 0x80, secondTo: 0xBF},
	{from: 0xED, to: 0xED, length: 3, secondFrom: 0x80, secondTo: 0x9F},
	{from: 0xEE, to: 0xEF, length: 3, secondFrom: 0x80, secondTo: 0xBF},
	{from: 0xF0, to: 0xF0, length: 4, secondFrom: 0x90, secondTo: 0xBF},
	{from: 0xF1, to: 0xF3, length: 4, secondFrom: 0x80, secondTo: 0xBF},
	{from: 0xF4, to: 0xF4, length: 4, secondFrom: 0x80, secondTo: 0x8F},
] as const;

/** The length of the sequence at `at` in bytes, or 0 where the byte there begins none. */
function sequenceLength(bytes: Uint8Array, at: number, end: number): number {
	const first = bytes[at]!;
	const sequence = sequences.find(({from, to}) => first >= from && first <= to);
	if (sequence === undefined || at + sequence.length > end) {
		return 0;
	}

	if (sequence.length === 1) {
		return 1;
	}

	const second = bytes[at + 1]!;
	if (second < sequence.secondFrom || second > sequence.secondTo) {
		return 0;
	}

	for (let index = at + 2; index < at + sequence.length; index++) {
		if ((bytes[index]! & 0xC0) !== 0x80) {
			return 0;
		}
	}

	return sequence.length;
}

function codePointAt(bytes: Uint8Array, at: number, length: number): number {
	if (length === 1) {
		return bytes[at]!;
	}

	let codePoint = bytes[at]! & (0xFF >> (length + 1));
	for (let index = at + 1; index < at + length; index++) {
		codePoint = (codePoint << 6) | (bytes[index]! & 0x3F);
	}

	return codePoint;
}

function encodeDamaged(text: string): Uint8Array {
	const bytes = Buffer.allocUnsafe(text.length * mostBytesOfUnit);
	let length = 0;
	for (const character of text) {
		const code = character.codePointAt(0)!;
		if (code >= standIns.from && code <= standIns.to) {
			bytes[length++] = code - surrogateOfByte;
		} else {
			length = writeSequence(bytes, length, code);
		}
	}

	return bytes.subarray(0, length);
}

/** A single code unit takes at most three bytes, a pair of them four. */
const mostBytesOfUnit = 3;

/** Writes a code point, which may be a surrogate, as UTF-8 and returns the offset after it. */
function writeSequence(bytes: Uint8Array, offset: number, code: number): number {
	const {mark, tails} = heads.find(({below}) => code < below)!;
	bytes[offset] = mark | (code >> (tails * 6));
	for (let tail = 1; tail <= tails; tail++) {
		bytes[offset + tail] = 0x80 | ((code >> ((tails - tail) * 6)) & 0x3F);
	}

	return offset + 1 + tails;
}

/** The marker in the first byte of a sequence, and how many bytes follow it (RFC 3629 section 3). */
const heads = [
	{below: 0x80, mark: 0x00, tails: 0},
	{below: 0x8_00, mark: 0xC0, tails: 1},
	{below: 0x1_00_00, mark: 0xE0, tails: 2},
	{below: 0x11_00_00, mark: 0xF0, tails: 3},
] as const;
