import type {ShownField, ShownTexts} from './hit-ranges.ts';

/** A piece of a row's text, which has to contain all letters of a typed word. */
export type FuzzyPiece = {readonly field: ShownField; readonly start: number; readonly text: string};

/** As much of a message as a row of the screen shows. */
const longestMessage = 400;

/** Whole names, but single words of devices and messages: in a whole line any few letters would be found. */
export function fuzzyPieces({action, user, host, devices, message}: ShownTexts): FuzzyPiece[] {
	return [
		...whole('action', action),
		...whole('user', user),
		...whole('host', host),
		...wordsOf('devices', devices),
		...wordsOf('message', message.slice(0, longestMessage)),
	];
}

/** The words of a fuzzy search, all of which must be found. */
export const fuzzyWords = (search: string): string[] => search.split(/\s+/v).filter(word => word !== '');

const whole = (field: ShownField, text: string): FuzzyPiece[] => text === '' ? [] : [{field, start: 0, text}];

const word = /[^\s"'\(\),;=\[\]\{\}]+/gv;

function wordsOf(field: ShownField, text: string): FuzzyPiece[] {
	return text.matchAll(word).map(found => ({field, start: found.index, text: found[0]})).toArray();
}
