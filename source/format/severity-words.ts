import {severityCode, type Severity} from '../domain/severity.ts';
import {WordTable} from './word-table.ts';

/** The words of all systems on the one scale. A word that is not here names no severity. */
export const severityWords = {
	info: ['info', 'information', 'informational', 'debug', 'trace', 'trace1', 'trace2', 'trace3', 'trace4', 'trace5', 'trace6', 'trace7', 'trace8', 'verbose', 'fine', 'finer', 'finest', 'low', 'log', 'note', 'success', 'inf', 'dbg', 'trc', 'vrb', 'deprecated', 'system', 'detail', 'hint', 'context', 'statement'],
	notice: ['notice', 'warn', 'warning', 'minor', 'medium', 'wrn'],
	alert: ['alert', 'error', 'err', 'fatal', 'crit', 'critical', 'emerg', 'emergency', 'panic', 'severe', 'major', 'high', 'very-high', 'ftl', 'fatal error', 'parse error', 'failure'],
} as const satisfies Partial<Record<Severity, readonly string[]>>;

const table = new WordTable<number>(
	(['info', 'notice', 'alert'] as const).flatMap(severity => severityWords[severity].map(word => [word, severityCode[severity]] as const)),
);

/** The severity code that a word names; 0 where it names none. */
export const severityOf = (bytes: Uint8Array, start: number, end: number): number => table.find(bytes, start, end) ?? severityCode.none;

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
