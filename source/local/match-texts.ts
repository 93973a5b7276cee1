export type PatternTask = {
	readonly pattern: string;
	readonly flags: string;
	readonly texts: readonly string[];
	/** The most matches wanted per text; 1 to know only whether there is any. */
	readonly mostMatches: number;
};

/** Every match as three numbers: the index of the text, the start and the end. */
export function matchTexts({pattern, flags, texts, mostMatches}: PatternTask): Uint32Array<ArrayBuffer> {
	const expression = new RegExp(pattern, `${flags}g`);
	const found: number[] = [];
	for (const [index, text] of texts.entries()) {
		for (const match of text.matchAll(expression).take(mostMatches)) {
			found.push(index, match.index, match.index + match[0].length);
		}
	}

	return Uint32Array.from(found);
}
