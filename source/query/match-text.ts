import type {Field} from '../domain/field.ts';
import type {Foreign} from '../domain/foreign.ts';
import type {TextTerm} from './compile-terms.ts';
import {isFoundIn, isWanted, isWholeOf, type Needle, needleOf, type WantedValue} from './needle.ts';
import {rangeNeedles} from './range-needles.ts';
import type {RecordChunk} from './record-chunk.ts';

/** What a record says once its format has parsed it. Expensive, so it is used only where the raw bytes cannot decide. */
export type RecordWords = {
	readonly message: Foreign;
	readonly fields: readonly Field[];
};

/** Records to be matched: `describe` parses one, `markShown` sets 1 for those whose columns show the text looked for. */
export type Matched = {
	readonly chunk: RecordChunk;
	readonly describe: (index: number) => RecordWords;
	readonly markShown: (term: TextTerm & {readonly type: 'word'}, found: Uint8Array) => void;
	/** 1 for records that match all terms so far. */
	readonly open: Uint8Array;
};

export type NeedleTerm = Exclude<TextTerm, {readonly type: 'regex'}>;

/** 1 for every open record that the term matches, ignoring its negation. */
export function matchTerm(term: NeedleTerm, matched: Matched): Uint8Array {
	switch (term.type) {
		case 'word': {
			return matchWord(term, matched);
		}

		case 'raw': {
			return matchRaw(term, matched);
		}

		case 'message': {
			return matchDescribed(matched, marksOf(matched, [term.needle]), ({message}) => isWanted(term, message));
		}

		case 'field': {
			return matchField(term, matched);
		}
	}
}

/** Looks in the raw bytes, in what the row shows, and for records with escapes in what they say. */
function matchWord(term: TextTerm & {readonly type: 'word'}, matched: Matched): Uint8Array {
	const found = marksOf(matched, [term.needle]);
	matched.markShown(term, found);

	// A phrase may span two fields that the message joins; then all its words are in the bytes.
	const words = term.needle.text.split(/\s+/v).filter(word => word !== '').map(word => needleOf(word));
	if (words.length < 2 && !matched.chunk.mayHoldEscapes) {
		return found;
	}

	const mayBeJoined = words.length > 1 ? allOf(words.map(word => marksOf(matched, [word]))) : new Uint8Array(found.length);
	const isSaid = ({message, fields}: RecordWords) => isFoundIn(term.needle, message) || fields.some(({value}) => isFoundIn(term.needle, value));
	const described = matchDescribed({...matched, open: without(matched.open, found)}, mayBeJoined, isSaid);
	return found.map((mark, index) => mark | described[index]!);
}

function matchRaw(term: WantedValue, matched: Matched): Uint8Array {
	const found = marksOf(matched, [term.needle]);
	return term.isWhole ? found.map((mark, index) => mark === 1 && isWholeOf(term.needle, matched.chunk.decoded(index)) ? 1 : 0) : found;
}

/** Fields, in lower case, whose values may be nowhere in the record: syslog writes its facility as a number, and Zeek names the kind of its records at the head of the file. */
const unwritten = new Set(['facility', 'sourceaction']);

/** Names that other search languages have for a field, in lower case. */
const fieldsBehind: Readonly<Record<string, readonly string[]>> = {src: ['sourceaddress'], dst: ['targetaddress'], ip: ['sourceaddress', 'targetaddress']};

/** Names of the search language for where something came from or went. */
export const addressFields: readonly string[] = Object.keys(fieldsBehind);

function namesOf({name: typed, isOwn}: TextTerm & {readonly type: 'field'}): readonly string[] {
	const name = typed.toLowerCase();
	return isOwn ? [name] : [name, ...Object.hasOwn(fieldsBehind, name) ? fieldsBehind[name]! : []];
}

/** Looks in a field of that name, and for `name=value` or `name:value` in the text. */
function matchField(term: TextTerm & {readonly type: 'field'}, matched: Matched): Uint8Array {
	const names = namesOf(term);
	const spellings = term.isWhole ? [] : ['=', ':'].map(sign => needleOf(`${term.name}${sign}${term.needle.text}`));
	const written = marksOf(matched, spellings);
	const isSaid = ({fields}: RecordWords) => fields.some(field => names.includes(field.name.toLowerCase()) && isWanted(term, field.value));
	const inQuestion = unwritten.has(names[0]!) ? matched.open : marksOf(matched, [term.needle, ...(term.range === undefined ? [] : rangeNeedles(term.range))]);
	const described = matchDescribed({...matched, open: without(matched.open, written)}, inQuestion, isSaid);
	return written.map((mark, index) => mark | described[index]!);
}

/** Parses the open records that are marked or hold escapes, and tests each. */
function matchDescribed({chunk, describe, open}: Matched, marked: Uint8Array, isFit: (words: RecordWords) => boolean): Uint8Array {
	const isAnyInQuestion = chunk.mayHoldEscapes || marked.includes(1);
	return isAnyInQuestion ? open.map((mark, index) => mark === 1 && (marked[index] === 1 || chunk.hasEscapes(index)) && isFit(describe(index)) ? 1 : 0) : marked;
}

/** Marks records whose raw bytes hold one of the needles. */
function marksOf({chunk}: Matched, needles: readonly Needle[]): Uint8Array {
	const found = new Uint8Array(chunk.count);
	for (const needle of needles) {
		chunk.markFound(needle, found);
	}

	return found;
}

const without = (open: Uint8Array, found: Uint8Array): Uint8Array => open.map((mark, index) => found[index] === 1 ? 0 : mark);

const allOf = (marks: readonly Uint8Array[]): Uint8Array => marks[0]!.map((_, index) => marks.every(mark => mark[index] === 1) ? 1 : 0);
