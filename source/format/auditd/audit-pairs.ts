import {ascii, isDigit, nextByte} from '../bytes/byte-text.ts';
import type {PairList} from '../bytes/pair-list.ts';

/** The mark between what the kernel wrote and what auditd added in words (`log_format = ENRICHED`, auditd.conf(5)). */
const enrichedMark = 0x1D;
const apostrophe = 0x27;

/**
The `key=value` pairs of one audit record, those inside `msg='...'` and the enriched ones included. A word without `=` goes on with the value before
it (`op=adding user`), unless that is a number (`old auid=700 new auid=700`). Of a quoted value, what lies between the quotes.
*/
export function readAuditPairs(pairs: PairList, bytes: Uint8Array, start: number, end: number): void {
	pairs.clear(bytes);
	let canGoOn = false;
	for (let at = start; at < end;) {
		const byte = bytes[at]!;
		if (isSeparator(byte) || byte === ascii.openParenthesis) {
			canGoOn &&= byte === ascii.space || byte === ascii.openParenthesis;
			at++;
			continue;
		}

		const equals = endOfKey(pairs, bytes, at, end);
		if (equals >= 0) {
			at = readValue(pairs, bytes, {keyStart: at, keyEnd: equals}, end);
			canGoOn = canGoOnBehind(pairs, bytes, pairs.count - 1);
		} else {
			at = endOfValue(bytes, at, end);
			if (canGoOn) {
				pairs.ends[pairs.count - 1] = at;
			}
		}
	}
}

/** Whether words without `=` behind that pair go on with its value. */
const canGoOnBehind = (pairs: PairList, bytes: Uint8Array, pair: number): boolean =>
	!pairs.isQuoted(pair) && pairs.ends[pair]! > pairs.starts[pair]! && !isDigit(bytes[pairs.starts[pair]!]);

/** Answers the offset after the value. `msg='` has none of its own: its pairs follow. */
function readValue(pairs: PairList, bytes: Uint8Array, {keyStart, keyEnd}: {readonly keyStart: number; readonly keyEnd: number}, end: number): number {
	const at = keyEnd + 1;
	const close = bytes[at] === ascii.quote ? nextByte(bytes, ascii.quote, at + 1, end) : -1;
	if (close >= 0) {
		pairs.add({keyStart, keyEnd, start: at + 1, end: close, isQuoted: true});
		return close + 1;
	}

	const stop = endOfValue(bytes, at, end);
	pairs.add({keyStart, keyEnd, start: at, end: withoutMarks(bytes, at, stop), isQuoted: false});
	return stop;
}

/** Older systems list what they know of the peer in brackets: `(hostname=?, addr=10.1.2.3, terminal=ssh res=failed)`. */
function withoutMarks(bytes: Uint8Array, start: number, end: number): number {
	const last = bytes[end - 1];
	const isMark = last === ascii.comma || (last === ascii.closeParenthesis && nextByte(bytes, ascii.openParenthesis, start, end) < 0);
	return isMark && end > start ? end - 1 : end;
}

/** 1 for the bytes between pairs. */
const separators = new Uint8Array(256);
for (const byte of [ascii.space, apostrophe, enrichedMark, ascii.comma]) {
	separators[byte] = 1;
}

const isSeparator = (byte: number): boolean => separators[byte] === 1;

/** Offset of the `=` that ends the key at `start`, or -1. Hot: most keys are those that came there before, and are compared instead of looked through. */
function endOfKey(pairs: PairList, bytes: Uint8Array, start: number, end: number): number {
	const likelyEnd = pairs.takeLikelyKey(start, end);
	if (likelyEnd >= 0) {
		return likelyEnd;
	}

	let at = start;
	while (at < end && notOfKeys[bytes[at]!] === 0) {
		at++;
	}

	return at > start && at < end && bytes[at] === ascii.equals ? at : -1;
}

/** 1 for the bytes at which a key ends. */
const notOfKeys = Uint8Array.from(separators, (isOne, byte) => byte === ascii.equals ? 1 : isOne);

/** Nearly all bytes of values come behind those at which one ends. */
function endOfValue(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && (bytes[at]! > apostrophe || notOfValues[bytes[at]!] === 0)) {
		at++;
	}

	return at;
}

/** 1 for the bytes at which a value ends: a comma may stand in one. */
const notOfValues = Uint8Array.from(separators, (isOne, byte) => byte === ascii.comma ? 0 : isOne);
