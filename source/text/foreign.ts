import {Buffer} from 'node:buffer';
import {type Foreign, foreignText} from '../domain/foreign.ts';

/** Lone surrogates U+DC80..U+DCFF stand for the bytes 0x80..0xFF that are not UTF-8 (PEP 383, "surrogateescape"). */
const surrogateOfByte = 0xDC_00;

/** The text of `bytes[start..end)`. UTF-8, and any byte that is not keeps its own place and value: `encodeForeign` gives the same bytes back. */
export function decodeForeign(bytes: Uint8Array, start = 0, end = bytes.length): Foreign {
	// A view costs more than decoding a short text, so what is a Buffer already is taken as it is.
	const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const text = buffer.toString('utf8', start, end);
	// Node puts U+FFFD where bytes are damaged; the log may also hold a true U+FFFD, which the careful way keeps.
	return foreignText(text.includes('\u{FFFD}') ? decodeDamaged(bytes, start, end) : text);
}

/** The exact bytes `decodeForeign` was given. A lone surrogate that stands for no byte (JSON can spell one) becomes its three generalised UTF-8 bytes. */
export function encodeForeign(text: Foreign): Uint8Array {
	return text.isWellFormed() ? Buffer.from(text, 'utf8') : Buffer.concat(text.split(loneSurrogate).map(part => encodePart(part)));
}

/** Lookarounds split before and after each, so that none of the text is lost. In a regular expression with flag `v` a true pair is one code point and no surrogate. */
const loneSurrogate = /(?=\p{Surrogate})|(?<=\p{Surrogate})/v;

function decodeDamaged(bytes: Uint8Array, start: number, end: number): string {
	const parts: string[] = [];
	for (let at = start; at < end;) {
		const length = sequenceLength(bytes, at, end);
		parts.push(length === 0 ? String.fromCharCode(surrogateOfByte + bytes[at]!) : String.fromCodePoint(codePointAt(bytes, at, length)));
		at += Math.max(length, 1);
	}

	return parts.join('');
}

/** First bytes of a UTF-8 sequence and what its second byte may be: RFC 3629 section 4, so no overlong form, no surrogate, nothing past U+10FFFF. */
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

/** How many bytes the sequence at `at` takes, or 0 where the byte there begins none. */
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

function encodePart(part: string): Uint8Array {
	if (part.isWellFormed()) {
		return Buffer.from(part, 'utf8');
	}

	const code = part.charCodeAt(0);
	return code >= 0xDC_80 && code <= 0xDC_FF ? Uint8Array.of(code - surrogateOfByte) : Uint8Array.of(0xE0 | (code >> 12), 0x80 | ((code >> 6) & 0x3F), 0x80 | (code & 0x3F));
}
