/**
Whether text that came in one read was pasted rather than typed. Terminals without bracketed paste give no other sign, and a pasted line must not be obeyed as commands.
`isGoingOn`: the text just before was such a burst.
*/
export function isBurst(bytes: Uint8Array, isGoingOn: boolean): boolean {
	const distinctCount = new Set(bytes).size;
	return (isGoingOn && bytes.length > 0)
		|| (bytes.length >= longerThanTypedAhead && distinctCount >= moreThanRepeats)
		|| (bytes.length >= shortestPastedLines && hasInnerLineBreak(bytes));
}

/** How many bytes of text a read begins with: what the terminal answers, and keys, may stand behind a paste and between its parts. */
export function textLength(bytes: Uint8Array): number {
	const end = bytes.findIndex(byte => !isTextByte(byte));
	return end === -1 ? bytes.length : end;
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
