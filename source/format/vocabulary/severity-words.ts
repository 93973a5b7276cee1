import {severityCode, type Severity} from '../../domain/severity.ts';
import {ascii, isCapital} from '../bytes/byte-text.ts';
import {WordTable} from '../bytes/word-table.ts';

/** The words of all systems on the one scale. A word that is not here names no severity. */
export const severityWords = {
	info: ['info', 'information', 'informational', 'debug', 'debug1', 'debug2', 'debug3', 'debug4', 'debug5', 'trace', 'trace1', 'trace2', 'trace3', 'trace4', 'trace5', 'trace6', 'trace7', 'trace8', 'verbose', 'fine', 'finer', 'finest', 'low', 'log', 'note', 'success', 'inf', 'dbg', 'trc', 'vrb', 'deprecated', 'subdebug', 'ddebug'],
	notice: ['notice', 'warn', 'warning', 'minor', 'medium', 'wrn'],
	alert: ['alert', 'error', 'err', 'eror', 'fatal', 'crit', 'critical', 'emerg', 'emergency', 'panic', 'severe', 'major', 'high', 'very-high', 'ftl', 'fatal error', 'parse error', 'supercritical'],
} as const satisfies Partial<Record<Severity, readonly string[]>>;

const table = new WordTable<number>(
	(['info', 'notice', 'alert'] as const).flatMap(severity => severityWords[severity].map(word => [word, severityCode[severity]] as const)),
);

/** The severity code that a word names; 0 where it names none. */
export const severityOf = (bytes: Uint8Array, start: number, end: number): number => table.find(bytes, start, end) ?? severityCode.none;

/** Words that are levels only where they look like one: in capitals, or in brackets. PostgreSQL, MySQL, Blue Gene. */
const markedWords = {
	info: ['detail', 'hint', 'context', 'statement', 'system'],
	alert: ['failure'],
} as const;

const markedTable = new WordTable<number>(
	(['info', 'alert'] as const).flatMap(severity => markedWords[severity].map(word => [word, severityCode[severity]] as const)),
);

/** All that `levelSeverityOf` knows. */
export const levelWords: readonly string[] = [...Object.values(severityWords).flat(), ...Object.values(markedWords).flat()];

/** The severity code of a word that stands where a layout has its level. */
export function levelSeverityOf(bytes: Uint8Array, start: number, end: number): number {
	const isMarked = isCapital(bytes[start + 1]) || bytes[start - 1] === ascii.openBracket;
	return severityOf(bytes, start, end) || (isMarked ? markedTable.find(bytes, start, end) ?? severityCode.none : severityCode.none);
}

/** Syslog's severities 0..7 (RFC 5424 section 6.2.1): their names and their place on the one scale. */
export const syslogSeverities = [
	{word: 'emerg', code: severityCode.alert},
	{word: 'alert', code: severityCode.alert},
	{word: 'crit', code: severityCode.alert},
	{word: 'err', code: severityCode.alert},
	{word: 'warning', code: severityCode.notice},
	{word: 'notice', code: severityCode.notice},
	{word: 'info', code: severityCode.info},
	{word: 'debug', code: severityCode.info},
] as const;

/** The severity code of one of the numbers; 0 of any other. Asked first, because a look past the end of a list costs as much as the rest of a header. */
export const syslogSeverityOf = (number: number): number => number >= 0 && number < syslogSeverities.length ? syslogSeverities[number]!.code : severityCode.none;
