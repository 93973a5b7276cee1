import {resultCode} from '../../domain/result.ts';
import {bytesOf} from '../bytes/byte-text.ts';
import {codesOf} from '../vocabulary/action-codes.ts';
import {jsonPath, jsonPaths} from '../json/json-lookup.ts';
import {mappedFormat} from '../json/mapped-format.ts';
import {cloudResultOf, cloudSeverityOf} from './cloud-codes.ts';

const created = jsonPath('createdDateTime');
const application = jsonPath('appDisplayName');
const categories = jsonPaths('category');
const signInEnd = bytesOf('signinlogs');
const operation = jsonPaths('operationName');
const signInActivity = bytesOf('sign-in');
const login = codesOf('login');
const loginFailed = codesOf('login-failed');

/** Entra's sign-in logs, interactive or not, of people, service principals and managed identities. */
export const entraSignIns = mappedFormat({
	name: 'entra-sign-ins',
	title: 'Entra sign-ins',
	members: [['createdDateTime', 'appDisplayName'], ['category'], ['operationName']],
	isOwn: (lookup, bytes) => (lookup.has(created) && lookup.has(application))
		|| (lookup.find(categories) && hasEnd(bytes, lookup.start, lookup.end, signInEnd))
		|| (lookup.find(operation) && hasEnd(bytes, lookup.start, Math.min(lookup.end, lookup.start + signInActivity.length), signInActivity)),
	time: jsonPaths('createdDateTime', 'time', 'properties > createdDateTime', 'TimeGenerated', 'TimeGenerated [UTC]'),
	user: jsonPaths(
		...['properties > ', ''].flatMap(prefix => [
			`${prefix}userPrincipalName`, `${prefix}userDisplayName`, `${prefix}servicePrincipalName`, `${prefix}userId`, `${prefix}servicePrincipalId`,
		]),
		'identity',
		'properties > appDisplayName',
	),
	host: jsonPaths(),
	devices: jsonPaths('callerIpAddress', 'ipAddress', 'properties > ipAddress'),
	severity: jsonPaths('level'),
	result: jsonPaths('resultType', 'status > errorCode', 'properties > status > errorCode', 'properties > resultType', 'resultSignature'),
	action: jsonPaths('operationName', 'createdDateTime', 'category'),
	type: jsonPaths('operationName'),
	severityOf: cloudSeverityOf,
	resultOf: cloudResultOf,
	codesOf: (_bytes, _start, _end, result) => result === resultCode.failure ? loginFailed : login,
	defaultCategory: 'user-operation',
	message: ['properties.status.failureReason', 'status.failureReason', 'resultDescription', 'operationName', 'appDisplayName'],
	fieldNames: [
		['operationName', 'sourceAction'],
		['callerIpAddress', 'sourceAddress'],
		['ipAddress', 'sourceAddress'],
		['properties.ipAddress', 'sourceAddress'],
		['userPrincipalName', 'user'],
		['properties.userPrincipalName', 'user'],
		['category', 'sourceCategory'],
		['appDisplayName', 'application'],
		['properties.appDisplayName', 'application'],
		['resultType', 'status'],
		['status.errorCode', 'status'],
		['properties.status.errorCode', 'status'],
	],
});

/** Whether the run ends in `word` (given in small letters), capitals or not. */
function hasEnd(bytes: Uint8Array, start: number, end: number, word: Uint8Array): boolean {
	const from = end - word.length;
	return from >= start && word.every((byte, index) => (bytes[from + index]! | 0x20) === (byte | 0x20));
}
