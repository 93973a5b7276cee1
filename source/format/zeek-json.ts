import {actionCode} from '../domain/actions.ts';
import {categoryCode} from '../domain/category.ts';
import {jsonPath, jsonPaths} from './json-lookup.ts';
import {mappedFormat} from './json-mapping.ts';
import {zeekFieldNames} from './zeek.ts';

const timestamp = jsonPath('ts');
const origin = jsonPath('id.orig_h');

/** Zeek's logs as JSON. */
export const zeekJson = mappedFormat({
	name: 'zeek-json',
	title: 'Zeek (JSON)',
	isOwn: lookup => lookup.has(timestamp) && lookup.has(origin),
	time: jsonPaths('ts'),
	user: jsonPaths('username', 'user'),
	host: jsonPaths(),
	devices: jsonPaths('id.orig_h', 'id.resp_h', 'mac'),
	severity: jsonPaths(),
	result: jsonPaths(),
	action: jsonPaths('_path', 'id.orig_h'),
	severityOf: () => 0,
	resultOf: () => 0,
	codesOf: () => ({action: actionCode('connection'), category: categoryCode.network}),
	defaultCategory: 'network',
	message: [],
	fieldNames: zeekFieldNames,
});
