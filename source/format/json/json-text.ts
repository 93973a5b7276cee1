import type {ByteRun} from '../../domain/event-draft.ts';
import {type Foreign, foreignText} from '../../domain/foreign.ts';
import {decodeForeign, encodeForeign} from '../../text/foreign.ts';
import {ascii, nextByte} from '../bytes/byte-text.ts';

/** What the byte behind a backslash stands for; 0 where JSON knows no such escape. */
const simpleEscapes = new Uint8Array(256);
for (const [letter, byte] of [[0x22, 0x22], [0x5C, 0x5C], [0x2F, 0x2F], [0x62, 0x08], [0x66, 0x0C], [0x6E, 0x0A], [0x72, 0x0D], [0x74, 0x09]] as const) {
	simpleEscapes[letter] = byte;
}

const encoder = new TextEncoder();

/** Sets `run` to what the JSON string between `start` and `end` says: the bytes themselves, or a decoded copy in the run's own room where they hold an escape. */
export function setJsonText(run: ByteRun, bytes: Uint8Array, start: number, end: number): void {
	if (nextByte(bytes, ascii.backslash, start, end) < 0) {
		run.set(bytes, start, end);
		return;
	}

	// Behind it stands a newline, as behind any line: some readers look a byte further.
	const room = run.room(end - start + 1);
	const length = unescapeJsonInto(room, bytes, start, end);
	room[length] = ascii.newline;
	run.set(room, 0, length);
}

/** The text of a JSON string. */
export function jsonText(bytes: Uint8Array, start: number, end: number): Foreign {
	return nextByte(bytes, ascii.backslash, start, end) < 0 ? decodeForeign(bytes, start, end) : decodeForeign(unescapeJson(bytes, start, end));
}

/** The bytes that a JSON string stands for. Bytes that are not UTF-8 pass as they are; an escape that JSON does not know keeps its backslash; half a surrogate pair is the byte that it stands for (PEP 383, as exports write it), or its own three bytes. */
export function unescapeJson(bytes: Uint8Array, start: number, end: number): Uint8Array {
	// No escape is shorter than what it stands for.
	const into = new Uint8Array(end - start);
	return into.subarray(0, unescapeJsonInto(into, bytes, start, end));
}

/** The same, into room for as many bytes; answers how many it wrote. */
export function unescapeJsonInto(into: Uint8Array, bytes: Uint8Array, start: number, end: number): number {
	let length = 0;
	for (let at = start; at < end;) {
		if (bytes[at] !== ascii.backslash) {
			into[length++] = bytes[at++]!;
			continue;
		}

		const simple = at + 1 < end ? simpleEscapes[bytes[at + 1]!]! : 0;
		if (simple !== 0) {
			into[length++] = simple;
			at += 2;
			continue;
		}

		const unit = unitAt(bytes, at, end);
		if (unit < 0) {
			into[length++] = bytes[at++]!;
			continue;
		}

		const low = isHighSurrogate(unit) ? unitAt(bytes, at + 6, end) : -1;
		const isPair = low >= 0xDC_00 && low <= 0xDF_FF;
		length += encodeUnits(isPair ? String.fromCharCode(unit, low) : String.fromCharCode(unit), into.subarray(length));
		at += isPair ? 12 : 6;
	}

	return length;
}

/** Answers how many bytes it wrote. */
function encodeUnits(text: string, into: Uint8Array): number {
	if (text.isWellFormed()) {
		return encoder.encodeInto(text, into).written;
	}

	const half = encodeForeign(foreignText(text));
	into.set(half);
	return half.length;
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xD8_00 && unit <= 0xDB_FF;

/** The number of `\uXXXX` at `at`, or -1. */
function unitAt(bytes: Uint8Array, at: number, end: number): number {
	if (at + 6 > end || bytes[at] !== ascii.backslash || bytes[at + 1] !== 0x75) {
		return -1;
	}

	let unit = 0;
	for (let index = at + 2; index < at + 6; index++) {
		const digit = hexDigit(bytes[index]!);
		if (digit < 0) {
			return -1;
		}

		unit = (unit << 4) | digit;
	}

	return unit;
}

/** 0..15, or -1. */
export function hexDigit(byte: number): number {
	if (byte >= ascii.zero && byte <= ascii.nine) {
		return byte - ascii.zero;
	}

	const small = byte | 0x20;
	return small >= 0x61 && small <= 0x66 ? small - 0x57 : -1;
}
