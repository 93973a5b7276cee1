/**
Bytes that the records of some formats cannot do without: a line that lacks one is not theirs, and one pass over the line turns all of them away.
Most lines of text hold none.
*/
const markBytes = '|="/,;[';

/** For each byte its bit among the marks; 0 for every other. */
const bits = Uint8Array.from({length: 256}, (_, byte) => markBytes.includes(String.fromCharCode(byte)) ? bitOf(String.fromCharCode(byte)) : 0);

function bitOf(mark: string): number {
	const index = markBytes.indexOf(mark);
	if (index === -1) {
		throw new Error(`no mark of lines: ${mark}`);
	}

	return 2 ** index;
}

/** The bits of marks that a format names. */
export const marksNamed = (marks: string): number => [...marks].reduce((named, mark) => named | bitOf(mark), 0);

/** The bits of the marks that a line holds. Hot: one look a byte. */
export function marksIn(bytes: Uint8Array, start: number, end: number): number {
	let found = 0;
	for (let at = start; at < end; at++) {
		found |= bits[bytes[at]!]!;
	}

	return found;
}
