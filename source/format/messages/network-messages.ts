import {f5Audit} from './appliance-messages.ts';
import {type MessageGroup, type MessageRow, openBehind, openMessages as open, type ProgramMessages} from './known-messages.ts';
import {apacheInSyslog} from './web-messages.ts';

/** What firewalls, proxies, name servers and the like write through syslog. */

const interfaces = 'IN={inInterface} OUT={outInterface} {tail}SRC={sourceAddress:word} DST={targetAddress:word} {tail}PROTO={protocol:word}';
const packet = '{verdict}' + interfaces;

/** Netfilter's LOG target; the prefix is the administrator's, and says what became of the packet (iptables-extensions(8), ufw(8)). */
const kernel: readonly MessageRow[] = [
	// EdgeOS ends a rule's name with what it does.
	...([['A', 'success'], ['D', 'failure'], ['R', 'failure']] as const).map(([letter, result]): MessageRow => ({pattern: packet.split('{verdict}').join('[{rule...}-' + letter + ']') + ' SPT={sourcePort:word} DPT={targetPort:word}{tail}', action: 'connection', result})),
	{pattern: packet + ' SPT={sourcePort:word} DPT={targetPort:word}{tail}', action: 'connection'},
	{pattern: packet + '{tail}', action: 'connection'},
	// FreeBSD's ipfw
	{pattern: 'ipfw: {rule:word} {verdict:word} {protocol:word} {sourceAddress:word} {targetAddress:word} {tail}', action: 'connection'},
];

/** The same where the administrator's prefix looks like a program's name (`DENY: IN=eth0 OUT= ...`), or stands where one does. */
export const packets: readonly MessageRow[] = ['', 'Shorewall:{verdict}'].flatMap(head =>
	[' SPT={sourcePort:word} DPT={targetPort:word}{tail}', '{tail}'].map((rest): MessageRow => ({pattern: head + interfaces + rest, action: 'connection'})));

const client = '{sourceAddress...}:{sourcePort:word} [{tail}] {frontend:word} {target:word}';

/** The formats that HAProxy's configuration manual names in section 8.2. */
const haproxy: readonly MessageRow[] = [
	// A header that was captured, where a format of one's own has it before the timers
	{pattern: client + ' {{virtualHost}} {timers:word} {status:word} {bytes:word} {tail} "{method:word} {url:word} {protocol}"', action: 'http-request'},
	{pattern: client + ' {timers:word} {status:word} {bytes:word} {tail} "{method:word} {url:word} {protocol}"', action: 'http-request'},
	{pattern: client + ' {timers:word} {status:word} {bytes:word} {tail} "<BADREQ>"', action: 'http-request'},
	{pattern: client + ' {timers:word} {bytes:word} {tail}', action: 'connection'},
	{pattern: 'Connect from {sourceAddress...}:{sourcePort} to {targetAddress...}:{targetPort} ({frontend})', action: 'connection'},
];

const dnsmasq: readonly MessageRow[] = [
	{pattern: 'query[{queryType}] {query:word} from {sourceAddress:word}', action: 'network-event'},
	{pattern: 'DHCPACK({interface}) {sourceAddress:word} {sourceMac:word}{tail}', action: 'device-updated', result: 'success'},
	{pattern: 'DHCPNAK({interface}) {sourceAddress:word} {sourceMac:word}{tail}', action: 'device-updated', result: 'failure'},
];

const dhcpd: readonly MessageRow[] = [
	{pattern: 'DHCPACK on {sourceAddress:word} to {sourceMac:word}{tail}', action: 'device-updated', result: 'success'},
	{pattern: 'DHCPNAK on {sourceAddress:word} to {sourceMac:word}{tail}', action: 'device-updated', result: 'failure'},
];

/** BIND's query log, its client with and without the name of an object before it. */
export const named: readonly MessageRow[] = [
	{pattern: 'client @{tail:word} {sourceAddress}#{sourcePort} ({tail}): query: {query:word} {queryType}', action: 'network-event'},
	{pattern: 'client {sourceAddress}#{sourcePort} ({tail}): query: {query:word} {queryType}', action: 'network-event'},
	{pattern: 'client {sourceAddress}#{sourcePort}: query: {query:word} {queryType}', action: 'network-event'},
	...['client @{tail:word} ', 'client '].flatMap(head => ['#{sourcePort} ({tail}): ', '#{sourcePort}: view {view}: ', '#{sourcePort}: '].flatMap(mark => ['query (cache)', 'query', 'zone transfer', 'update'].map((what): MessageRow => (
		{pattern: head + '{sourceAddress}' + mark + what + ' \'{query}\' denied{tail}', action: 'network-event', result: 'failure'})))),
	...['query (cache)', 'query'].map((what): MessageRow => ({pattern: 'client {sourceAddress}#{sourcePort}: ' + what + ' denied', action: 'network-event', result: 'failure'})),
	...['client @{tail:word} ', 'client '].flatMap(head => [' ({tail}): ', ': '].map((mark): MessageRow => (
		{pattern: head + '{sourceAddress}#{sourcePort}' + mark + 'bad zone transfer request: \'{query}\': {reason}', action: 'network-event', result: 'failure'}))),
];

/** In a name server's own log a category and a level may stand before them (BIND's `print-category` and `print-severity`). */
export const ownNameServerGroups: readonly MessageGroup[] = openBehind(['security: ', 'queries: ', 'query-errors: ', 'update-security: ', 'xfer-out: ', ''].flatMap(category => ['info', 'error'].map(level => `${category}${level}: `)), named);

const packetHead = '{rule},{tail},{tail},{tail},{inInterface},{tail},{verdict},{direction},';
const packetEnd = ',{tail},{sourceAddress},{targetAddress},';

/** What pf did with packets, as pfSense and OPNsense write it: what stands between commas hangs on the version of IP, and whether there are ports on the protocol. */
const filterlog: readonly MessageRow[] = [
	packetHead + '4,{tail},{tail},{ttl},{packetId},{tail},{tail},{tail},{protocol}' + packetEnd,
	packetHead + '6,{tail},{tail},{ttl},{protocol},{tail}' + packetEnd,
].flatMap(row => [
	{pattern: row.replace('{protocol}', 'icmp') + '{tail}', action: 'connection'},
	{pattern: row.replace('{protocol}', 'ipv6-icmp') + '{tail}', action: 'connection'},
	{pattern: row + 'datalength={tail}', action: 'connection'},
	{pattern: row + '{sourcePort},{targetPort},{tail}', action: 'connection'},
]);

/** nginx and Apache tell syslog what they would write into their logs. */
const request = '"{method:word} {url} {protocol}" {status:word} {bytes:word}{tail}';
const webServer: readonly MessageRow[] = [
	{pattern: '{sourceAddress:word} - - [{tail}] ' + request, action: 'http-request'},
	{pattern: '{sourceAddress:word} - {user...} [{tail}] ' + request, action: 'http-request'},
];

/** The messages of each program that writes about the network. */
export const networkPrograms: readonly ProgramMessages[] = [
	['kernel', open(kernel)],
	['ulogd', open(kernel)],
	['haproxy', open(haproxy)],
	['dnsmasq', open(dnsmasq)],
	['dnsmasq-dhcp', open(dnsmasq)],
	['dhcpd', open(dhcpd)],
	['named', open(named)],
	['filterlog', open(filterlog)],
	['nginx', open(webServer)],
	...['httpd', 'apache', 'apache2'].map(program => [program, open([...webServer, ...apacheInSyslog, ...f5Audit])] as const),
];
