import type {EventRow, HitRange} from '../engine/engine.ts';
import {type FuzzyPiece, fuzzyPieces, fuzzyWords} from '../query/fuzzy-pieces.ts';
import {mergeRanges, type ShownField, shownFields} from '../query/hit-ranges.ts';
import {fuzzyText, lettersLike} from '../query/suggest.ts';
import {shownTexts} from './shown-texts.ts';

/** Marks the letters that a fuzzy search finds in rows to be shown. `isSearched` tells which rows it looks at. */
export function markFuzzyHits(rows: readonly EventRow[], search: string, isSearched: (row: number) => boolean): EventRow[] {
	const words = fuzzyWords(search);
	return rows.map(row => row.kind === 'event' && isSearched(row.id) ? withLetters(row, words) : row);
}

function withLetters(row: EventRow, words: readonly string[]): EventRow {
	const pieces = fuzzyPieces(shownTexts(row));
	const found = words.map(word => pieces.flatMap(piece => lettersOf(word, piece)));
	return found.length > 0 && found.every(letters => letters.length > 0) ? {...row, isHit: true, hits: shownFields.flatMap(field => rangesIn(field, found.flat()))} : row;
}

function lettersOf(word: string, {field, start, text}: FuzzyPiece): HitRange[] {
	const letters = lettersLike(word, fuzzyText(text)) ?? [];
	return letters.map(at => ({field, start: start + at, end: start + at + 1}));
}

/** Adjacent letters become one range. */
function rangesIn(field: ShownField, letters: readonly HitRange[]): HitRange[] {
	return mergeRanges(letters.filter(letter => letter.field === field)).map(range => ({field, ...range}));
}
