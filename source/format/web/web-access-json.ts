import {codesOf} from '../vocabulary/action-codes.ts';
import {digitsAt} from '../bytes/digits.ts';
import {resultOfStatus} from '../vocabulary/http-status.ts';
import {jsonPaths} from '../json/json-lookup.ts';
import {mappedFormat} from '../json/mapped-format.ts';
import {severityOf} from '../vocabulary/severity-words.ts';

const request = codesOf('http-request');

/** Access logs that web servers and proxies write as JSON: Caddy, Traefik, and nginx where its `log_format` spells the names of its variables. */
export const webAccessJson = mappedFormat({
	name: 'web-access-json',
	title: 'Web access logs as JSON',
	members: [
		['request', 'status', 'resp_headers'],
		['request', 'status', 'common_log'],
		['ClientHost', 'DownstreamStatus', 'RequestMethod'],
		...['request', 'request_uri', 'request_method'].map(name => ['remote_addr', 'status', name]),
	],
	time: jsonPaths('ts', 'StartUTC', 'time', 'time_iso8601', 'timestamp', '@timestamp', 'time_local', 'msec'),
	user: jsonPaths('user_id', 'ClientUsername', 'remote_user'),
	host: jsonPaths('hostname'),
	devices: jsonPaths('request > client_ip', 'request > remote_ip', 'request > remote_addr', 'ClientHost', 'remote_addr'),
	severity: jsonPaths('level'),
	result: jsonPaths('status', 'DownstreamStatus'),
	action: jsonPaths(),
	severityOf,
	resultOf: (bytes, start, end) => resultOfStatus(digitsAt(bytes, start, end - start)),
	codesOf: () => request,
	codesIn: () => request,
	defaultCategory: 'network',
	message: ['request.uri', 'RequestPath', 'request', 'request_uri', 'msg'],
	fieldNames: [
		['user_id', 'user'],
		['ClientUsername', 'user'],
		['remote_user', 'user'],
		['request.client_ip', 'sourceAddress'],
		['request.remote_ip', 'sourceAddress'],
		['request.remote_port', 'sourcePort'],
		['ClientHost', 'sourceAddress'],
		['ClientPort', 'sourcePort'],
		['remote_addr', 'sourceAddress'],
		['remote_port', 'sourcePort'],
		['DownstreamStatus', 'status'],
		['request.method', 'method'],
		['RequestMethod', 'method'],
		['request_method', 'method'],
		['request.uri', 'url'],
		['RequestPath', 'url'],
		['request_uri', 'url'],
		['request.host', 'targetHost'],
		['RequestHost', 'targetHost'],
		['request.proto', 'protocol'],
		['RequestProtocol', 'protocol'],
		['size', 'bytes'],
		['DownstreamContentSize', 'bytes'],
		['body_bytes_sent', 'bytes'],
		['request.headers.User-Agent', 'userAgent'],
		['request_User-Agent', 'userAgent'],
		['http_user_agent', 'userAgent'],
	],
});
