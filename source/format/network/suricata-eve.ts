import type {ActionId} from '../../domain/actions.ts';
import {resultCode} from '../../domain/result.ts';
import {severityCode} from '../../domain/severity.ts';
import {isDigit} from '../bytes/byte-text.ts';
import {digitsAt} from '../bytes/digits.ts';
import {type Codes, codesOf} from '../vocabulary/action-codes.ts';
import {resultOfStatus} from '../vocabulary/http-status.ts';
import {type JsonLookup, jsonPath, jsonPaths} from '../json/json-lookup.ts';
import {mappedFormat} from '../json/mapped-format.ts';
import {WordTable} from '../bytes/word-table.ts';

const actionsByType: ReadonlyArray<readonly [type: string, action: ActionId]> = [
	['alert', 'alert-raised'],
	['anomaly', 'alert-raised'],
	['flow', 'connection'],
	['netflow', 'connection'],
	['http', 'http-request'],
	['fileinfo', 'file-transferred'],
	['smb', 'file-transferred'],
	['ftp', 'file-transferred'],
	['ftp_data', 'file-transferred'],
	['nfs', 'file-transferred'],
	['tftp', 'file-transferred'],
	['ssh', 'remote-access'],
	['rdp', 'remote-access'],
	['rfb', 'remote-access'],
	['krb5', 'network-login'],
	['dhcp', 'device-updated'],
	['drop', 'connection'],
];

const ofItself = codesOf('none', 'system');
const codes = new WordTable<Codes>([...actionsByType.map(([type, action]) => [type, codesOf(action)] as const), ['stats', ofItself], ['engine', ofItself]]);
const otherType = codesOf('network-event');

const alertAction = jsonPaths('alert > action');

/** Other programs give their events a time and a type as well: a record of Suricata's tells of traffic, or of itself. */
const traffic = jsonPaths('flow_id', 'src_ip', 'in_iface', 'pcap_cnt');
const ownParts = ['ether', 'stats', 'engine', 'alert', 'anomaly'].map(name => jsonPath(name));

/** Somebody signed in, or tried to, where a record of file shares or Kerberos says who. */
const signIns = jsonPaths('smb > ntlmssp > user', 'krb5 > cname');
const login = codesOf('network-login');
const failedLogin = codesOf('network-login-failed');

function codesIn(lookup: JsonLookup, _bytes: Uint8Array, ended: number): Codes | undefined {
	const isSignIn = lookup.holds(signIns) && !lookup.holds(alertAction);
	return isSignIn ? (ended === resultCode.failure ? failedLogin : login) : undefined;
}

/** An alert that only warned has no result of its own, and neither has an answer that asks for more. */
const results = new WordTable<number>([
	...['blocked', 'drop', 'KRB_ERROR'].map(word => [word, resultCode.failure] as const),
	...['KRB_AS_REP', 'KRB_TGS_REP', 'STATUS_SUCCESS'].map(word => [word, resultCode.success] as const),
	...['STATUS_LOGON_FAILURE', 'STATUS_ACCESS_DENIED', 'STATUS_ACCOUNT_LOCKED_OUT', 'STATUS_ACCOUNT_DISABLED', 'STATUS_ACCOUNT_RESTRICTION', 'STATUS_PASSWORD_EXPIRED', 'STATUS_BAD_NETWORK_NAME', 'STATUS_OBJECT_NAME_NOT_FOUND']
		.map(word => [word, resultCode.failure] as const),
]);

const result = jsonPaths('http > status', 'krb5 > msg_type', 'smb > status', 'event_type');

/** A word, or an HTTP status. */
const resultOf = (bytes: Uint8Array, start: number, end: number): number =>
	isDigit(bytes[start]) ? resultOfStatus(digitsAt(bytes, start, end - start)) : results.find(bytes, start, end) ?? resultCode.none;

/** Suricata counts down: 1 is the gravest. */
const severities = new WordTable<number>([['1', severityCode.alert], ['2', severityCode.notice], ['3', severityCode.info], ['4', severityCode.info]]);

/** Suricata's EVE log. */
export const suricataEve = mappedFormat({
	name: 'suricata-eve',
	title: 'Suricata EVE',
	members: [['timestamp', 'event_type']],
	isOwn: lookup => lookup.holds(traffic) || ownParts.some(path => lookup.has(path)),
	time: jsonPaths('timestamp'),
	user: jsonPaths('smb > ntlmssp > user', 'krb5 > cname'),
	host: jsonPaths('host'),
	devices: jsonPaths('src_ip', 'dest_ip', 'ether > src_mac', 'ether > dest_mac'),
	severity: jsonPaths('alert > severity'),
	result,
	// An alert holds the answer to a request too, which is no word on what became of the attack.
	resultsIn: lookup => lookup.holds(alertAction) ? alertAction : result,
	action: jsonPaths('event_type'),
	severityOf: (bytes, start, end) => severities.find(bytes, start, end) ?? 0,
	resultOf,
	codesOf: (bytes, start, end) => codes.find(bytes, start, end) ?? otherType,
	codesIn,
	defaultCategory: 'network',
	message: ['alert.signature', 'anomaly.event', 'http.url', 'dns.rrname', 'tls.sni', 'fileinfo.filename', 'engine.message', 'dns.queries.rrname', 'smb.command', 'krb5.msg_type', 'modbus.request.function_code', 'event_type'],
	fieldNames: [
		['event_type', 'sourceAction'],
		['src_ip', 'sourceAddress'],
		['dest_ip', 'targetAddress'],
		['src_port', 'sourcePort'],
		['dest_port', 'targetPort'],
		['proto', 'protocol'],
		['http.url', 'url'],
		['http.status', 'status'],
		['http.http_method', 'method'],
		['alert.category', 'alertCategory'],
		['smb.ntlmssp.user', 'user'],
		['krb5.cname', 'user'],
		['http.http_user_agent', 'userAgent'],
		['http.hostname', 'targetHost'],
		['ether.src_mac', 'sourceMac'],
		['ether.dest_mac', 'targetMac'],
	],
});
