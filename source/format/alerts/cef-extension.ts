import {ascii, isLetterOrDigit, nextByte} from '../bytes/byte-text.ts';
import type {PairList} from '../bytes/pair-list.ts';

/**
The pairs of a CEF extension, `key=value key=value`: a value ends at the space before the next key; an equals sign inside it is escaped. Hot: it goes
from one equals sign to the next and looks back for a key, so that values are looked at once and for one byte.
*/
export function readExtension(pairs: PairList, bytes: Uint8Array, start: number, end: number): void {
	pairs.clear(bytes);
	let keyStart = -1;
	let keyEnd = -1;
	for (let equals = nextByte(bytes, ascii.equals, start, end); equals >= 0; equals = nextByte(bytes, ascii.equals, equals + 1, end)) {
		const next = startOfKey(bytes, start, equals);
		if (next < 0) {
			continue;
		}

		if (keyStart >= 0) {
			pairs.add({keyStart, keyEnd, start: keyEnd + 1, end: Math.max(next - 1, keyEnd + 1), isQuoted: false});
		}

		keyStart = next;
		keyEnd = equals;
	}

	if (keyStart >= 0) {
		pairs.add({keyStart, keyEnd, start: keyEnd + 1, end, isQuoted: false});
	}
}

/** Where the key that ends at `equals` begins, or -1 where what stands there is no key: one stands behind a space or at the head. */
function startOfKey(bytes: Uint8Array, start: number, equals: number): number {
	let at = equals;
	while (at > start && isKeyByte(bytes[at - 1]!)) {
		at--;
	}

	const isAtHead = at === start;
	return at < equals && (isAtHead || (bytes[at - 1] === ascii.space && !isEscaped(bytes, start, at - 1))) ? at : -1;
}

const isKeyByte = (byte: number): boolean => isLetterOrDigit(byte) || byte === ascii.underscore || byte === ascii.dot || byte === ascii.minus;

/** Whether an odd number of backslashes stands before the byte. */
function isEscaped(bytes: Uint8Array, start: number, at: number): boolean {
	let first = at;
	while (first > start && bytes[first - 1] === ascii.backslash) {
		first--;
	}

	return (at - first) % 2 === 1;
}
