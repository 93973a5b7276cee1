import {bytesOf, isLetterOrDigit} from '../bytes/byte-text.ts';
import {letterSeverity, severityLetters} from './logged-severity.ts';
import {levelSeverityOf, levelWords} from './severity-words.ts';

/** Whether a word or a letter by itself is a level, whatever marks stand around it. Hot: one look a byte, and one a word for nearly every word. */
export function hasLevel(bytes: Uint8Array, start: number, end: number): boolean {
	for (let at = start; at < end; at++) {
		const wordStart = at;
		while (at < end && isLetterOrDigit(bytes[at]!)) {
			at++;
		}

		if (at > wordStart && levelHeads[headOf(bytes[wordStart]!, bytes[wordStart + 1]!)] === 1 && isLevel(bytes, wordStart, at)) {
			return true;
		}
	}

	return false;
}

const isLevel = (bytes: Uint8Array, start: number, end: number): boolean => levelSeverityOf(bytes, start, end) > 0 || letterSeverity(bytes, start, end) > 0;

/** The place of a word's first two bytes in the table; the low bits of a letter are the same for a capital. */
const headOf = (first: number, second: number): number => ((first & 0x1F) << 8) | second;

/** 1 where a word begins as one of the levels, in capitals or not, or where a letter that is one stands alone. */
const levelHeads = new Uint8Array(2 ** 13);
for (const word of levelWords.flatMap(word => [word, word.toUpperCase()])) {
	const [first, second] = bytesOf(word);
	levelHeads[headOf(first!, second!)] = 1;
}

for (const letter of bytesOf(Object.values(severityLetters).join(''))) {
	for (let second = 0; second < 256; second++) {
		levelHeads[headOf(letter, second)]! |= isLetterOrDigit(second) ? 0 : 1;
	}
}
