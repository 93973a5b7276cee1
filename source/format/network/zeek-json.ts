import {resultCode} from '../../domain/result.ts';
import type {Codes} from '../vocabulary/action-codes.ts';
import {isDigit} from '../bytes/byte-text.ts';
import {digitsAt} from '../bytes/digits.ts';
import {resultOfStatus} from '../vocabulary/http-status.ts';
import {type JsonLookup, type JsonPath, jsonPath, jsonPaths} from '../json/json-lookup.ts';
import {mappedFormat} from '../json/mapped-format.ts';
import {zeekFieldNames} from './zeek.ts';
import {codesOfPath, codesOfPathIn, codesWithResult} from './zeek-actions.ts';

const path = jsonPath('_path');

/** Collectors may make an object of the ends of a connection. */
const nested = jsonPath('id > orig_h');
const flat = jsonPaths('_path', 'id.orig_h', 'note');

/** Written into files the records do not name their log: these columns are of one log alone. */
const telltales = [
	['note', 'notice'],
	['auth_attempts', 'ssh'],
	['auth_success', 'ssh'],
	['status_code', 'http'],
	['uri', 'http'],
	['conn_state', 'conn'],
	['fuid', 'files'],
	['request_type', 'kerberos'],
	['domainname', 'ntlm'],
	['server_nb_computer_name', 'ntlm'],
	['security_protocol', 'rdp'],
	['share_flag', 'rfb'],
	['sig_id', 'signatures'],
	['seen.indicator', 'intel'],
	['assigned_addr', 'dhcp'],
	['reply_code', 'ftp'],
] as const;

/** Which of them a record has is known by its shape. */
const columns = jsonPaths(...telltales.map(([column]) => column));
const codesOfColumn: ReadonlyMap<JsonPath, Codes> = new Map(columns.all.map((column, index) => [column, codesOfPath(telltales[index]![1])]));

const other = codesOfPath('');

function codesIn(lookup: JsonLookup, bytes: Uint8Array, result: number): Codes {
	return codesWithResult(lookup.findAt(path) ? codesOfPathIn(bytes, lookup.start, lookup.end) : codesToldBy(lookup), result);
}

/** By a column that one log alone has. */
const codesToldBy = (lookup: JsonLookup): Codes => {
	const column = lookup.present(columns).paths[0];
	return column === undefined ? other : codesOfColumn.get(column)!;
};

/** Zeek's logs as JSON. */
export const zeekJson = mappedFormat({
	name: 'zeek-json',
	title: 'Zeek (JSON)',
	members: [['ts', 'id.orig_h'], ['ts', 'note', 'actions'], ['_path', 'ts'], ['ts', 'uid', 'id']],
	isOwn: lookup => lookup.present(flat).paths.length > 0 || lookup.has(nested),
	time: jsonPaths('ts'),
	user: jsonPaths('username', 'user'),
	userOfLogin: jsonPaths('username', 'user', 'client'),
	host: jsonPaths(),
	devices: jsonPaths('id.orig_h', 'id.resp_h', 'id > orig_h', 'id > resp_h', 'mac', 'host', 'client_addr', 'assigned_addr', 'src', 'dst'),
	severity: jsonPaths(),
	result: jsonPaths('auth_success', 'success', 'status_code'),
	action: jsonPaths('_path', 'note'),
	severityOf: () => 0,
	resultOf: (bytes, start, end) => isDigit(bytes[start]) ? resultOfStatus(digitsAt(bytes, start, end - start)) : truths[bytes[start]!] ?? resultCode.none,
	codesOf: () => other,
	codesIn,
	defaultCategory: 'network',
	message: ['msg'],
	fieldNames: [...zeekFieldNames, ['_path', 'sourceAction'], ['note', 'sourceAction']],
});

/** By the first byte of `true` and `false`. */
const truths: Readonly<Record<number, number>> = {0x74: resultCode.success, 0x66: resultCode.failure};
