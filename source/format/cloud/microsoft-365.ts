import {bytesOf} from '../bytes/byte-text.ts';
import {isWord} from '../bytes/word-table.ts';
import {jsonPaths} from '../json/json-lookup.ts';
import {mappedFormat} from '../json/json-mapping.ts';
import {cloudCodesOf, cloudResultOf, cloudSeverityOf} from './cloud-codes.ts';

/** What a sign-in says of one who gave no name that the directory knows. */
const unknownPerson = bytesOf('not available');

/** The unified audit log of Microsoft 365, where Entra's events travel too. */
export const microsoft365 = mappedFormat({
	name: 'microsoft-365',
	title: 'Microsoft 365 audit log',
	members: [['CreationTime', 'Operation']],
	time: jsonPaths('CreationTime'),
	user: jsonPaths('UserId', 'UserKey'),
	isNobody: (bytes, start, end) => isWord(bytes, start, end, unknownPerson),
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
