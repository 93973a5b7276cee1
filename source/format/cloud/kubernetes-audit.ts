import type {ActionId} from '../../domain/actions.ts';
import {type Codes, codesOf} from '../vocabulary/action-codes.ts';
import {digitsAt} from '../bytes/digits.ts';
import {resultOfStatus} from '../vocabulary/http-status.ts';
import {jsonPaths} from '../json/json-lookup.ts';
import {mappedFormat} from '../json/mapped-format.ts';
import {WordTable} from '../bytes/word-table.ts';

const actionsByVerb: ReadonlyArray<readonly [verb: string, action: ActionId]> = [
	['create', 'config-changed'],
	['update', 'config-changed'],
	['patch', 'config-changed'],
	['delete', 'config-changed'],
	['deletecollection', 'config-changed'],
];

const known = new WordTable<Codes>(actionsByVerb.map(([word, action]) => [word, codesOf(action)]));
const other = codesOf('none', 'user-operation');

/** What was asked of a cluster's interface. The level says how much is logged, not how grave it is. */
export const kubernetesAudit = mappedFormat({
	name: 'kubernetes-audit',
	title: 'Kubernetes audit log',
	members: [['auditID', 'verb', 'stage']],
	time: jsonPaths('requestReceivedTimestamp', 'stageTimestamp', 'timestamp'),
	user: jsonPaths('user > username', 'user > uid'),
	host: jsonPaths(),
	devices: jsonPaths('sourceIPs'),
	severity: jsonPaths(),
	result: jsonPaths('responseStatus > code'),
	action: jsonPaths('verb'),
	severityOf: () => 0,
	resultOf: (bytes, start, end) => resultOfStatus(digitsAt(bytes, start, end - start)),
	codesOf: (bytes, start, end) => known.find(bytes, start, end) ?? other,
	defaultCategory: 'user-operation',
	message: ['requestURI'],
	fieldNames: [
		['verb', 'sourceAction'],
		['user.username', 'user'],
		['impersonatedUser.username', 'targetUser'],
		['sourceIPs', 'sourceAddress'],
		['requestURI', 'url'],
		['responseStatus.code', 'status'],
		['objectRef.name', 'target'],
		['auditID', 'correlationId'],
	],
});
