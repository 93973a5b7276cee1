import {jsonPath, jsonPaths} from '../json/json-lookup.ts';
import {mappedFormat} from '../json/mapped-format.ts';
import {isWord} from '../bytes/word-table.ts';
import {bytesOf} from '../bytes/byte-text.ts';
import {cloudCodesOf, cloudResultOf, cloudSeverityOf} from './cloud-codes.ts';

const activity = jsonPath('activityDisplayName');
const inner = jsonPath('properties > activityDisplayName');
const initiator = jsonPath('properties > initiatedBy');
const category = jsonPaths('category');
const auditLogs = bytesOf('auditlogs');

/** Entra's audit log: Graph `directoryAudits` (page, array, JSON Lines) and the diagnostic stream (`{"records": [...]}` or JSON Lines). */
export const entraAudit = mappedFormat({
	name: 'entra-audit',
	title: 'Entra audit log',
	members: [['activityDisplayName'], ['properties'], ['category']],
	isOwn: (lookup, bytes) => lookup.has(activity) || lookup.has(inner) || lookup.has(initiator)
		|| (lookup.find(category) && isWord(bytes, lookup.start, lookup.end, auditLogs)),
	time: jsonPaths('activityDateTime', 'properties > activityDateTime', 'time', 'TimeGenerated', 'TimeGenerated [UTC]'),
	user: jsonPaths(
		...['properties > ', ''].flatMap(prefix => [
			`${prefix}initiatedBy > user > userPrincipalName`, `${prefix}initiatedBy > user > displayName`, `${prefix}initiatedBy > user > id`, `${prefix}initiatedBy > app > displayName`, `${prefix}initiatedBy > app > servicePrincipalName`, `${prefix}initiatedBy > app > appId`, `${prefix}initiatedBy > Name`,
		]),
		'identity',
		'properties > identity',
	),
	host: jsonPaths(),
	devices: jsonPaths('callerIpAddress', 'ipAddress', 'initiatedBy > user > ipAddress', 'properties > initiatedBy > user > ipAddress', 'properties > ipAddress'),
	severity: jsonPaths('level'),
	// A cycle of provisioning went well although what it was to provision did not.
	result: jsonPaths('properties > provisioningStatusInfo > status', 'result', 'properties > result', 'resultType', 'resultSignature'),
	action: jsonPaths('activityDisplayName', 'properties > activityDisplayName', 'operationName', 'properties > operationName'),
	severityOf: cloudSeverityOf,
	resultOf: cloudResultOf,
	codesOf: cloudCodesOf,
	defaultCategory: 'user-operation',
	message: ['activityDisplayName', 'properties.activityDisplayName', 'operationName'],
	fieldNames: [
		['activityDisplayName', 'sourceAction'],
		['properties.activityDisplayName', 'sourceAction'],
		['operationName', 'operation'],
		['callerIpAddress', 'sourceAddress'],
		['initiatedBy.user.ipAddress', 'sourceAddress'],
		['properties.initiatedBy.user.ipAddress', 'sourceAddress'],
		['initiatedBy.user.userPrincipalName', 'user'],
		['properties.initiatedBy.user.userPrincipalName', 'user'],
		['targetResources.displayName', 'target'],
		['properties.targetResources.displayName', 'target'],
		['targetResources.userPrincipalName', 'targetUser'],
		['properties.targetResources.userPrincipalName', 'targetUser'],
		['correlationId', 'correlationId'],
		['properties.correlationId', 'correlationId'],
		['loggedByService', 'service'],
		['properties.loggedByService', 'service'],
		['category', 'sourceCategory'],
		['properties.category', 'sourceCategory'],
		['result', 'status'],
		['properties.result', 'status'],
	],
});
