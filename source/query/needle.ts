import {Buffer} from 'node:buffer';
import {type AddressRange, isInRange} from '../domain/address-range.ts';
import {deviceAddress} from '../domain/device-address.ts';
import type {Foreign} from '../domain/foreign.ts';
import {encodeForeign} from '../text/foreign.ts';

/** A text to look for. Letter case counts only if the text has a capital letter. */
export type Needle = {
	/** As typed, but in lower case where `isFolded`. */
	readonly text: string;
	readonly isFolded: boolean;
	/** Its UTF-8 bytes as one character each, to look for in bytes decoded the same way; undefined where folding letter case beyond ASCII needs decoded text. */
	readonly byteText: string | undefined;
	/** Finds `byteText` in either letter case; undefined where case makes no difference. Without the flag `u`, no letter beyond ASCII matches one of ASCII. */
	readonly foldedBytes: RegExp | undefined;
};

export function needleOf(text: string): Needle {
	const isFolded = text === text.toLowerCase();
	const isAscii = /^\p{ASCII}*$/v.test(text);
	const hasCases = text !== text.toUpperCase();
	const byteText = isAscii || !isFolded || !hasCases ? byteTextOf(text) : undefined;
	const foldedBytes = isFolded && hasCases && byteText !== undefined ? new RegExp(RegExp.escape(byteText), 'gi') : undefined;
	return {text, isFolded, byteText, foldedBytes};
}

/** Whether the text contains the needle. */
export const isFoundIn = ({text, isFolded}: Needle, haystack: string): boolean => (isFolded ? haystack.toLowerCase() : haystack).includes(text);

/** Whether the text is exactly the needle. */
export const isWholeOf = ({text, isFolded}: Needle, haystack: string): boolean => (isFolded ? haystack.toLowerCase() : haystack) === text;

/** What a field's value must be: the text, or an address in `range`. */
export type WantedValue = {readonly needle: Needle; readonly isWhole: boolean; readonly range?: AddressRange | undefined};

/** With a range, addresses are compared only with that; the text is for all other values (`version:10.2.*`). */
export function isWanted({needle, isWhole, range}: WantedValue, value: string): boolean {
	const isSaid = isWhole ? isWholeOf(needle, value) : isFoundIn(needle, value);
	return range === undefined ? isSaid : isInRange(range, value) || (isSaid && deviceAddress(value).type !== 'ip');
}

function byteTextOf(text: string): string {
	const bytes = encodeForeign(text as Foreign);
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
