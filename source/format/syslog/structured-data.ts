import type {ActionId} from '../../domain/actions.ts';
import type {EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import {type Result, resultCode} from '../../domain/result.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {codesOf} from '../vocabulary/action-codes.ts';
import {ByteMemory} from '../bytes/byte-memory.ts';
import {ascii, isLetterOrDigit, latinText, type Run, wordEnd} from '../bytes/byte-text.ts';
import {commonFieldName} from '../vocabulary/common-fields.ts';
import {addDeviceOnce} from '../vocabulary/devices.ts';
import {endOfString} from '../json/json-values.ts';
import {resultOfWord} from '../vocabulary/result-words.ts';
import {WordTable} from '../bytes/word-table.ts';

/** One parameter of structured data, by the name that all formats give it. */
type Parameter = Run & {readonly name: string};

/** The parameters of RFC 5424's structured data (`name="value"`), and what Check Point writes in their place (`name:"value"; `). */
function parametersIn(bytes: Uint8Array, start: number, end: number): Parameter[] {
	const parameters: Parameter[] = [];
	let at = start;
	while (at < end) {
		const nameEnd = endOfName(bytes, at, end);
		const isNamed = nameEnd > at && (bytes[nameEnd] === ascii.equals || bytes[nameEnd] === ascii.colon) && bytes[nameEnd + 1] === ascii.quote;
		const close = isNamed ? endOfString(bytes, nameEnd + 2, end) : -1;
		if (close >= 0) {
			parameters.push({name: nameAt(bytes, at, nameEnd), start: nameEnd + 2, end: close});
		}

		at = close < 0 ? Math.max(nameEnd, at + 1) : close + 1;
	}

	return parameters;
}

/** Check Point's names for who acted. */
const userNames: ReadonlySet<string> = new Set(['administrator', 'src_user_name']);

const knownNames = new ByteMemory<string>();

/** A log has few names, each of them on many lines. */
const nameAt = (bytes: Uint8Array, start: number, end: number): string =>
	knownNames.find(bytes, start, end) ?? knownNames.remember(bytes, start, end, nameOf(latinText(bytes, start, end)));

const nameOf = (own: string): string => userNames.has(own) ? 'user' : commonFieldName(own);

function endOfName(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && (isLetterOrDigit(bytes[at]!) || bytes[at] === ascii.underscore || bytes[at] === ascii.minus || bytes[at] === ascii.dot)) {
		at++;
	}

	return at;
}

/** Offset after the structured data: elements in brackets, in whose quoted values a bracket is escaped (RFC 5424 section 6.3.3). */
export function endOfData(bytes: Uint8Array, start: number, end: number): number {
	if (bytes[start] !== ascii.openBracket) {
		return wordEnd(bytes, start, end);
	}

	let isQuoted = false;
	for (let at = start; at < end; at++) {
		const byte = bytes[at]!;
		if (byte === ascii.backslash) {
			at++;
		} else if (byte === ascii.quote) {
			isQuoted = !isQuoted;
		} else if (!isQuoted && byte === ascii.closeBracket && bytes[at + 1] !== ascii.openBracket) {
			return at + 1;
		}
	}

	return end;
}

export const dataFields = (bytes: Uint8Array, start: number, end: number): Field[] =>
	parametersIn(bytes, start, end).filter(parameter => parameter.end > parameter.start).map(parameter => ({name: parameter.name, value: decodeForeign(bytes, parameter.start, parameter.end)}));

type KnownEvent = readonly [action: ActionId, result?: Result];

/** What Junos' messages are, by the names that it gives them. */
const junosEvents = new WordTable<KnownEvent>([
	['SSHD_LOGIN_FAILED', ['login-failed', 'failure']],
	['LOGIN_FAILED', ['login-failed', 'failure']],
	['SNMPD_AUTH_FAILURE', ['login-failed', 'failure']],
	['LOGIN_INFORMATION', ['login', 'success']],
	['UI_LOGIN_EVENT', ['login', 'success']],
	['UI_LOGOUT_EVENT', ['logout']],
	['UI_CMDLINE_READ_LINE', ['command-run']],
	['UI_COMMIT', ['config-changed']],
	['DOT1XD_USR_AUTHENTICATED', ['network-login', 'success']],
	['RT_FLOW_SESSION_CREATE', ['connection', 'success']],
	['RT_FLOW_SESSION_CLOSE', ['connection']],
	['RT_FLOW_SESSION_DENY', ['connection', 'failure']],
]);

/** The same of Check Point's operations; how they ended stands beside them. */
const operations: ReadonlyMap<string, ActionId> = new Map([['Log In', 'login'], ['Log Out', 'logout']]);

const deviceNames: ReadonlySet<string> = new Set(['sourceAddress', 'targetAddress']);

/** Parameters that tell who, where and what; most others only describe. */
const tellingNames: ReadonlySet<string> = new Set([...deviceNames, 'user', 'operation', 'audit_status', 'action']);

/** Reads who, where and what the parameters tell, where the message itself did not. */
export function readData(bytes: Uint8Array, data: Run, messageId: Run, draft: EventDraft): void {
	const parameters = parametersIn(bytes, data.start, data.end).filter(({name, start, end}) => tellingNames.has(name) && end > start);
	const event = junosEvents.find(bytes, messageId.start, messageId.end);
	if (event === undefined && parameters.length === 0) {
		return;
	}

	const valueOf = (name: string): Parameter | undefined => parameters.find(parameter => parameter.name === name);
	const user = valueOf('user');
	if (user !== undefined && draft.user.end === draft.user.start) {
		draft.user.set(bytes, user.start, user.end);
	}

	for (const {name, start, end} of parameters) {
		if (deviceNames.has(name)) {
			addDeviceOnce(draft, bytes, start, end);
		}
	}

	if (draft.action === 0) {
		readCodes(bytes, {event, operation: valueOf('operation'), verdict: valueOf('audit_status') ?? valueOf('action'), hasTarget: valueOf('targetAddress') !== undefined}, draft);
	}
}

type Deed = {readonly event: KnownEvent | undefined; readonly operation: Parameter | undefined; readonly verdict: Parameter | undefined; readonly hasTarget: boolean};

function readCodes(bytes: Uint8Array, {event, operation, verdict, hasTarget}: Deed, draft: EventDraft): void {
	const [named, result = 'none'] = event ?? [];
	const operated = operation === undefined ? undefined : operations.get(latinText(bytes, operation.start, operation.end));
	const action = named ?? operated ?? (verdict !== undefined && hasTarget ? 'connection' : undefined);
	if (action === undefined) {
		return;
	}

	draft.result = named === undefined && verdict !== undefined ? resultOfWord(bytes, verdict.start, verdict.end) : resultCode[result];
	const codes = codesOf(action === 'login' && draft.result === resultCode.failure ? 'login-failed' : action);
	draft.action = codes.action;
	draft.category = codes.category;
}
