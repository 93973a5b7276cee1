import {Buffer} from 'node:buffer';
import {decodeForeign} from '../text/foreign.ts';
import {graphemesOf} from '../text/graphemes.ts';
import {applicationKey, controlByteKey, controlKey, escapedKey, type KeyDialect, linuxKey, typedCharacter} from './key-sequences.ts';

/**
What the next bytes are. `more`: the start of something incomplete. `paste`: the start of a bracketed paste. `nothing`: not done by a person, such as a reply of the
terminal or a mouse report.
*/
export type Reading =
	| {readonly type: 'more'; readonly expects: 'escape' | 'sequence' | 'string' | 'character'}
	| {readonly type: 'key'; readonly name: string; readonly lengthBytes: number}
	| {readonly type: 'text'; readonly text: string; readonly lengthBytes: number}
	| {readonly type: 'paste'; readonly lengthBytes: number}
	| {readonly type: 'nothing'; readonly lengthBytes: number};

/** Reads the start of `bytes`, which must not be empty. */
export function readInput(bytes: Uint8Array, dialect: KeyDialect): Reading {
	const first = bytes[0]!;
	if (first === escape) {
		return readEscape(bytes, dialect);
	}

	return first === 0x7F || first < 0x20
		? {type: 'key', name: controlByteKey(first, dialect), lengthBytes: 1}
		: readText(bytes);
}

const escape = 0x1B;

function readEscape(bytes: Uint8Array, dialect: KeyDialect): Reading {
	switch (bytes[1]) {
		case undefined: {
			return {type: 'more', expects: 'escape'};
		}

		case escape: {
			return {type: 'key', name: 'escape', lengthBytes: 1};
		}

		case 0x5B: {
			return readControlSequence(bytes, dialect);
		}

		case 0x4F: {
			return readApplicationKey(bytes);
		}

		case 0x50:
		case 0x58:
		case 0x5D:
		case 0x5E:
		case 0x5F: {
			return readString(bytes);
		}

		default: {
			const rest = readInput(bytes.subarray(1), dialect);
			return rest.type === 'text' ? {type: 'key', name: escapedKey(rest.text, dialect), lengthBytes: 1 + rest.lengthBytes} : escapedControl(bytes[1], rest);
		}
	}
}

/** Escape before a control character: Shift+Tab of the Linux console, else Alt with that key. */
function escapedControl(byte: number, rest: Reading): Reading {
	return rest.type === 'key' ? {type: 'key', name: byte === 0x09 ? 'shift+tab' : `alt+${rest.name}`, lengthBytes: 1 + rest.lengthBytes} : rest;
}

function readControlSequence(bytes: Uint8Array, dialect: KeyDialect): Reading {
	let at = 2;
	while (at < bytes.length && bytes[at]! >= 0x20 && bytes[at]! <= 0x3F) {
		at++;
	}

	if (at === bytes.length) {
		return {type: 'more', expects: 'sequence'};
	}

	const parameters = String.fromCharCode(...bytes.subarray(2, at));
	const final = String.fromCharCode(bytes[at]!);
	if (final === '[' && parameters === '') {
		return readLinuxKey(bytes);
	}

	if (final === 'M' && parameters === '' && dialect !== 'sco') {
		return bytes.length < mouseReportBytes ? {type: 'more', expects: 'sequence'} : {type: 'nothing', lengthBytes: mouseReportBytes};
	}

	if (bytes[at]! < 0x40 || bytes[at]! > 0x7E) {
		// An interrupted sequence; the byte that interrupted it is read on its own.
		return {type: 'nothing', lengthBytes: at};
	}

	if (final === '~' && parameters === '200') {
		return {type: 'paste', lengthBytes: at + 1};
	}

	const text = typedCharacter(parameters, final);
	return text === undefined ? keyOrNothing(controlKey(parameters, final, dialect), at + 1) : {type: 'text', text, lengthBytes: at + 1};
}

/** The X10 mouse report: `ESC [ M` and three bytes. */
const mouseReportBytes = 6;

function readLinuxKey(bytes: Uint8Array): Reading {
	if (bytes.length < 4) {
		return {type: 'more', expects: 'sequence'};
	}

	const letter = String.fromCharCode(bytes[3]!);
	return keyOrNothing(linuxKey(letter), 4);
}

function readApplicationKey(bytes: Uint8Array): Reading {
	let at = 2;
	while (at < bytes.length && bytes[at]! >= 0x30 && bytes[at]! <= 0x39) {
		at++;
	}

	if (at === bytes.length) {
		return {type: 'more', expects: 'sequence'};
	}

	const modifiers = String.fromCharCode(...bytes.subarray(2, at));
	const letter = String.fromCharCode(bytes[at]!);
	return keyOrNothing(applicationKey(modifiers, letter), at + 1);
}

const keyOrNothing = (name: string | undefined, lengthBytes: number): Reading =>
	name === undefined ? {type: 'nothing', lengthBytes} : {type: 'key', name, lengthBytes};

/** A string reply of the terminal (its colours, its name), up to BEL or `ESC \`. */
function readString(bytes: Uint8Array): Reading {
	for (let at = 2; at < bytes.length; at++) {
		if (bytes[at] === 0x07) {
			return {type: 'nothing', lengthBytes: at + 1};
		}

		if (bytes[at] === escape && at + 1 < bytes.length) {
			return {type: 'nothing', lengthBytes: bytes[at + 1] === 0x5C ? at + 2 : at};
		}
	}

	return {type: 'more', expects: bytes.length === 2 ? 'escape' : 'string'};
}

/** One character with the combining marks that came with it. Bytes that are not UTF-8 are skipped. */
function readText(bytes: Uint8Array): Reading {
	const lengthBytes = characterBytes(bytes[0]!);
	if (lengthBytes === 0) {
		return {type: 'nothing', lengthBytes: 1};
	}

	if (bytes.length < lengthBytes && bytes.subarray(1).every(byte => (byte & 0xC0) === 0x80)) {
		return {type: 'more', expects: 'character'};
	}

	const text = decodeForeign(bytes, 0, Math.min(bytes.length, longestGraphemeBytes));
	const {segment} = graphemesOf(text)[Symbol.iterator]().next().value!;
	return segment.isWellFormed() ? {type: 'text', text: segment, lengthBytes: Buffer.byteLength(segment)} : {type: 'nothing', lengthBytes: 1};
}

/** The longest emoji family is 35 bytes. */
const longestGraphemeBytes = 64;

/** The length of a character by its first byte (RFC 3629); 0 for bytes that cannot begin one. */
function characterBytes(first: number): number {
	return characterLengths.find(({from, to}) => first >= from && first <= to)?.lengthBytes ?? 0;
}

const characterLengths = [
	{from: 0x00, to: 0x7F, lengthBytes: 1},
	{from: 0xC2, to: 0xDF, lengthBytes: 2},
	{from: 0xE0, to: 0xEF, lengthBytes: 3},
	{from: 0xF0, to: 0xF4, lengthBytes: 4},
] as const;
