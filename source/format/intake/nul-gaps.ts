import {Buffer} from 'node:buffer';

/**
So many NUL bytes in a row are no text. A file system that learnt a file's new length and lost its text when the power went (ext4, XFS) leaves such a
gap, and the first line written after the start stands behind it without a newline between. Programs print a few NULs on purpose.
*/
const fewestNuls = 16;

const needle = Buffer.alloc(fewestNuls);

/** Where the first gap begins that has something before it; `end` where there is none. */
export function beforeGap(bytes: Uint8Array, start: number, end: number): number {
	const from = behindNuls(bytes, start, end);
	const gap = Buffer.from(bytes.buffer, bytes.byteOffset + from, end - from).indexOf(needle);
	return gap === -1 ? end : from + gap;
}

/** Where the text of a line begins: behind a gap at its head. A line of nothing else is all it is. */
export function behindGap(bytes: Uint8Array, start: number, end: number): number {
	const text = hasGapAtHead(bytes, start, end) ? behindNuls(bytes, start, end) : start;
	return text === end ? start : text;
}

/** Whether a gap lies at the head of a line. */
export const hasGapAtHead = (bytes: Uint8Array, start: number, end: number): boolean => bytes[start] === 0 && behindNuls(bytes, start, end) - start >= fewestNuls;

function behindNuls(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && bytes[at] === 0) {
		at++;
	}

	return at;
}
