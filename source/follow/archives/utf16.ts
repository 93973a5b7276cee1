import {Buffer} from 'node:buffer';

/** UTF-16, as Windows writes it, in its two byte orders. */
export type Utf16 = 'utf-16le' | 'utf-16be';

/**
How such a text begins, in hexadecimal: with a byte order mark (RFC 2781 section 3.2; before two NULs it is that of UTF-32), or with five ASCII characters.
*/
export const utf16Beginnings: ReadonlyArray<{readonly kind: Utf16; readonly hex: RegExp}> = [
	{kind: 'utf-16le', hex: /^(?:fffe(?!0000)|(?:[2-7].00){5})/},
	{kind: 'utf-16be', hex: /^(?:feff|(?:00[2-7].){5})/},
];

/**
The same text in UTF-8, without its byte order mark; half a surrogate pair becomes U+FFFD.

@yields Pieces of the text, in order.
*/
export function * inUtf8(encoding: Utf16, slices: Iterable<Uint8Array>): Generator<Uint8Array> {
	const decoder = new TextDecoder(encoding);
	for (const slice of slices) {
		yield Buffer.from(decoder.decode(slice, {stream: true}));
	}

	yield Buffer.from(decoder.decode());
}
