import {Buffer} from 'node:buffer';
import {existsSync, readFileSync} from 'node:fs';
import type {ExecutionContext} from 'ava';
import fc from 'fast-check';

/** The property holds for `runs` samples; when it does not, the test shows the smallest one and its seed. */
export function always<T>(t: ExecutionContext, property: fc.IProperty<T>, runs = 2000): void {
	t.notThrows(() => {
		fc.assert(property, {numRuns: runs});
	});
}

const hostileFile = new URL('../fixtures/hostile/hostile.ndjson', import.meta.url);

/** Payloads written to drive a terminal, hide text or break a decoder. */
export const hostilePayloads = readFileSync(hostileFile, 'utf8')
	.trim()
	.split('\n')
	.map(line => JSON.parse(line) as {id: string; payload_hex: string; never_emit_hex: string})
	.map(row => ({id: row.id, bytes: bytesOf(row.payload_hex), neverSent: bytesOf(row.never_emit_hex)}));

const awkwardParts = ['\\', String.raw`\x1b`, String.raw`\u{301*9}`, '\t', '\n', '\u{1B}[2J', 'e\u{301}', '\u{301}'.repeat(12), '中', '\u{FFFD}', 'a'];

/** Bytes that are nothing, nearly UTF-8, or UTF-8 with rare characters in it. */
export const anyBytes = fc.oneof(
	fc.uint8Array({maxLength: 60}),
	fc.string({unit: 'binary', maxLength: 40}).map(text => utf8(text)),
	fc.array(fc.constantFrom(...awkwardParts), {maxLength: 12}).map(parts => utf8(parts.join(''))),
	fc.constantFrom(...hostilePayloads.map(({bytes}) => bytes)),
);

/** Lines of a collection that may lie beside the project but is not part of it; none where it does not. */
export function linesBeside(path: string): Uint8Array[] {
	const url = new URL(`../../../shared/corpora/${path}`, import.meta.url);
	return existsSync(url) ? splitLines(readFileSync(url)) : [];
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function bytesOf(hex: string): Uint8Array {
	return Uint8Array.from(Buffer.from(hex, 'hex'));
}

function splitLines(bytes: Uint8Array): Uint8Array[] {
	const lines: Uint8Array[] = [];
	for (let start = 0; start < bytes.length;) {
		const newline = bytes.indexOf(0x0A, start);
		const end = newline === -1 ? bytes.length : newline;
		lines.push(bytes.subarray(start, end));
		start = end + 1;
	}

	return lines;
}
