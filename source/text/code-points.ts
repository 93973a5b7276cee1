import stringWidth from 'string-width';

/**
How a code point is shown. `plain`: as itself. `mark`: drawn over the cell before it. `hidden`: never; a token takes its place.
*/
export type CodePointKind = 'plain' | 'mark' | 'hidden';

/** The kind of a code point; remembered, because the Unicode tables behind it are slow. */
export function kindOf(codePoint: number): CodePointKind {
	return kinds[factsOf(codePoint) >> 2]!;
}

/** How many cells a terminal advances for a code point: 0, 1 or 2. */
export function cellsOf(codePoint: number): number {
	return factsOf(codePoint) & 3;
}

const kinds = ['plain', 'mark', 'hidden'] as const satisfies CodePointKind[];

/** Letters, numbers, punctuation, symbols and the ASCII space. Everything else (controls, format, private use, unassigned, other spaces) has no visible form of its own. */
const shownCodePoint = /^[\p{Letter}\p{Number}\p{Punctuation}\p{Symbol} ]$/v;

/** Marks drawn over the letter before them. Spacing marks take a cell of their own. */
const markCodePoint = /^[\p{Enclosing_Mark}\p{Nonspacing_Mark}]$/v;

const spacingMark = /^\p{Spacing_Mark}$/v;

/** Invisible although they are letters or marks by category: Hangul fillers, joiners, variation selectors, tags, and the Braille pattern without dots. */
const invisible = /^[\p{Default_Ignorable_Code_Point}\u{2800}]$/v;

/**
Flags, skin tones and keycaps change the width of their neighbours in some terminals but not in others, which would break the layout.
So tokens take their place.
*/
const disputedWidth = /^[\p{Emoji_Modifier}\p{Regional_Indicator}\u{20E3}]$/v;

/** Hangul vowels and trailing consonants, which terminals draw into the syllable before them. */
const joiningJamo = /^[\u{1160}-\u{11FF}\u{D7B0}-\u{D7FB}]$/v;

/** Kind and cells of each code point of the first two planes, plus one; 0 means "not looked up yet". Nearly all text is in those planes. */
const rememberedFacts = new Uint8Array(0x2_00_00);

/** The kind in the high bits, the cells in the low two. */
function factsOf(codePoint: number): number {
	if (codePoint >= rememberedFacts.length) {
		return lookUp(codePoint);
	}

	if (rememberedFacts[codePoint] === 0) {
		rememberedFacts[codePoint] = lookUp(codePoint) + 1;
	}

	return rememberedFacts[codePoint]! - 1;
}

function lookUp(codePoint: number): number {
	const character = String.fromCodePoint(codePoint);
	const kind = look(character);
	return (kinds.indexOf(kind) << 2) | (kind === 'plain' ? Math.max(1, stringWidth(character)) : 0);
}

function look(character: string): CodePointKind {
	if (invisible.test(character) || disputedWidth.test(character)) {
		return 'hidden';
	}

	if (markCodePoint.test(character) || joiningJamo.test(character)) {
		return 'mark';
	}

	return shownCodePoint.test(character) || spacingMark.test(character) ? 'plain' : 'hidden';
}
