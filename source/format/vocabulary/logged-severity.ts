import {severityCode} from '../../domain/severity.ts';
import {isCapital, isDigit, isLetterOrDigit} from '../bytes/byte-text.ts';
import {digitsAt} from '../bytes/digits.ts';
import {WordTable} from '../bytes/word-table.ts';
import {severityOf, syslogSeverities} from './severity-words.ts';

/** Levels that are one letter: Android, glog, MongoDB, Python's short forms. */
export const severityLetters = {info: 'vtdi', notice: 'wn', alert: 'ecfa'} as const;

const letters = new WordTable<number>(
	(['info', 'notice', 'alert'] as const).flatMap(severity => [...severityLetters[severity]].map(letter => [letter, severityCode[severity]] as const)),
);

/** The severity of a level that is one capital letter; 0 where it is none. */
export const letterSeverity = (bytes: Uint8Array, start: number, end: number): number =>
	isCapital(bytes[start]) ? letters.find(bytes, start, end) ?? severityCode.none : severityCode.none;

/** From here on numbers count up by tens, as Bunyan, Pino and Python's `logging` have them: 30 or 20 is info, 40 or 30 a warning. */
const lowestByTens = 10;
const warningByTens = 40;
const errorByTens = 50;

/** What a logger's level means: a word, a letter, syslog's 0..7, or tens counting up. */
export function loggedSeverity(bytes: Uint8Array, {start, end}: {readonly start: number; readonly end: number}): number {
	if (!isDigit(bytes[start])) {
		return severityOf(bytes, start, end) || letterSeverity(bytes, start, end) || severityOf(bytes, start, endOfName(bytes, start, end));
	}

	const level = digitsAt(bytes, start, end - start);
	return level >= 0 && level < lowestByTens ? syslogSeverities[level]?.code ?? severityCode.none : severityByTens(level);
}

/** Where the name of a level ends that is told by its distance to a named one: `ERROR+2`. */
function endOfName(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && isLetterOrDigit(bytes[at]!)) {
		at++;
	}

	return at + 1 < end && isDigit(bytes[at + 1]) ? at : start;
}

function severityByTens(level: number): number {
	if (level % lowestByTens !== 0 || level > 60) {
		return severityCode.none;
	}

	if (level >= errorByTens) {
		return severityCode.alert;
	}

	return level === warningByTens ? severityCode.notice : severityCode.info;
}
