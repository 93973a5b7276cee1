import stringWidth from 'string-width';

/**
What may be done with a code point.
`plain`: shown as itself. `mark`: drawn over the cell before it. `hidden`: never shown, a token stands for it.
*/
export type CodePointKind = 'plain' | 'mark' | 'hidden';

/** What `codePoint` is; remembered, because the Unicode tables behind it are slow to ask. */
export function kindOf(codePoint: number): CodePointKind {
	return kinds[factsOf(codePoint) >> 2]!;
}

/** Cells a terminal moves on for `codePoint`: 0, 1 or 2. */
export function cellsOf(codePoint: number): number {
	return factsOf(codePoint) & 3;
}

const kinds = ['plain', 'mark', 'hidden'] as const satisfies CodePointKind[];

/** Letters, numbers, punctuation, symbols and the one space. All else (controls, format, private use, unassigned, other spaces) has no picture of its own. */
const shownCodePoint = /^[\p{Letter}\p{Number}\p{Punctuation}\p{Symbol} ]$/v;

/** Marks drawn over the letter before them. Spacing marks take a cell of their own. */
const markCodePoint = /^[\p{Enclosing_Mark}\p{Nonspacing_Mark}]$/v;

const spacingMark = /^\p{Spacing_Mark}$/v;

/** Invisible although letters or marks by category: Hangul fillers, joiners, variation selectors, tags; and the Braille pattern without dots. */
const invisible = /^[\p{Default_Ignorable_Code_Point}\u{2800}]$/v;

/**
Flags, skin tones and keycaps change the width of their neighbours in some terminals and not in others;
a frame cannot be kept whole over that, so they are named, not drawn.
*/
const disputedWidth = /^[\p{Emoji_Modifier}\p{Regional_Indicator}\u{20E3}]$/v;

/** Hangul vowels and trailing consonants: terminals draw them into the syllable begun before them. */
const joiningJamo = /^[\u{1160}-\u{11FF}\u{D7B0}-\u{D7FB}]$/v;

/** Kind and cells of the first two planes, one byte each plus one; 0 is "not asked yet". Nearly all text lives there. */
const rememberedFacts = new Uint8Array(0x2_00_00);

/** Kind in the high bits, cells in the low two. */
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
