import {actionCode, type ActionId} from '../../domain/actions.ts';
import {categoryCode} from '../../domain/category.ts';
import {resultCode} from '../../domain/result.ts';
import {type Codes, codesOf} from '../vocabulary/action-codes.ts';
import {ByteMemory} from '../bytes/byte-memory.ts';
import {latinText} from '../bytes/byte-text.ts';

/** What guards report in CEF and LEEF although nobody is alarmed: who signed in. The whole name says so, letters alone; a name that only mentions it is an alert. */
const names: ReadonlyArray<readonly [action: ActionId, names: string]> = [
	['login', 'login logon userlogin userlogon userloggedin usersignedin loggedin signin successfullogin loginsuccess loginsuccessful logonsuccess authentication userauthentication authnattempt authenticationsuccess authenticationsucceeded logintosrasucceeded'],
	['login-failed', 'loginfailed loginfailure logintosrafailed failedlogin logonfailed logonfailure failedlogon failurelogon userloginfailed userloginfailure userlogonfailed usersigninfailed authenticationfailed authenticationfailure failedauthentication'],
	['logout', 'logout logoff userlogout userlogoff userloggedout usersignedout loggedout signout'],
	['password-changed', 'passwordchange passwordchanged changepassword changedpassword'],
	['password-reset', 'passwordreset resetpassword'],
	['user-created', 'usercreated createuser usercreate useradded adduser'],
	['user-deleted', 'userdeleted deleteuser userdelete userremoved removeuser'],
];

const actions = new Map(names.flatMap(([action, known]) => known.split(' ').map(name => [name, codesOf(action)] as const)));
const memory = new ByteMemory<{readonly codes: Codes | undefined}>();

/** Names are short; a longer one is a sentence. */
const longestNameBytes = 64;

/** The codes of an event that is somebody's doing rather than an alert; undefined of all others. */
export function codesOfName(bytes: Uint8Array, start: number, end: number, result: number): Codes | undefined {
	const codes = end - start > longestNameBytes ? undefined : rememberedCodes(bytes, start, end);
	return codes?.action === login && result === resultCode.failure ? failedLogin : codes;
}

const login = actionCode('login');
const failedLogin = codesOf('login-failed');

function rememberedCodes(bytes: Uint8Array, start: number, end: number): Codes | undefined {
	const known = memory.find(bytes, start, end);
	return known === undefined ? memory.remember(bytes, start, end, {codes: codesOfLetters(latinText(bytes, start, end))}).codes : known.codes;
}

const codesOfLetters = (name: string): Codes | undefined => actions.get(name.toLowerCase().replaceAll(/[^a-z]/gv, ''));

/** What is told at the lowest severity of all alarms nobody: traffic that was let through or not, or a word of a device about itself. */
export const quietCodes = (isTraffic: boolean): Codes => isTraffic ? connection : tidings;

const connection = codesOf('connection');
const tidings: Codes = {action: 0, category: categoryCode.system};
