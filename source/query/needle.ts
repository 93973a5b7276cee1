import {Buffer} from 'node:buffer';
import {type AddressRange, isInRange} from '../domain/address-range.ts';
import {deviceAddress} from '../domain/device-address.ts';
import type {Foreign} from '../domain/foreign.ts';
import {encodeForeign} from '../text/foreign.ts';

/** Text to look for. Small letters find capitals as well; a capital letter anywhere finds only itself. */
export type Needle = {
	/** As typed; all in small letters where `isFolded`. */
	readonly text: string;
	readonly isFolded: boolean;
	/** Its UTF-8 bytes, one character each, to look for in bytes read the same way; undefined where letter case lies beyond ASCII and needs decoded text. */
	readonly byteText: string | undefined;
	/** Finds `byteText` in either letter case; undefined where there is but one. Without the flag `u` no letter beyond ASCII is taken for one of ASCII. */
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

/** True where the text holds the needle. */
export const isFoundIn = ({text, isFolded}: Needle, haystack: string): boolean => (isFolded ? haystack.toLowerCase() : haystack).includes(text);

/** True where the text is the needle and nothing more. */
export const isWholeOf = ({text, isFolded}: Needle, haystack: string): boolean => (isFolded ? haystack.toLowerCase() : haystack) === text;

/** What a field's value must be. `range`: the addresses that are meant besides the text itself. */
export type WantedValue = {readonly needle: Needle; readonly isWhole: boolean; readonly range?: AddressRange | undefined};

/** Where a range is wanted, addresses are judged by it alone; the text is for all other values (`version:10.2.*`). */
export function isWanted({needle, isWhole, range}: WantedValue, value: string): boolean {
	const isSaid = isWhole ? isWholeOf(needle, value) : isFoundIn(needle, value);
	return range === undefined ? isSaid : isInRange(range, value) || (isSaid && deviceAddress(value).type !== 'ip');
}

function byteTextOf(text: string): string {
	const bytes = encodeForeign(text as Foreign);
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
