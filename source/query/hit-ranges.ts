import {addressRange, isInRange} from '../domain/address-range.ts';
import {deviceAddress} from '../domain/device-address.ts';
import {type Needle, needleOf} from './needle.ts';
import type {SearchTerm} from './parse-search.ts';

export type TextRange = {readonly start: number; readonly end: number};

/** The texts that a row of the timeline shows. Devices are joined by one space, and the action is its title. */
export type ShownTexts = {readonly message: string; readonly user: string; readonly devices: string; readonly action: string; readonly host: string};

export type ShownField = keyof ShownTexts;

export type ShownHit = TextRange & {readonly field: ShownField};

/** The order in which hits are given. */
export const shownFields = ['message', 'user', 'devices', 'action', 'host'] as const satisfies readonly ShownField[];

/** Where a hit in a field is marked: nowhere for columns that a row does not show. Any field not listed here is part of the message. */
const markedFieldOf: Readonly<Record<string, ShownField | undefined>> = {
	user: 'user', device: 'devices', host: 'host', action: 'action',
	type: undefined, source: undefined, group: undefined, result: undefined, severity: undefined, category: undefined, format: undefined,
};

/** Where the terms are in the shown texts, from left to right and without overlaps. Regular expressions run elsewhere. */
export function hitsIn(texts: ShownTexts, terms: readonly SearchTerm[]): ShownHit[] {
	return shownFields.flatMap(field => {
		const ranges = terms.flatMap(term => isMarkedIn(term, field) ? rangesOfTerm(term, texts[field]) : []);
		return mergeRanges(ranges).map(range => ({field, ...range}));
	});
}

/** The same ranges, with overlapping ones joined. */
export function mergeRanges(ranges: readonly TextRange[]): TextRange[] {
	const merged: Array<{start: number; end: number}> = [];
	for (const {start, end} of ranges.toSorted((first, second) => first.start - second.start)) {
		const last = merged.at(-1);
		if (last === undefined || start > last.end) {
			merged.push({start, end});
		} else {
			last.end = Math.max(last.end, end);
		}
	}

	return merged;
}

function isMarkedIn(term: SearchTerm, field: ShownField): boolean {
	switch (term.type) {
		case 'regex': {
			return false;
		}

		case 'word': {
			return !term.isNegated;
		}

		case 'field': {
			return !term.isNegated && (!term.isOwn && Object.hasOwn(markedFieldOf, term.name) ? markedFieldOf[term.name] : 'message') === field;
		}
	}
}

function rangesOfTerm(term: SearchTerm, haystack: string): TextRange[] {
	const range = term.type === 'field' && term.isRange ? addressRange(term.value) : undefined;
	if (range === undefined) {
		return rangesOf(needleOf(textOf(term)), haystack);
	}

	// The star at the end of `10.2.*` is not text, and addresses count by the range alone, as in `isWanted`.
	const spelled = addressesIn(haystack);
	const said = rangesOf(needleOf(textOf(term).replace(/\*$/v, '')), haystack).filter(({start, end}) => spelled.every(address => end <= address.start || start >= address.end));
	return [...said, ...spelled.filter(({address}) => isInRange(range, address))];
}

type SpelledAddress = TextRange & {readonly address: string};

/** Anything that may be an address, without a port after IPv4 or a full stop at the end of a sentence. */
const spellings = [/\d{1,3}(?:\.\d{1,3}){3}/gv, /[\d:a-f]{2,}/giv] as const;

function addressesIn(haystack: string): SpelledAddress[] {
	return spellings.flatMap(spelling => haystack.matchAll(spelling).flatMap(({0: text, index}) => addressIn(text, index, haystack)).toArray());
}

/** The end of a word and its colon before an address (`device:fd00::1`) look like part of the address. */
function addressIn(text: string, index: number, haystack: string): SpelledAddress[] {
	const isMidWord = /\w/v.test(haystack[index - 1] ?? '');
	const behindColon = text.indexOf(':') + 1;
	for (const start of isMidWord ? [behindColon] : [0, behindColon]) {
		for (const end of text.endsWith(':') ? [text.length, text.length - 1] : [text.length]) {
			const address = text.slice(start, end);
			if (deviceAddress(address).type === 'ip') {
				return [{start: index + start, end: index + end, address}];
			}
		}
	}

	return [];
}

const textOf = (term: SearchTerm): string => term.type === 'word' ? term.text : (term.type === 'field' ? term.value : '');

function rangesOf({text, isFolded}: Needle, haystack: string): TextRange[] {
	if (text === '') {
		return [];
	}

	const folded = isFolded ? foldInPlace(haystack) : haystack;
	const ranges: TextRange[] = [];
	for (let start = folded.indexOf(text); start >= 0; start = folded.indexOf(text, start + text.length)) {
		ranges.push({start, end: start + text.length});
	}

	return ranges;
}

/** Lower case with every letter at its old index: a few capitals have lower-case forms of another length. */
function foldInPlace(text: string): string {
	const folded = text.toLowerCase();
	return folded.length === text.length ? folded : Array.from(text, letter => letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter).join('');
}
