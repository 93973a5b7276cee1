export type PatternTask = {
	readonly pattern: string;
	readonly flags: string;
	readonly texts: readonly string[];
	/** The most matches wanted per text; 1 to know only whether there is any. */
	readonly mostMatches: number;
};

/** Why a pattern was given up on some text: it ran for too long, or V8 ran out of room for the ways it might go back to. */
export type PatternStop = 'too-long' | 'too-much';

/** Every match as three numbers: the index of the text, the start and the end. */
export function matchTexts(task: PatternTask): Uint32Array<ArrayBuffer> | PatternStop {
	try {
		return matchesIn(task);
	} catch (error) {
		// V8 says so by a RangeError, in a record of some megabytes even for harmless patterns: /(a|b)*c/ leaves a way back at each letter.
		if (error instanceof RangeError) {
			return 'too-much';
		}

		throw error;
	}
}

function matchesIn({pattern, flags, texts, mostMatches}: PatternTask): Uint32Array<ArrayBuffer> {
	const expression = new RegExp(pattern, `${flags}g`);
	const found: number[] = [];
	for (const [index, text] of texts.entries()) {
		for (const match of text.matchAll(expression).take(mostMatches)) {
			found.push(index, match.index, match.index + match[0].length);
		}
	}

	return Uint32Array.from(found);
}
