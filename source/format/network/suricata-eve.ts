import type {ActionId} from '../../domain/actions.ts';
import {severityCode} from '../../domain/severity.ts';
import {jsonPaths} from '../json/json-lookup.ts';
import {mappedFormat} from '../json/json-mapping.ts';
import {WordTable} from '../bytes/word-table.ts';
import {codesOf} from '../vocabulary/action-codes.ts';

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
];

const codes = new WordTable(actionsByType.map(([type, action]) => [type, codesOf(action)]));
const otherType = codesOf('network-event');

/** Suricata counts down: 1 is the gravest. */
const severities = new WordTable<number>([['1', severityCode.alert], ['2', severityCode.notice], ['3', severityCode.info], ['4', severityCode.info]]);

/** Suricata's EVE log. */
export const suricataEve = mappedFormat({
	name: 'suricata-eve',
	title: 'Suricata EVE',
	members: [['timestamp', 'event_type']],
	time: jsonPaths('timestamp'),
	user: jsonPaths(),
	host: jsonPaths('host'),
	devices: jsonPaths('src_ip', 'dest_ip', 'ether > src_mac', 'ether > dest_mac'),
	severity: jsonPaths('alert > severity'),
	result: jsonPaths(),
	action: jsonPaths('event_type'),
	severityOf: (bytes, start, end) => severities.find(bytes, start, end) ?? 0,
	resultOf: () => 0,
	codesOf: (bytes, start, end) => codes.find(bytes, start, end) ?? otherType,
	defaultCategory: 'network',
	message: ['alert.signature', 'anomaly.event', 'http.url', 'dns.rrname', 'tls.sni', 'fileinfo.filename', 'event_type'],
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
	],
});
