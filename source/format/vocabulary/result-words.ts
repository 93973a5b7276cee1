import {resultCode} from '../../domain/result.ts';
import {isLetterOrDigit} from '../bytes/byte-text.ts';
import {WordTable} from '../bytes/word-table.ts';

/** What systems call a thing that was let happen, and one that was not. */
const words = new WordTable<number>([
	...['success', 'succeeded', 'successful', 'acc', 'accept', 'accepted', 'allow', 'allowed', 'permit', 'permitted', 'pass', 'passed'].map(word => [word, resultCode.success] as const),
	...['failure', 'fail', 'failed', 'deny', 'denied', 'drop', 'dropped', 'block', 'blocked', 'reject', 'rejected', 'refuse', 'refused', 'discard', 'discarded', 'limit'].map(word => [word, resultCode.failure] as const),
]);

/** The result that a word names; 0 where it names none. */
export const resultOfWord = (bytes: Uint8Array, start: number, end: number): number => words.find(bytes, start, end) ?? resultCode.none;

const answers = new WordTable<number>([['true', resultCode.success], ['false', resultCode.failure], ['ok', resultCode.success]]);

/** The same of what stands where a record says whether it went well. */
export const resultOfAnswer = (bytes: Uint8Array, start: number, end: number): number => resultOfWord(bytes, start, end) || (answers.find(bytes, start, end) ?? resultCode.none);

/** The result that the last such word of a run names: rules have names like `filter_IN_public_REJECT`. */
export function verdictIn(bytes: Uint8Array, start: number, end: number): number {
	let result: number = resultCode.none;
	for (let at = start; at < end;) {
		const wordEnd = endOfWord(bytes, at, end);
		result = resultOfWord(bytes, at, wordEnd) || result;
		at = wordEnd + 1;
	}

	return result;
}

function endOfWord(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && isLetterOrDigit(bytes[at]!)) {
		at++;
	}

	return at;
}
