import {severityCode} from '../../domain/severity.ts';
import {afterSpaces, ascii, beforeSpaces, bytesOf, isCapital, isDigit, isLetter, isWordAt, nextByte, wordEnd} from '../bytes/byte-text.ts';
import {digitsAt} from '../bytes/digits.ts';
import {WordTable} from '../bytes/word-table.ts';
import {letterSeverity} from './logged-severity.ts';
import {severityOf, severityWords} from './severity-words.ts';

/** Words that as often say something else: at the head of a sentence only brackets make levels of them. */
const ordinary: ReadonlySet<string> = new Set(['fine', 'low', 'log', 'success', 'deprecated', 'minor', 'medium', 'major', 'high']);

const levels = new WordTable<number>(
	(['info', 'notice', 'alert'] as const).flatMap(severity => severityWords[severity].filter(word => !ordinary.has(word)).map(word => [word, severityCode[severity]] as const)),
);

/**
The level with which a program begins what it says, where nothing around the text tells one: `error: `, `WARNING: `, `ERROR text`, `[warn] `, `<info>  `, glog's
`E0303 08:50:16.1 `, each also behind a time or a number of the program's own. One text at a time: where the word lies is remembered.
*/
export class HeadLevel {
	start = 0;
	end = 0;

	#take(start: number, end: number, severity: number): number {
		this.start = start;
		this.end = severity > 0 ? end : start;
		return severity;
	}

	#readBracketed(bytes: Uint8Array, at: number, end: number): number {
		const close = nextByte(bytes, closings[bytes[at]!]!, at, Math.min(end, at + longestLevelBytes));
		const to = beforeSpaces(bytes, at + 1, Math.max(close, at + 1));
		return this.#take(at + 1, to, close < 0 ? 0 : severityOf(bytes, at + 1, to));
	}

	/** A word before a colon, or one in capitals; before a colon it may be of two. */
	#readWord(bytes: Uint8Array, at: number, end: number): number {
		const to = endOfLetters(bytes, at, end);
		if (bytes[to] === ascii.colon) {
			return this.#take(at, to, levels.find(bytes, at, to) ?? 0);
		}

		const isLevel = to === end || bytes[to] === ascii.space;
		if (isLevel && isCapital(bytes[at]) && isCapital(bytes[to - 1])) {
			return this.#take(at, to, levels.find(bytes, at, to) ?? 0);
		}

		const second = to + 1 < end && bytes[to] === ascii.space ? endOfLetters(bytes, to + 1, end) : to;
		return bytes[second] === ascii.colon ? this.#take(at, second, levels.find(bytes, at, second) ?? 0) : this.#take(at, at, 0);
	}

	/** 0 where the text begins with none. Hot: most texts are turned away by their first byte. */
	read(bytes: Uint8Array, start: number, end: number): number {
		let at = afterSpaces(bytes, start, end);
		for (let words = 0; words < mostMarks; words++) {
			const next = behindMark(bytes, at, end);
			if (next === at) {
				break;
			}

			at = next;
		}

		if (at >= end || mayBegin[bytes[at]!] === 0) {
			return this.#take(at, at, 0);
		}

		if (closings[bytes[at]!]! > 0) {
			return this.#readBracketed(bytes, at, end);
		}

		const letter = isDigit(bytes[at + 1]) ? glogSeverity(bytes, at, end) : 0;
		return letter > 0 ? this.#take(at, at + 1, letter) : this.#readWord(bytes, at, end);
	}
}

/** 1 where a level may begin: its first letter, or what opens brackets around it. */
const mayBegin = new Uint8Array(256);
for (const byte of bytesOf(Object.values(severityWords).flat().map(word => word[0]! + word[0]!.toUpperCase()).join('') + '[<(')) {
	mayBegin[byte] = 1;
}

/** By byte of each bracket that opens, the one that closes it. */
const closings = new Uint8Array(256);
closings[ascii.openBracket] = ascii.closeBracket;
closings[ascii.openParenthesis] = ascii.closeParenthesis;
closings[ascii.lessThan] = ascii.greaterThan;

const longestLevelBytes = 16;

/** A date, a time, a number: so many of them may stand before a level. */
const mostMarks = 3;

const php = bytesOf('PHP ');

/** Where the text goes on behind a number or a time of the program's own, in brackets or not, or behind the name that PHP gives itself; `at` where none stands there. */
function behindMark(bytes: Uint8Array, at: number, end: number): number {
	const byte = bytes[at]!;
	if (byte > ascii.nine) {
		const isNumber = byte === ascii.openBracket && (isDigit(bytes[at + 1]) || bytes[at + 1] === ascii.space);
		return isNumber ? behindNumber(bytes, at, end) : at + (isWordAt(bytes, at, end, php) ? php.length : 0);
	}

	return isDigit(byte) || byte === ascii.openParenthesis ? behindNumber(bytes, at, end) : at;
}

function behindNumber(bytes: Uint8Array, start: number, end: number): number {
	const closing = closings[bytes[start]!]!;
	const to = closing > 0 ? nextByte(bytes, closing, start, end) + 1 : wordEnd(bytes, start, end);
	for (let at = start; at < to; at++) {
		if (ofNumbers[bytes[at]!] === 0) {
			return start;
		}
	}

	return to > start && bytes[to] === ascii.space ? afterSpaces(bytes, to, end) : start;
}

/** 1 for what numbers and times consist of, and the brackets around them. */
const ofNumbers = Uint8Array.from({length: 256}, (_, byte) => '0123456789.,:/+-#TZ []()'.includes(String.fromCharCode(byte)) ? 1 : 0);

/** The month and the day stand right behind glog's letter, a time behind them. */
function glogSeverity(bytes: Uint8Array, at: number, end: number): number {
	const time = at + 6;
	const isDate = time < end && digitsAt(bytes, at + 1, 4) > 0 && bytes[time - 1] === ascii.space && digitsAt(bytes, time, 2) >= 0 && bytes[time + 2] === ascii.colon;
	return isDate ? letterSeverity(bytes, at, at + 1) : 0;
}

function endOfLetters(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && isLetter(bytes[at]!)) {
		at++;
	}

	return at;
}
