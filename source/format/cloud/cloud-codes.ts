import {actionCode, type ActionId} from '../../domain/actions.ts';
import {resultCode} from '../../domain/result.ts';
import {severityCode} from '../../domain/severity.ts';
import {ByteMemory} from '../bytes/byte-memory.ts';
import {isDigit, latinText} from '../bytes/byte-text.ts';
import {digitsAt} from '../bytes/digits.ts';
import type {CodeOf} from '../json/json-mapping.ts';
import {severityOf} from '../vocabulary/severity-words.ts';
import {WordTable} from '../bytes/word-table.ts';
import {codesOf} from '../vocabulary/action-codes.ts';

/** Azure writes its levels as words in one generation of the schema and as numbers in another (4 is Informational). */
const numberedLevels = new WordTable<number>([
	['0', severityCode.info], ['1', severityCode.alert], ['2', severityCode.alert], ['3', severityCode.notice], ['4', severityCode.info], ['5', severityCode.info],
]);

export const cloudSeverityOf: CodeOf = (bytes, start, end) =>
	isDigit(bytes[start]) ? numberedLevels.find(bytes, start, end) ?? severityCode.none : severityOf(bytes, start, end);

const resultWords = new WordTable<number>([
	...['success', 'succeeded', 'succeeded.', 'successful', 'true', 'partiallysucceeded', 'completed', 'ok', 'created', 'interactive', 'allow', 'logonsuccess', 'connectionsuccess'].map(word => [word, resultCode.success] as const),
	...['failure', 'failed', 'fail', 'false', 'failed.', 'timeout', 'error', 'clienterror', 'deny', 'denied', 'unauthorized', 'forbidden', 'canceled', 'cancelled', 'conflict', 'logonfailed', 'connectionfailed'].map(word => [word, resultCode.failure] as const),
]);

/** A word, an HTTP status, or an error number of Entra, where 0 is success. `Start` and `Accepted` are no results yet. */
export const cloudResultOf: CodeOf = (bytes, start, end) => {
	if (!isDigit(bytes[start])) {
		return resultWords.find(bytes, start, end) ?? resultCode.none;
	}

	const number = digitsAt(bytes, start, end - start);
	return number === 0 || (number >= 200 && number < 400) ? resultCode.success : resultCode.failure;
};

/** Without an action of ours; whoever did it is a user of the cloud. */
const otherOperation = codesOf('none', 'user-operation');

/** Operations of Entra and of Microsoft 365 that are actions of ours, by the words they begin with, the longer first. */
const operations: ReadonlyArray<readonly [begins: string, action: ActionId]> = ([
	['add user', 'user-created'],
	['invite external user', 'user-created'],
	['invite internal user', 'user-created'],
	['create user', 'user-created'],
	['delete user', 'user-deleted'],
	['hard delete user', 'user-deleted'],
	['update user', 'user-changed'],
	['disable account', 'user-changed'],
	['enable account', 'user-changed'],
	['restore user', 'user-changed'],
	['set user manager', 'user-changed'],
	['reset user password', 'password-reset'],
	['reset password', 'password-reset'],
	['self-service password reset', 'password-reset'],
	['change password', 'password-changed'],
	['change user password', 'password-changed'],
	['set force change user password', 'user-changed'],
	['add member to role', 'role-changed'],
	['add eligible member to role', 'role-changed'],
	['remove member from role', 'role-changed'],
	['remove eligible member from role', 'role-changed'],
	['add scoped member to role', 'role-changed'],
	['add role ', 'role-changed'],
	['delete role ', 'role-changed'],
	['user has elevated', 'role-changed'],
	['add app role assignment', 'role-changed'],
	['add member to group', 'group-changed'],
	['remove member from group', 'group-changed'],
	['add group', 'group-changed'],
	['delete group', 'group-changed'],
	['update group', 'group-changed'],
	['add owner to group', 'group-changed'],
	['update', 'config-changed'],
	['add', 'config-changed'],
	['delete', 'config-changed'],
	['set', 'config-changed'],
	['remove', 'config-changed'],
	['consent', 'config-changed'],
	['register', 'config-changed'],
	['unregister', 'config-changed'],
	['publish', 'config-changed'],
	['authentication methods policy', 'config-changed'],
	['new-', 'config-changed'],
	['sign-in', 'login'],
	// Entra's identity protection and the firewall's rules
	['user risk detection', 'alert-raised'],
	['risky user', 'alert-raised'],
	['service principal risk detection', 'alert-raised'],
	['azfw', 'connection'],
	['azurefirewall', 'connection'],
	['alerttriggered', 'alert-raised'],
	['alertentitygenerated', 'alert-raised'],
	['alertupdated', 'alert-updated'],
	['memberadded', 'group-changed'],
	['memberremoved', 'group-changed'],
	['memberrolechanged', 'role-changed'],
	['teamcreated', 'group-changed'],
	['teamdeleted', 'group-changed'],
	// flow logs of network security groups and of virtual networks
	['networksecuritygroupflowevent', 'connection'],
	['flowlogflowevent', 'connection'],
	['userloggedin', 'login'],
	['userloginfailed', 'login-failed'],
	// Defender's hunting tables
	['logonsuccess', 'login'],
	['logonfailed', 'login-failed'],
	['processcreated', 'process-executed'],
	['connectionsuccess', 'connection'],
	['connectionfailed', 'connection'],
	['useraccountcreated', 'user-created'],
	['useraccountdeleted', 'user-deleted'],
	['useraccountmodified', 'user-changed'],
	['useraccountaddedtolocalgroup', 'group-changed'],
] as ReadonlyArray<readonly [string, ActionId]>).toSorted((one, other) => other[0].length - one[0].length);

/** Operations of Azure Resource Manager, by what their names contain; the first that fits counts. */
const resourceOperations: ReadonlyArray<readonly [contains: string, action: ActionId]> = [
	['downloadresetpassword', 'password-reset'],
	['triggertipackageupdate', 'ti-package-uploaded'],
	['updatesoftwareversion', 'firmware-changed'],
	['/alerts/learn/', 'alert-learned'],
	['alertsuppressionrules/delete', 'exclusion-deleted'],
	['/alerts/write', 'alert-updated'],
	['roleassignments/', 'role-changed'],
	['/write', 'config-changed'],
	['/delete', 'config-changed'],
	['regeneratekey', 'config-changed'],
	['/purge/action', 'config-changed'],
];

type Codes = {readonly action: number; readonly category: number};

const memory = new ByteMemory<Codes>();

/** Longest name of an operation, in bytes; what follows tells nothing more. */
const longestNameBytes = 200;

/** The codes of an operation's name, remembered: a log has many records of few operations. */
export function cloudCodesOf(bytes: Uint8Array, start: number, end: number, result: number): Codes {
	const nameEnd = Math.min(end, start + longestNameBytes);
	const known = memory.find(bytes, start, nameEnd) ?? memory.remember(bytes, start, nameEnd, codesOfName(latinText(bytes, start, nameEnd).toLowerCase()));
	return known.action === login && result === resultCode.failure ? failedLogin : known;
}

const login = actionCode('login');
const failedLogin = codesOf('login-failed');

function codesOfName(name: string): Codes {
	const found = name.includes('/') ? resourceOperations.find(([part]) => name.includes(part)) : operations.find(([begins]) => name.startsWith(begins));
	return found === undefined ? otherOperation : codesOf(found[1]);
}
