import type {ActionId} from '../../domain/actions.ts';
import {resultCode} from '../../domain/result.ts';
import {type Codes, codesOf} from '../vocabulary/action-codes.ts';
import {isWordAt, bytesOf} from '../bytes/byte-text.ts';
import {jsonPaths} from '../json/json-lookup.ts';
import {mappedFormat} from '../json/mapped-format.ts';
import {resultOfWord} from '../vocabulary/result-words.ts';
import {WordTable} from '../bytes/word-table.ts';

const actionsByName: ReadonlyArray<readonly [eventName: string, action: ActionId]> = [
	['ConsoleLogin', 'login'],
	['CreateUser', 'user-created'],
	['DeleteUser', 'user-deleted'],
	['UpdateUser', 'user-changed'],
	['CreateAccessKey', 'user-changed'],
	['DeleteAccessKey', 'user-changed'],
	['UpdateAccessKey', 'user-changed'],
	['DeactivateMFADevice', 'user-changed'],
	['EnableMFADevice', 'user-changed'],
	['ChangePassword', 'password-changed'],
	['CreateLoginProfile', 'password-reset'],
	['UpdateLoginProfile', 'password-reset'],
	['AddUserToGroup', 'group-changed'],
	['RemoveUserFromGroup', 'group-changed'],
	['CreateGroup', 'group-changed'],
	['DeleteGroup', 'group-changed'],
	...['User', 'Role', 'Group'].flatMap(kind => ['Attach', 'Detach', 'Put', 'Delete'].map(verb => [`${verb}${kind}Policy`, 'role-changed'] as const)),
	['CreateRole', 'role-changed'],
	['DeleteRole', 'role-changed'],
	['UpdateAssumeRolePolicy', 'role-changed'],
];

const known = new WordTable<Codes>(actionsByName.map(([eventName, action]) => [eventName, codesOf(action)]));
const failedLogin = codesOf('login-failed');
const changed = codesOf('config-changed');
const other = codesOf('none', 'user-operation');

/** Every operation begins with its verb; these change something. */
const changingVerbs = ['Create', 'Delete', 'Put', 'Update', 'Modify', 'Attach', 'Detach', 'Authorize', 'Revoke', 'Run', 'Start', 'Stop', 'Terminate', 'Enable', 'Disable', 'Set', 'Add', 'Remove', 'Associate', 'Disassociate', 'Tag', 'Untag', 'Schedule', 'Reboot'].map(verb => bytesOf(verb));

const login = codesOf('login');

function codesOfName(bytes: Uint8Array, start: number, end: number, result: number): Codes {
	const found = known.find(bytes, start, end) ?? (changingVerbs.some(verb => isWordAt(bytes, start, end, verb)) ? changed : other);
	return found.action === login.action && result === resultCode.failure ? failedLogin : found;
}

/** The trail of an account of Amazon Web Services: files with a list of records, or one a line. */
export const awsCloudtrail = mappedFormat({
	name: 'aws-cloudtrail',
	title: 'AWS CloudTrail',
	members: [['eventName', 'eventSource', 'userIdentity']],
	time: jsonPaths('eventTime'),
	user: jsonPaths('userIdentity > userName', 'userIdentity > arn', 'userIdentity > principalId', 'userIdentity > invokedBy'),
	host: jsonPaths(),
	devices: jsonPaths('sourceIPAddress'),
	severity: jsonPaths(),
	result: jsonPaths('errorCode', 'responseElements > ConsoleLogin'),
	action: jsonPaths('eventName'),
	severityOf: () => 0,
	// Whatever an error is called, it is one.
	resultOf: (bytes, start, end) => resultOfWord(bytes, start, end) || resultCode.failure,
	codesOf: codesOfName,
	defaultCategory: 'user-operation',
	message: ['eventName'],
	fieldNames: [
		['eventName', 'sourceAction'],
		['userIdentity.userName', 'user'],
		['sourceIPAddress', 'sourceAddress'],
		['requestParameters.userName', 'targetUser'],
		['eventSource', 'service'],
		['errorCode', 'status'],
		['errorMessage', 'reason'],
		['requestID', 'requestId'],
		['userAgent', 'userAgent'],
	],
});
