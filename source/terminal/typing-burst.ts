/**
Whether bytes that came in one read were pasted rather than typed. Terminals without bracketed paste give no other sign, and a pasted line must not be obeyed as commands.
`isGoingOn`: the read just before was such a burst.
*/
export function isBurst(bytes: Uint8Array, isGoingOn: boolean): boolean {
	if (bytes.some(byte => !isTextByte(byte))) {
		return false;
	}

	const distinctCount = new Set(bytes).size;
	return isGoingOn
		|| (bytes.length >= longerThanTypedAhead && distinctCount >= moreThanRepeats)
		|| (bytes.length >= shortestPastedLines && hasInnerLineBreak(bytes));
}

/** A stalled link delivers what was typed meanwhile in one read: a search and its Enter are shorter than this. */
const longerThanTypedAhead = 32;

/** A key held down, or two in turns, repeat as long as one likes. */
const moreThanRepeats = 5;

/** Lines of a paste; typed ahead, hardly anything follows an Enter. */
const shortestPastedLines = 12;

const isTextByte = (byte: number): boolean => (byte >= 0x20 && byte !== 0x7F) || byte === 0x09 || byte === 0x0A || byte === 0x0D;

const isLineBreak = (byte: number): boolean => byte === 0x0A || byte === 0x0D;

function hasInnerLineBreak(bytes: Uint8Array): boolean {
	const firstBreak = bytes.findIndex(byte => isLineBreak(byte));
	const lastText = bytes.findLastIndex(byte => !isLineBreak(byte));
	return firstBreak > 0 && firstBreak < lastText;
}
