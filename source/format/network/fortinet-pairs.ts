import type {Field} from '../../domain/field.ts';
import type {Foreign} from '../../domain/foreign.ts';
import {resultCode} from '../../domain/result.ts';
import {type Codes, codesOf} from '../vocabulary/action-codes.ts';
import {ascii, bytesOf, firstWord} from '../bytes/byte-text.ts';
import {jsonKey} from '../bytes/key-names.ts';
import type {PairList} from '../bytes/pair-list.ts';
import type {Stamp} from '../time/stamp.ts';
import {readIsoTime} from '../time/time-iso.ts';
import {WordTable} from '../bytes/word-table.ts';

/** With this a record of Fortinet's devices begins, behind a syslog header or without one. */
export const pairsMark = 'date=2';

const headedPairs = bytesOf(` ${pairsMark}`);
const longestHeaderBytes = 128;

/** Where the pairs behind a syslog header begin; `start` where there are none. */
export function behindHeader(bytes: Uint8Array, start: number, end: number): number {
	const mark = firstWord(bytes, headedPairs, start, Math.min(end, start + longestHeaderBytes));
	return mark < 0 ? start : mark + 1;
}

/** The device that wrote the record: `hostname` is the server somebody called, or the client that asked for an address. */
export const deviceName = jsonKey('devname');

/** They write the day, the time of day and the zone as a pair each: `date=2026-03-03 time=08:50:12 tz="+0100"`. */
const splitTime = [jsonKey('date'), jsonKey('time'), jsonKey('tz')] as const;

/** The longest of them that is a part of a time. */
const longestPartBytes = 20;

const joined = new Uint8Array((longestPartBytes * splitTime.length) + 1);

/** With it the time of day, or the whole time, is told apart from its zone. */
export const timeZone = splitTime[2];

/** Whether the parts, with a space between day and time of day, are a time, which is then read. */
export function hasSplitTime(pairs: PairList, bytes: Uint8Array, into: Stamp): boolean {
	let length = 0;
	for (const key of splitTime) {
		const pair = pairs.find(key);
		const end = pair < 0 ? 0 : pairs.ends[pair]!;
		for (let at = pair < 0 ? 0 : Math.max(pairs.starts[pair]!, end - longestPartBytes); at < end; at++) {
			joined[length++] = bytes[at]!;
		}

		if (key === splitTime[0] && length > 0) {
			joined[length++] = ascii.space;
		}
	}

	return readIsoTime(joined, 0, length, into);
}

/** Every record of theirs has a number, and one of these pairs says what it is about. */
export const recordNumber = jsonKey('logid');
const tellingKeys = [jsonKey('action'), jsonKey('type')];
const login = codesOf('login');
export const failedLogin = codesOf('login-failed');
const words = new WordTable<Codes>([
	['login', login],
	['logout', codesOf('logout')],
	['ssl-login-fail', failedLogin],
	['authentication', codesOf('authenticated')],
	['auth-logon', codesOf('network-login')],
	['auth-logout', codesOf('session-closed')],
	['tunnel-up', codesOf('remote-access')],
	['tunnel-down', codesOf('remote-access')],
	['traffic', codesOf('connection')],
	['utm', codesOf('alert-raised')],
	['rest-api', codesOf('user-operation')],
	['event', codesOf('none', 'system')],
]);

/** With it a record tells what was set, added, moved or taken away, whatever its action is called. */
const setting = jsonKey('cfgpath');
const changed = codesOf('config-changed');
const tried: ReadonlySet<number> = new Set([login.action, codesOf('authenticated').action]);

/** What a record of theirs tells of; undefined of any other. */
export function fortinetCodes(pairs: PairList, bytes: Uint8Array, result: number): Codes | undefined {
	if (pairs.find(recordNumber) < 0) {
		return undefined;
	}

	if (pairs.find(setting) >= 0) {
		return changed;
	}

	for (const key of tellingKeys) {
		const pair = pairs.find(key);
		const codes = pair < 0 ? undefined : words.find(bytes, pairs.starts[pair]!, pairs.ends[pair]!);
		if (codes !== undefined) {
			return tried.has(codes.action) && result === resultCode.failure ? failedLogin : codes;
		}
	}

	return undefined;
}

/** By which way an administrator came, with his address: `ssh(10.2.1.77)`, `GUI(10.2.1.77)`. */
const cameBy = /^[\-A-Za-z]+\((?<address>[\d.:a-f]+)\)$/v;

/** The same fields, and where an administrator came from where only that tells it. */
export function withWay(fields: readonly Field[]): readonly Field[] {
	const way = fields.find(({name}) => name === 'ui')?.value;
	const isToldElsewhere = way === undefined || fields.some(({name}) => name === 'sourceAddress');
	const {address} = (isToldElsewhere ? undefined : cameBy.exec(way)?.groups) ?? {};
	return address === undefined ? fields : [...fields, {name: 'sourceAddress', value: address as Foreign}];
}
