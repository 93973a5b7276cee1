import {jsonPaths} from '../json/json-lookup.ts';
import {mappedFormat} from '../json/json-mapping.ts';
import {WordTable} from '../bytes/word-table.ts';
import {cloudCodesOf, cloudResultOf, cloudSeverityOf} from './cloud-codes.ts';

// eslint-disable-next-line unicorn/prefer-https -- the name of a claim, not an address
const claims = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims';

/** An operation begins, may be accepted for later, and ends one way or another: the row that says how gives the columns. */
const ended = 3;
const stages = new WordTable<number>([['start', 1], ['started', 1], ['begin', 1], ['accept', 2], ['accepted', 2], ['inprogress', 2], ['running', 2]]);

/** The Azure Activity Log as its REST interface gives it and as it is streamed, and resource logs of the same shape. The start and the end of an operation are one event. */
export const azureActivity = mappedFormat({
	name: 'azure-activity',
	title: 'Azure Activity Log',
	members: [['eventTimestamp', 'operationName'], ['eventTimestamp', 'resourceId', 'category'], ['time', 'operationName'], ['time', 'resourceId', 'category']],
	time: jsonPaths('eventTimestamp', 'time'),
	user: jsonPaths(
		'identity > claim > upn', 'caller', 'properties > userPrincipalName', `identity > claims > ${claims}/upn`, `claims > ${claims}/upn`, 'properties > caller', 'identity > claims > name', `identity > claims > ${claims}/name`, 'claims > name', `identity > claims > ${claims}/emailaddress`, 'identity > claims > appid', 'identity > requester > upn', 'identity > requester > objectId', 'identity > authorization > evidence > principalId', 'identity',
	),
	host: jsonPaths(),
	devices: jsonPaths('callerIpAddress', 'httpRequest > clientIpAddress', 'claims > ipaddr', 'identity > claims > ipaddr', 'properties > SourceIp', 'properties > DestinationIp', 'properties > clientIp'),
	severity: jsonPaths('properties > riskLevel', 'level'),
	result: jsonPaths('status > value', 'resultType', 'status', 'properties > result', 'statusCode', 'properties > Action', 'resultSignature'),
	// Resource logs of firewalls have a category alone.
	action: jsonPaths('operationName > value', 'operationName', 'category'),
	severityOf: cloudSeverityOf,
	resultOf: cloudResultOf,
	codesOf: cloudCodesOf,
	defaultCategory: 'user-operation',
	message: ['operationName.localizedValue', 'operationName.value', 'operationName', 'category'],
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
