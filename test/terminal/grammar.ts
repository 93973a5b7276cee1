/**
Everything we may ever send, and nothing else: printable text, the few controls that move the cursor, and the sequences below.
Gives back the first part that is not allowed, or undefined.
*/
export function forbiddenPart(sent: string): string | undefined {
	const [text, ...parts] = sent.split('\u{1B}');
	if (!isPrintable(text!)) {
		return text;
	}

	return parts.find(part => {
		const sequence = sequences.map(allowed => allowed.exec(part)?.[0]).find(found => found !== undefined);
		return sequence === undefined || !isPrintable(part.slice(sequence.length));
	});
}

/** What may follow an Escape. */
const sequences = [
	// Cursor motions, by one or by a number of cells, and to a place.
	/^\[\d{0,3}[A-D]/v,
	/^\[\d{0,3}(?:;\d{1,3})?H/v,
	// Erasing some cells, the rest of a row, and everything.
	/^\[\d{1,3}X/v,
	/^\[K/v,
	/^\[2J/v,
	// A scroll region and its end; the reverse line feed.
	/^\[(?:\d{1,3};\d{1,3})?r/v,
	/^M/v,
	// The question a slow line answers.
	/^\[5n/v,
	// Attributes and colours; neither blinking nor concealing.
	/^\[m/v,
	/^\[(?:[0-479]|2[2-479]|[34]9|[349][0-7]|10[0-7]|[34]8;5;\d{1,3})(?:;(?:[0-479]|2[2-479]|[34]9|[349][0-7]|10[0-7]|[34]8;5;\d{1,3}))*m/v,
	// Wrapping, the cursor, the alternate screen, bracketed paste, synchronised output.
	/^\[\?(?:7|25|1049|2004|2026)[hl]/v,
];

const cursorControls = new Set(['\b', '\n', '\r']);

const printable = /^[\p{Letter}\p{Mark}\p{Number}\p{Punctuation}\p{Symbol} ]$/v;

const isPrintable = (text: string): boolean => [...text].every(character => cursorControls.has(character) || printable.test(character));
