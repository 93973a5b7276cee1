import {jsonPaths} from '../json/json-lookup.ts';
import {mappedFormat} from '../json/mapped-format.ts';
import {cloudCodesOf, cloudResultOf, cloudSeverityOf} from './cloud-codes.ts';

/** The unified audit log of Microsoft 365, where Entra's events travel too. */
export const microsoft365 = mappedFormat({
	name: 'microsoft-365',
	title: 'Microsoft 365 audit log',
	members: [['CreationTime', 'Operation']],
	time: jsonPaths('CreationTime'),
	user: jsonPaths('UserId', 'UserKey'),
	// A sign-in with a name that the directory does not know
	nobodies: ['Not Available'],
	host: jsonPaths(),
	devices: jsonPaths('ClientIP', 'ActorIpAddress', 'ClientIPAddress'),
	severity: jsonPaths('Severity'),
	result: jsonPaths('ResultStatus'),
	action: jsonPaths('Operation'),
	severityOf: cloudSeverityOf,
	resultOf: cloudResultOf,
	codesOf: cloudCodesOf,
	defaultCategory: 'user-operation',
	message: ['Operation'],
	fieldNames: [
		['Operation', 'sourceAction'],
		['UserId', 'user'],
		['ClientIP', 'sourceAddress'],
		['ObjectId', 'target'],
		['Workload', 'service'],
		['ResultStatus', 'status'],
	],
});
