import type {ActionId} from '../../domain/actions.ts';
import type {ByteRun, EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import type {Foreign} from '../../domain/foreign.ts';
import {type Result, resultCode} from '../../domain/result.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {codesOf} from '../vocabulary/action-codes.ts';
import {ByteMemory} from '../bytes/byte-memory.ts';
import {ascii, isLetterOrDigit, latinText, nextByte, type Run, wordEnd} from '../bytes/byte-text.ts';
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
	parametersIn(bytes, start, end).filter(parameter => isTold(bytes, parameter)).map(parameter => ({name: parameter.name, value: unescapeData(bytes, parameter)}));

/** What a value says: quotes, backslashes and closing brackets are escaped, and a backslash before anything else is one (RFC 5424 section 6.3.3). */
const unescapeData = (bytes: Uint8Array, {start, end}: Run): Foreign => decodeForeign(bytes, start, end).replaceAll(/\\(?<escaped>["\\\]])/gv, '$<escaped>') as Foreign;

/** Few values hold an escape: most are kept where they lie. */
function setUnescaped(run: ByteRun, bytes: Uint8Array, value: Run): void {
	if (nextByte(bytes, ascii.backslash, value.start, value.end) < 0) {
		run.set(bytes, value.start, value.end);
	} else {
		run.setText(unescapeData(bytes, value));
	}
}

/** Where nobody is known Junos says so in the place of a user. */
const isTold = (bytes: Uint8Array, {name, start, end}: Parameter): boolean => end > start && !(name === 'user' && nobody.find(bytes, start, end) === true);

const nobody = new WordTable<true>([['N/A', true], ['UNKNOWN', true], ['unknown-user', true], ['-', true]]);

type KnownEvent = readonly [action: ActionId, result?: Result];

const alarm: KnownEvent = ['alert-raised'];
const blocked: KnownEvent = ['alert-raised', 'failure'];

/** What Junos' messages are, by the names that it gives them (its "System Log Explorer"). */
const junosEvents = new WordTable<KnownEvent>([
	['SSHD_LOGIN_FAILED', ['login-failed', 'failure']],
	['LOGIN_FAILED', ['login-failed', 'failure']],
	['LOGIN_PAM_AUTHENTICATION_ERROR', ['login-failed', 'failure']],
	['SNMPD_AUTH_FAILURE', ['login-failed', 'failure']],
	['WEB_AUTH_FAIL', ['login-failed', 'failure']],
	['WEB_AUTH_SUCCESS', ['login', 'success']],
	['LOGIN_INFORMATION', ['login', 'success']],
	['LOGIN_ROOT', ['login', 'success']],
	['UI_LOGIN_EVENT', ['login', 'success']],
	['UI_AUTH_EVENT', ['authenticated', 'success']],
	['UI_LOGOUT_EVENT', ['logout']],
	['UI_CMDLINE_READ_LINE', ['command-run']],
	['UI_COMMIT', ['config-changed']],
	['UI_CFG_AUDIT_SET', ['config-changed', 'success']],
	['UI_CFG_AUDIT_OTHER', ['config-changed', 'success']],
	['DOT1XD_USR_AUTHENTICATED', ['network-login', 'success']],
	['DOT1XD_USR_ATHNTICTD_GST_VLAN', ['network-login', 'success']],
	...['RT_FLOW_SESSION_', 'APPTRACK_SESSION_'].flatMap(head => ['', '_LS'].flatMap(system => [
		[`${head}CREATE${system}`, ['connection', 'success']], [`${head}CLOSE${system}`, ['connection']], [`${head}DENY${system}`, ['connection', 'failure']],
	] as const)),
	...['SNMP_TRAP_LINK_UP', 'SNMP_TRAP_LINK_DOWN', 'KMD_PM_SA_ESTABLISHED', 'KMD_VPN_UP_ALARM_USER', 'KMD_VPN_DOWN_ALARM_USER'].map(name => [name, ['network-event']] as const),
	...['IDP_ATTACK_LOG_EVENT', 'IDP_APPDDOS_APP_ATTACK_EVENT', 'AAMW_MALWARE_EVENT_LOG', 'AAMW_HOST_INFECTED_EVENT_LOG', 'AV_VIRUS_DETECTED_MT', 'ANTISPAM_SPAM_DETECTED_MT', 'SECINTEL_ACTION_LOG', 'AAMW_ACTION_LOG'].flatMap(name => ['', '_LS'].map(system => [name + system, alarm] as const)),
	...['TCP', 'UDP', 'ICMP', 'IP', 'TCP_DST_IP', 'TCP_SRC_IP', 'SESSION_LIMIT'].map(kind => [`RT_SCREEN_${kind}`, alarm] as const),
	...['AV_SCANNER_DROP_FILE_MT', 'CONTENT_FILTERING_BLOCKED_MT'].flatMap(name => ['', '_LS'].map(system => [name + system, blocked] as const)),
	...['', '_LS'].flatMap(system => [[`WEBFILTER_URL_PERMITTED${system}`, ['http-request', 'success']], [`WEBFILTER_URL_BLOCKED${system}`, ['http-request', 'failure']]] as const),
]);

/** The same of Check Point's operations; how they ended stands beside them. */
const operations: ReadonlyMap<string, ActionId> = new Map([
	['Log In', 'login'],
	['Log Out', 'logout'],
	['Create Rule', 'rule-created'],
	['Modify Rule', 'rule-edited'],
	['Set Rule', 'rule-edited'],
	['Delete Rule', 'rule-deleted'],
	['Run One Time Script', 'command-run'],
	...['Create Object', 'Modify Object', 'Set Object', 'Rename Object', 'Delete Object', 'Publish', 'Install Policy', 'IPS Update'].map(operation => [operation, 'config-changed'] as const),
] as const);

const deviceNames: ReadonlySet<string> = new Set(['sourceAddress', 'targetAddress']);

/** Parameters that tell who, where and what; most others only describe. */
const tellingNames: ReadonlySet<string> = new Set([...deviceNames, 'user', 'operation', 'audit_status', 'action', 'protection_name']);

/** Reads who, where and what the parameters tell, where the message itself did not. */
export function readData(bytes: Uint8Array, data: Run, messageId: Run, draft: EventDraft): void {
	const parameters = parametersIn(bytes, data.start, data.end).filter(parameter => tellingNames.has(parameter.name) && isTold(bytes, parameter));
	const event = junosEvents.find(bytes, messageId.start, messageId.end);
	if (event === undefined && parameters.length === 0) {
		return;
	}

	const valueOf = (name: string): Parameter | undefined => parameters.find(parameter => parameter.name === name);
	const user = valueOf('user');
	if (user !== undefined && draft.user.end === draft.user.start) {
		setUnescaped(draft.user, bytes, user);
	}

	for (const {name, start, end} of parameters) {
		if (deviceNames.has(name)) {
			addDeviceOnce(draft, bytes, start, end);
		}
	}

	if (draft.action === 0) {
		readCodes(bytes, {event, operation: valueOf('operation'), verdict: valueOf('audit_status') ?? valueOf('action'), hasTarget: valueOf('targetAddress') !== undefined, isOfAttack: valueOf('protection_name') !== undefined}, draft);
	}
}

type Deed = {readonly event: KnownEvent | undefined; readonly operation: Parameter | undefined; readonly verdict: Parameter | undefined; readonly hasTarget: boolean; /** Check Point names what it protects from. */ readonly isOfAttack: boolean};

function readCodes(bytes: Uint8Array, {event, operation, verdict, hasTarget, isOfAttack}: Deed, draft: EventDraft): void {
	const [named, result = 'none'] = event ?? [];
	const operated = operation === undefined ? undefined : operations.get(latinText(bytes, operation.start, operation.end));
	const action = named ?? operated ?? (isOfAttack ? 'alert-raised' : (verdict !== undefined && hasTarget ? 'connection' : undefined));
	if (action === undefined) {
		return;
	}

	draft.result = resultCode[result] || (verdict === undefined ? resultCode.none : resultOfWord(bytes, verdict.start, verdict.end));
	const codes = codesOf(action === 'login' && draft.result === resultCode.failure ? 'login-failed' : action);
	draft.action = codes.action;
	draft.category = codes.category;
}
