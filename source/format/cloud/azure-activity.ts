import {bytesOf, firstWord, wordEnd} from '../bytes/byte-text.ts';
import {jsonPaths} from '../json/json-lookup.ts';
import type {CodeOf} from '../json/json-mapping.ts';
import {mappedFormat} from '../json/mapped-format.ts';
import {WordTable} from '../bytes/word-table.ts';
import {verdictIn} from '../vocabulary/result-words.ts';
import {cloudCodesOf, cloudResultOf, cloudSeverityOf} from './cloud-codes.ts';
import {huntingActors, huntingCodesIn, huntingDevices, huntingLogins} from './hunting-tables.ts';

// eslint-disable-next-line unicorn/prefer-https -- the name of a claim, not an address
const claims = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims';

/** An operation begins, may be accepted for later, and ends one way or another: the row that says how gives the columns. */
const ended = 3;
const stages = new WordTable<number>([['start', 1], ['started', 1], ['begin', 1], ['accept', 2], ['accepted', 2], ['inprogress', 2], ['running', 2]]);

const verdictMark = bytesOf('Action: ');

/** Azure's firewall once said all in a sentence: `TCP request from 10.1.2.3:49680 to 10.9.8.7:1688. Action: Deny.` */
const resultOf: CodeOf = (bytes, start, end) => {
	const mark = firstWord(bytes, verdictMark, start, end);
	const verdictAt = mark + verdictMark.length;
	return mark < 0 ? cloudResultOf(bytes, start, end) : verdictIn(bytes, verdictAt, wordEnd(bytes, verdictAt, end));
};

const people = [
	'identity > claim > upn', 'caller', 'properties > userPrincipalName', `identity > claims > ${claims}/upn`, `claims > ${claims}/upn`, 'properties > caller', 'identity > claims > name', `identity > claims > ${claims}/name`, 'claims > name', `identity > claims > ${claims}/emailaddress`, 'identity > claims > appid', 'identity > requester > upn', 'identity > requester > objectId', 'identity > authorization > evidence > principalId', 'identity',
] as const;

/** The Azure Activity Log as its REST interface gives it and as it is streamed, and resource logs of the same shape. The start and the end of an operation are one event. */
export const azureActivity = mappedFormat({
	name: 'azure-activity',
	title: 'Azure Activity Log',
	members: [['eventTimestamp', 'operationName'], ['eventTimestamp', 'resourceId', 'category'], ['time', 'operationName'], ['time', 'resourceId', 'category']],
	// Of what is streamed later the instant inside counts.
	time: jsonPaths('eventTimestamp', 'properties > Timestamp', 'time'),
	user: jsonPaths(...people, ...huntingActors, 'properties > userId', 'properties > servicePrincipalId'),
	userOfLogin: jsonPaths(...people, ...huntingLogins),
	host: jsonPaths('properties > DeviceName'),
	devices: jsonPaths('callerIpAddress', 'httpRequest > clientIpAddress', 'claims > ipaddr', 'identity > claims > ipaddr', 'properties > SourceIp', 'properties > DestinationIp', 'properties > clientIp', 'properties > flows', 'flowRecords > flows', 'properties > msg', ...huntingDevices),
	severity: jsonPaths('properties > riskLevel', 'properties > Severity', 'level'),
	result: jsonPaths('status > value', 'resultType', 'status', 'properties > result', 'statusCode', 'properties > Action', 'properties > ActionType', 'resultSignature', 'properties > msg'),
	// Resource logs of firewalls have a category alone.
	action: jsonPaths('properties > ActionType', 'operationName > value', 'operationName', 'category'),
	severityOf: cloudSeverityOf,
	resultOf,
	codesOf: cloudCodesOf,
	codesIn: huntingCodesIn,
	defaultCategory: 'user-operation',
	message: ['properties.msg', 'properties.Title', 'properties.ActionType', 'operationName.localizedValue', 'operationName.value', 'operationName', 'category'],
	fieldNames: [
		['operationName', 'sourceAction'],
		['operationName.value', 'sourceAction'],
		['caller', 'user'],
		['callerIpAddress', 'sourceAddress'],
		['properties.SourceIp', 'sourceAddress'],
		['properties.SourcePort', 'sourcePort'],
		['properties.DestinationIp', 'targetAddress'],
		['properties.DestinationPort', 'targetPort'],
		['properties.Protocol', 'protocol'],
		['properties.Rule', 'rule'],
		['properties.userPrincipalName', 'user'],
		['properties.AccountUpn', 'user'],
		['properties.AccountName', 'user'],
		['properties.ActionType', 'sourceAction'],
		['properties.IPAddress', 'sourceAddress'],
		['properties.DestinationIPAddress', 'targetAddress'],
		['httpRequest.clientIpAddress', 'sourceAddress'],
		['resourceId', 'target'],
		['category', 'sourceCategory'],
		['category.value', 'sourceCategory'],
		['resultType', 'status'],
		['status.value', 'status'],
		['resourceProviderName', 'service'],
		['resourceProviderName.value', 'service'],
	],
	joinedBy: jsonPaths('correlationId', 'operationName > value', 'operationName', 'resourceId'),
	stageOf: (bytes, start, end) => stages.find(bytes, start, end) ?? ended,
});
