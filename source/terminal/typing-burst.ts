/**
How many bytes at the start of a read were pasted rather than typed. Terminals without bracketed paste give no other sign, and pasted lines must not be obeyed as commands.
A paste begins only with a read of nothing but text: an editing key shows that a long name was typed, and its Enter is meant. A paste that continues (`isGoingOn`: the read
just before was part of it) ends at the first key.
*/
export function pastedBytes(bytes: Uint8Array, isGoingOn: boolean): number {
	const firstKey = bytes.findIndex(byte => !isTextByte(byte));
	if (isGoingOn) {
		return firstKey === -1 ? bytes.length : firstKey;
	}

	return firstKey === -1 && isLikePasted(bytes) ? bytes.length : 0;
}

function isLikePasted(bytes: Uint8Array): boolean {
	const distinctCount = new Set(bytes).size;
	// A key held down, as on the way from hit to hit, counts once.
	const strokes = bytes.filter((byte, at) => byte !== bytes[at - 1]).length;
	return (strokes >= longerThanTypedAhead && distinctCount >= moreThanRepeats)
		|| (strokes >= shortestPastedLines && hasInnerLineBreak(bytes));
}

/** A stalled link delivers everything typed meanwhile in one read; a search and its Enter are shorter than this. */
const longerThanTypedAhead = 32;

/** Somebody may hold down or alternate a few keys for long. */
const moreThanRepeats = 5;

/** A paste of several lines may be shorter: typed ahead, hardly anything follows an Enter. */
const shortestPastedLines = 12;

const isTextByte = (byte: number): boolean => (byte >= 0x20 && byte !== 0x7F) || byte === 0x09 || byte === 0x0A || byte === 0x0D;

const isLineBreak = (byte: number): boolean => byte === 0x0A || byte === 0x0D;

function hasInnerLineBreak(bytes: Uint8Array): boolean {
	const firstBreak = bytes.findIndex(byte => isLineBreak(byte));
	const lastText = bytes.findLastIndex(byte => !isLineBreak(byte));
	return firstBreak > 0 && firstBreak < lastText;
}
