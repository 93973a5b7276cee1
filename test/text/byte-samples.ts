import {Buffer} from 'node:buffer';
import {existsSync, readFileSync} from 'node:fs';
import fc from 'fast-check';

/** Payloads written to drive a terminal, hide text or break a decoder. */
export const hostilePayloads: ReadonlyArray<{readonly id: string; readonly bytes: Uint8Array; readonly neverSent: Uint8Array}> = readFileSync(new URL('../fixtures/hostile/hostile.ndjson', import.meta.url), 'utf8')
	.trim()
	.split('\n')
	.map(line => JSON.parse(line) as Record<string, string>)
	.map(row => ({id: row.id!, bytes: Buffer.from(row.payload_hex!, 'hex'), neverSent: Buffer.from(row.never_emit_hex!, 'hex')}));

/** Bytes that are nothing, nearly UTF-8, or UTF-8 with rare characters in it. */
export const anyBytes = fc.oneof(
	fc.uint8Array({maxLength: 60}),
	fc.string({unit: 'binary', maxLength: 40}).map(text => Uint8Array.from(Buffer.from(text))),
	fc.array(fc.constantFrom('\\', String.raw`\x1b`, String.raw`\u{301*9}`, '\t', '\n', '\u{1B}[2J', 'e\u{301}', '\u{301}'.repeat(12), '中', '\u{FFFD}', 'a'), {maxLength: 12})
		.map(parts => Uint8Array.from(Buffer.from(parts.join('')))),
	fc.constantFrom(...hostilePayloads.map(({bytes}) => bytes)),
);

/** Lines of a collection that may lie beside the project but is not part of it; undefined where it does not. */
export function linesBeside(path: string): Uint8Array[] | undefined {
	const url = new URL(`../../../shared/corpora/${path}`, import.meta.url);
	return existsSync(url) ? splitLines(readFileSync(url)) : undefined;
}

function splitLines(bytes: Buffer): Uint8Array[] {
	const lines: Uint8Array[] = [];
	for (let start = 0; start < bytes.length;) {
		const newline = bytes.indexOf(0x0A, start);
		const end = newline === -1 ? bytes.length : newline;
		lines.push(bytes.subarray(start, end));
		start = end + 1;
	}

	return lines;
}
