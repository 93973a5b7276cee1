import {afterSpaces, ascii, bytesOf, isDigit, isWordAt, nextByte} from './byte-text.ts';
import {WordTable} from './word-table.ts';

/** What Cisco's and Sun's systems put into a syslog line beside what the RFCs know. */
const star = 0x2A;

/** Cisco's devices write `host : %ASA-6-302013: text`: where the tag begins behind the colon, or `at` where there is none. */
export const ciscoTag = (bytes: Uint8Array, at: number): number =>
	bytes[at] === ascii.colon && bytes[at + 1] === ascii.space && bytes[at + 2] === ascii.percent ? at + 2 : at;

/** They also count their messages (`000124: `) and mark a clock that is not set (`*Mar  3`) or has lost its server (`.Mar  3`): where the time begins. */
export function afterCiscoMarks(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && isDigit(bytes[at])) {
		at++;
	}

	const timeAt = at > start && bytes[at] === ascii.colon && bytes[at + 1] === ascii.space ? afterSpaces(bytes, at + 1, end) : start;
	return bytes[timeAt] === star || bytes[timeAt] === ascii.dot ? timeAt + 1 : timeAt;
}

const sunHead = bytesOf('[ID ');

/** Solaris' syslogd writes `[ID 800047 auth.info] ` before a message (log(4D)): where the message's number and its priority lie. Reused. */
export class SunMark {
	idStart = 0;
	idEnd = 0;
	/** 0..191, or -1. */
	priority = -1;

	/** Answers where the message itself begins; `at` where no such mark stands. */
	read(bytes: Uint8Array, at: number, end: number): number {
		const close = isWordAt(bytes, at, end, sunHead) ? nextByte(bytes, ascii.closeBracket, at, end) : -1;
		const space = close < 0 ? -1 : nextByte(bytes, ascii.space, at + sunHead.length, close);
		const dot = space < 0 ? -1 : nextByte(bytes, ascii.dot, space, close);
		if (dot < 0) {
			return at;
		}

		const facility = facilityNumbers.find(bytes, space + 1, dot) ?? -1;
		const severity = severityNumbers.find(bytes, dot + 1, close) ?? -1;
		this.idStart = at + sunHead.length;
		this.idEnd = space;
		this.priority = facility < 0 || severity < 0 ? -1 : (facility * 8) + severity;
		return afterSpaces(bytes, close + 1, end);
	}
}

/** RFC 5424 section 6.2.1, in its order. */
export const facilities = [
	'kern',
	'user',
	'mail',
	'daemon',
	'auth',
	'syslog',
	'lpr',
	'news',
	'uucp',
	'cron',
	'authpriv',
	'ftp',
	'ntp',
	'audit',
	'alert',
	'clock',
	'local0',
	'local1',
	'local2',
	'local3',
	'local4',
	'local5',
	'local6',
	'local7',
] as const;

const facilityNumbers = new WordTable<number>(facilities.map((name, number) => [name, number]));
const severityNumbers = new WordTable<number>(['emerg', 'alert', 'crit', 'error', 'warning', 'notice', 'info', 'debug'].map((name, number) => [name, number] as const));
