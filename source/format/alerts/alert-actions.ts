import {actionCode, type ActionId} from '../../domain/actions.ts';
import {categoryCode} from '../../domain/category.ts';
import {resultCode} from '../../domain/result.ts';
import {type Codes, codesOf} from '../vocabulary/action-codes.ts';
import {ByteMemory} from '../bytes/byte-memory.ts';
import {ascii, isDigit, latinText, type Run} from '../bytes/byte-text.ts';
import {codesOfWindowsEvent} from '../windows/windows-events.ts';

/** What is tried, and may have failed as well. */
const attempts = 'authentication userauthentication authnattempt authentify';

/** What guards report in CEF and LEEF although nobody is alarmed: who signed in. The whole name says so, letters alone; a name that only mentions it is an alert. */
const names: ReadonlyArray<readonly [action: ActionId, names: string]> = [
	['login', 'login logon userlogin userlogon userloggedin usersignedin loggedin signin successfullogin loginsuccess loginsuccessful logonsuccess userauthenticationsuccess ecametadatalogin authenticationsuccess authenticationsucceeded logintosrasucceeded'],
	['login', attempts],
	['login-failed', 'loginfailed loginfailure logintosrafailed failedlogin logonfailed logonfailure failedlogon failurelogon userloginfailed userloginfailure userlogonfailed usersigninfailed authenticationfailed authenticationfailure failedauthentication userlogindeniedduetobadcredentials logindenied userlogindenied administratorlogindenied'],
	['logout', 'ecametadatalogout logout logoff userlogout userlogoff userloggedout usersignedout loggedout signout'],
	['password-changed', 'passwordchange passwordchanged changepassword changedpassword'],
	['password-reset', 'passwordreset resetpassword'],
	['user-operation', 'audit auditrecord auditlog auditevent'],
	['user-created', 'usercreated createuser usercreate useradded adduser'],
	['user-deleted', 'userdeleted deleteuser userdelete userremoved removeuser'],
];

const connection = codesOf('connection');
const tidings: Codes = {action: 0, category: categoryCode.system};

/** Fortinet's firewalls call an event `traffic:forward deny` or `event:system login failed`; those of Palo Alto have the kind alone. */
const codesOfKind: ReadonlyMap<string, Codes> = new Map([['traffic', connection], ['event', tidings], ['TRAFFIC', connection], ['SYSTEM', tidings], ['CONFIG', codesOf('config-changed')]]);

/** Of the names of those who signed in, the ones that say that they got in. */
const namesOfSuccess = /(?:loggedin|signedin|success|successful|succeeded)$/v;

/** What it was, and how it ended where the name says that. */
export type ToldCodes = Codes & {readonly result?: number};

const actions = new Map<string, ToldCodes>(names.flatMap(([action, known]) => known.split(' ').map(name => [name, {...codesOf(action), ...(action === 'login' && namesOfSuccess.test(name) && {result: resultCode.success})}] as const)));

/** An attempt of which nobody says how it ended: somebody did something, and whether he got in is not known. */
export const attempted: ToldCodes = {...codesOf('user-operation')};

const attemptCodes: ReadonlySet<ToldCodes | undefined> = new Set(attempts.split(' ').map(name => actions.get(name)));
const memory = new ByteMemory<{readonly codes: ToldCodes | undefined}>();

/** Names are short; a longer one is a sentence. */
const longestNameBytes = 64;

/** The codes of an event that is somebody's doing rather than an alert; undefined of all others. */
export function codesOfName(bytes: Uint8Array, start: number, end: number, result: number): ToldCodes | undefined {
	const codes = end - start > longestNameBytes ? undefined : rememberedCodes(bytes, start, end);
	if (result === resultCode.none && attemptCodes.has(codes)) {
		return attempted;
	}

	return codes?.action === login && result === resultCode.failure ? failedLogin : codes;
}

const login = actionCode('login');
const failedLogin = codesOf('login-failed');

function rememberedCodes(bytes: Uint8Array, start: number, end: number): ToldCodes | undefined {
	const known = memory.find(bytes, start, end);
	return known === undefined ? memory.remember(bytes, start, end, {codes: codesOfLetters(latinText(bytes, start, end))}).codes : known.codes;
}

function codesOfLetters(name: string): ToldCodes | undefined {
	const {kind, deed} = /^(?<kind>traffic|event|utm):[\-a-z]+ (?<deed>.*)$/v.exec(name)?.groups ?? {deed: name};
	return actions.get(deed!.toLowerCase().replaceAll(/[^a-z]/gv, '')) ?? codesOfKind.get(kind ?? name);
}

/** The number of an event of Windows' that a collector tells on: it writes `4625` or `Microsoft-Windows-Security-Auditing:4625`; undefined where none is told that is an action. */
export function windowsEventIn(bytes: Uint8Array, {start, end}: Run): Run | undefined {
	let at = end;
	while (at > start && isDigit(bytes[at - 1])) {
		at--;
	}

	const isNumber = end - at >= fewestDigits && end - at <= mostDigits && (at === start || bytes[at - 1] === ascii.colon);
	return isNumber && codesOfWindowsEvent(bytes, at, end).action > 0 ? {start: at, end} : undefined;
}

/** Of the numbers of events that are known. */
const fewestDigits = 3;
const mostDigits = 4;

/** What is told at the lowest severity of all alarms nobody: traffic that was let through or not, or a word of a device about itself. */
export const quietCodes = (isTraffic: boolean): Codes => isTraffic ? connection : tidings;

