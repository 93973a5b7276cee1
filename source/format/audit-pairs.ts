import {ascii} from './byte-text.ts';
import type {PairList} from './pair-list.ts';

/** The mark between what the kernel wrote and what auditd added in words (`log_format = ENRICHED`, auditd.conf(5)). */
const enrichedMark = 0x1D;
const apostrophe = 0x27;

/**
The `key=value` pairs of one audit record, those inside `msg='...'` and the enriched ones included. A word without `=` goes on with the value before
it (`op=adding user`). Of a quoted value, what lies between the quotes.
*/
export function readAuditPairs(pairs: PairList, bytes: Uint8Array, start: number, end: number): void {
	pairs.clear(bytes);
	let canGoOn = false;
	for (let at = start; at < end;) {
		if (isSeparator(bytes[at]!)) {
			canGoOn &&= bytes[at] === ascii.space;
			at++;
			continue;
		}

		const equals = endOfKey(bytes, at, end);
		if (equals >= 0) {
			at = readValue(pairs, bytes, {keyStart: at, keyEnd: equals}, end);
			canGoOn = !pairs.isQuoted(pairs.count - 1) && pairs.ends[pairs.count - 1]! > pairs.starts[pairs.count - 1]!;
		} else {
			at = endOfValue(bytes, at, end);
			if (canGoOn) {
				pairs.ends[pairs.count - 1] = at;
			}
		}
	}
}

/** Answers the offset after the value. `msg='` has none of its own: its pairs follow. */
function readValue(pairs: PairList, bytes: Uint8Array, {keyStart, keyEnd}: {readonly keyStart: number; readonly keyEnd: number}, end: number): number {
	const at = keyEnd + 1;
	const close = bytes[at] === ascii.quote ? bytes.indexOf(ascii.quote, at + 1) : -1;
	if (close >= 0 && close < end) {
		pairs.add({keyStart, keyEnd, start: at + 1, end: close, isQuoted: true});
		return close + 1;
	}

	const stop = endOfValue(bytes, at, end);
	pairs.add({keyStart, keyEnd, start: at, end: stop, isQuoted: false});
	return stop;
}

/** 1 for the bytes between pairs. */
const separators = new Uint8Array(256);
for (const byte of [ascii.space, apostrophe, enrichedMark, ascii.comma]) {
	separators[byte] = 1;
}

const isSeparator = (byte: number): boolean => separators[byte] === 1;

/** Offset of the `=` that ends the key at `start`, or -1. */
function endOfKey(bytes: Uint8Array, start: number, end: number): number {
	for (let at = start; at < end && !isSeparator(bytes[at]!); at++) {
		if (bytes[at] === ascii.equals) {
			return at === start ? -1 : at;
		}
	}

	return -1;
}

function endOfValue(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && bytes[at] !== ascii.space && bytes[at] !== apostrophe && bytes[at] !== enrichedMark) {
		at++;
	}

	return at;
}
