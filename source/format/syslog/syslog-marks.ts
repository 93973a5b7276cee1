import {afterSpaces, ascii, bytesOf, firstWord, isDigit, isWordAt, nextByte, wordEnd} from '../bytes/byte-text.ts';
import {WordTable} from '../bytes/word-table.ts';

/** What Cisco's and Sun's systems put into a syslog line beside what the RFCs know. */
const star = 0x2A;

/** Cisco's devices write `host : %ASA-6-302013: text`: where the tag begins behind the colon, or `at` where there is none. */
export const ciscoTag = (bytes: Uint8Array, at: number): number =>
	bytes[at] === ascii.colon && bytes[at + 1] === ascii.space && bytes[at + 2] === ascii.percent ? at + 2 : at;

/** Some relays put a space behind the priority, and Cisco's devices a colon where others have a number. */
export function behindColon(bytes: Uint8Array, at: number): number {
	if (bytes[at] === ascii.space) {
		return at + 1;
	}

	return bytes[at] === ascii.colon && bytes[at + 1] === ascii.space && bytes[at + 2] !== ascii.percent ? at + 2 : at;
}

/** Whether what stands where a name may is a second number that counts messages. */
export function isCount(bytes: Uint8Array, start: number, end: number): boolean {
	let at = start;
	while (at < end && isDigit(bytes[at])) {
		at++;
	}

	return at >= end;
}

/** Whether such a tag, facility, severity and name joined by dashes, stands behind the colon that ends another word: the word then is the device's name, or its zone. */
export function isTagBehind(bytes: Uint8Array, colon: number, end: number): boolean {
	const tag = ciscoTag(bytes, colon);
	return tag > colon && nextByte(bytes, ascii.minus, tag, wordEnd(bytes, tag, end)) >= 0;
}

/** A zone of the device stands where its tag does elsewhere: `switch-1 AEST: %SYS-6-LOGOUT: text`. Hot: a zone has three letters or four. */
export function behindZone(bytes: Uint8Array, at: number, end: number): number {
	const colon = at + (bytes[at + 3] === ascii.colon ? 3 : 4);
	return bytes[colon] === ascii.colon && isTagBehind(bytes, colon, end) ? colon + 2 : at;
}

/** They also count their messages (`000124: `) and mark a clock that is not set (`*Mar  3`) or has lost its server (`.Mar  3`): where the time begins. */
export function afterCiscoMarks(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && isDigit(bytes[at])) {
		at++;
	}

	const timeAt = at > start && bytes[at] === ascii.colon && bytes[at + 1] === ascii.space ? afterSpaces(bytes, at + 1, end) : start;
	return bytes[timeAt] === star || bytes[timeAt] === ascii.dot ? timeAt + 1 : timeAt;
}

/** A relay puts its own header before one that the device wrote whole (`10.0.0.1 123: Mar  3 08:50:22.123: %SEC_LOGIN-5-...`): where the device's tag begins, or `at`. */
export function relayedTag(bytes: Uint8Array, at: number, end: number): number {
	if (!isDigit(bytes[at]) && bytes[at] !== star && bytes[at] !== ascii.dot && bytes[at] !== ascii.colon && !isCard(bytes, at)) {
		return at;
	}

	const mark = firstWord(bytes, relayedMark, at, Math.min(end, at + longestRelayedBytes));
	return mark < 0 ? at : mark + 2;
}

/** Whether how long a switch has run stands before its tag: `00:00:46: %LINK-3-UPDOWN:`, `1w2d: %SYS-5-CONFIG_I:`. */
export function isUptime(bytes: Uint8Array, start: number, end: number): boolean {
	let at = start;
	while (at < end && (isDigit(bytes[at]) || ofUptime[bytes[at]!] === 1)) {
		at++;
	}

	return isDigit(bytes[start]) && bytes[at - 1] === ascii.colon && bytes[at] === ascii.space && bytes[at + 1] === ascii.percent;
}

/** 1 for what parts its numbers, or names their unit. */
const ofUptime = Uint8Array.from({length: 256}, (_, byte) => ':ywdh'.includes(String.fromCharCode(byte)) ? 1 : 0);

/** Behind the priority Nexus switches write their name and a colon, or the colon alone, before the time (`<189>leaf-1: 2026 Mar  3 08:50:05 UTC: %ETHPORT-5-IF_UP`): where that colon stands, or -1. */
export function colonBehindName(bytes: Uint8Array, at: number, end: number): number {
	const colon = wordEnd(bytes, at, end) - 1;
	return colon >= at && bytes[colon] === ascii.colon ? colon : -1;
}

/** `RP` is a route processor, `LC` a line card. */
const capitalR = 0x52;
const capitalL = 0x4C;

/** Where their time begins behind that; `at` where no card is named. */
export function behindCard(bytes: Uint8Array, at: number, end: number): number {
	const colon = isCard(bytes, at) ? nextByte(bytes, ascii.colon, at, end) : -1;
	return colon < 0 ? at : colon + 1;
}

const relayedMark = bytesOf(': %');
const longestRelayedBytes = 96;

/** Routers of many cards name the one that speaks before their own time (`RP/0/RP0/CPU0:Mar  3 08:50:22.123 UTC: ipv4_acl_mgr[310]: %ACL-...`). */
export const isCard = (bytes: Uint8Array, at: number): boolean => bytes[at + 2] === ascii.slash && (bytes[at] === capitalR || bytes[at] === capitalL) && isDigit(bytes[at + 3]) && bytes[at + 4] === ascii.slash;

/** WatchGuard's firewalls write their serial number and the time in UTC before the tag (`80B20002E5BCD (2026-05-10T13:19:06) firewall: `): where the tag begins, or `at`. */
export function afterSerial(bytes: Uint8Array, at: number, end: number): number {
	const open = afterSpaces(bytes, wordEnd(bytes, at, end), end);
	const close = open + timeInBrackets.length;
	return bytes[open] === ascii.openParenthesis && bytes[open + 11] === 0x54 && bytes[close - 1] === ascii.closeParenthesis && bytes[close] === ascii.space ? close + 1 : at;
}

const timeInBrackets = '(2026-05-10T13:19:06)';

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

/** What some daemons write of a message's priority in words: busybox `auth.info` behind the host, FreeBSD `<auth.info>` before it, F5 the level alone. Reused. */
export class PriorityWords {
	/** 0..191, or -1. */
	priority = -1;
	/** 0..7, or -1. */
	severity = -1;

	/** Answers where what follows them begins; `at` where none stand there. */
	read(bytes: Uint8Array, at: number, end: number): number {
		this.priority = -1;
		const wordTo = wordEnd(bytes, at, end);
		const isMarked = bytes[at] === ascii.lessThan && bytes[wordTo - 1] === ascii.greaterThan;
		const [from, to] = isMarked ? [at + 1, wordTo - 1] : [at, wordTo];
		const dot = nextByte(bytes, ascii.dot, from, to);
		const facility = dot < 0 ? -1 : facilityNumbers.find(bytes, from, dot) ?? -1;
		this.severity = severityNumbers.find(bytes, dot < 0 ? from : dot + 1, to) ?? -1;
		if (this.severity < 0 || (dot >= 0 && facility < 0)) {
			this.severity = -1;
			return at;
		}

		this.priority = facility < 0 ? -1 : (facility * 8) + this.severity;
		return afterSpaces(bytes, wordTo, end);
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
const severityNumbers = new WordTable<number>([
	...['emerg', 'alert', 'crit', 'error', 'warning', 'notice', 'info', 'debug'].map((name, number) => [name, number] as const),
	...[['panic', 0], ['err', 3], ['warn', 4]] as const,
]);
