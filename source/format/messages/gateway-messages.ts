import {type MessageRow, openMessages as open, type ProgramMessages} from './known-messages.ts';

/** What gateways and guards of access write of those who come in through them: Citrix ADC, Cisco's ISE and Meraki, F5, WatchGuard, Arbor. */
const failed = {action: 'login-failed'} as const;
const welcomed = {action: 'login'} as const;
const connected = {action: 'connection'} as const;

const who = ' : {tail}User {user...} - Client_ip {sourceAddress:word} - ';
const commanded = ['ADM_User {tail} - Remote_ip', 'Remote_ip', 'remote_ip'].map(words => 'CMD_EXECUTED {tail} : {tail}User {user...} - ' + words + ' {sourceAddress:word} - Command "{command...}" - Status ');

/** Citrix ADC's events, their number behind them. A feature speaks under its name. */
const citrix: readonly MessageRow[] = [
	{pattern: 'LOGIN_FAILED {tail}' + who + 'Failure_reason "{reason}"{tail}', ...failed},
	{pattern: 'LOGIN_FAILED {tail} : {tail}User {user:word} {more}', ...failed},
	{pattern: 'LOGIN {tail}' + who + '{tail}', ...welcomed},
	{pattern: 'LOGOUT {tail}' + who + '{tail}', action: 'logout'},
	...commanded.flatMap((words): MessageRow[] => [
		{pattern: words + '"Success"{tail}', action: 'command-run', result: 'success'},
		{pattern: words + '"{reason}"{tail}', action: 'command-run', result: 'failure'},
	]),
	{pattern: 'HTTPREQUEST {tail} : {tail}Context {user...}@{sourceAddress:word} - {tail} : SSO is {tail} : {method:word} {url:word}{tail}', action: 'http-request'},
	{pattern: 'TCPCONNSTAT {tail}' + who + '{tail}Source {tail} - Destination {targetAddress:word} - {tail}Access {verdict:word}{tail}', ...connected},
	...['CONN_TERMINATE', 'CONN_DELINK', 'OTHERCONN_DELINK', 'NAT_CONN_DELINK'].map((event): MessageRow => (
		{pattern: event + ' {tail} : {tail}Source {sourceAddress:word} - {tail}Destination {targetAddress:word} - {tail}', ...connected})),
	...(['SUCCESS', 'FAILURE'] as const).map((outcome): MessageRow => (
		{pattern: 'SSL_HANDSHAKE_' + outcome + ' {tail}ClientIP {sourceAddress:word} - ClientPort {sourcePort:word} - VserverServiceIP {targetAddress:word} - VserverServicePort {targetPort:word} {tail}', ...connected, result: outcome === 'SUCCESS' ? 'success' : 'failure'})),
	...['ICASTART', 'ICAEND_CONNSTAT'].map((event): MessageRow => (
		{pattern: event + ' {tail} Source {sourceAddress:word} - Destination {targetAddress:word} - {tail} - username:domainname {user}:{tail} - {tail}', action: 'remote-access'})),
	{pattern: 'APPFW_{rule:word} {tail} : {sourceAddress:address} {tail}<blocked>', action: 'alert-raised', result: 'failure'},
	{pattern: 'APPFW_{rule:word} {tail} : {sourceAddress:address} {tail}', action: 'alert-raised'},
];

const byAdministrator = 'CISE_Administrative_and_Operational_Audit {tail} Administrator-Login: ';

/** Cisco's ISE: what happened in a sentence behind numbers, who it was in the pairs behind that. */
const ise: readonly MessageRow[] = [
	...([
		['Administrator authentication succeeded', welcomed],
		['Administrator authentication failed', failed],
		['Administrator logged off', {action: 'logout'}],
		['A SSH CLI user has successfully logged in', welcomed],
		['A SSH CLI user has attempted unsuccessfully to login', failed],
		['A CLI user has logged in', welcomed],
		['A CLI user has logged out', {action: 'logout'}],
	] as const).map(([words, outcome]): MessageRow => ({pattern: byAdministrator + words + '{pairs}', ...outcome})),
	...([
		['user has successfully authenticated', welcomed],
		['user authentication has failed', failed],
		['has been successfully logged out', {action: 'logout'}],
	] as const).map(([words, outcome]): MessageRow => ({pattern: 'CISE_Administrative_and_Operational_Audit {tail} MyDevices: MyDevices ' + words + '{pairs}', ...outcome})),
	{pattern: 'CISE_Administrative_and_Operational_Audit {tail} System-Management: ADEOS CLI user configuration change{pairs}', action: 'user-changed'},
	{pattern: 'CISE_Administrative_and_Operational_Audit {tail} Configuration-Changes: {pairs}', action: 'config-changed', result: 'success'},
	{pattern: 'CISE_Passed_Authentications {tail} NOTICE {pairs}', action: 'network-login'},
	...['NOTICE', 'WARN', 'ERROR', 'INFO'].map((gravity): MessageRow => ({pattern: 'CISE_Failed_Attempts {tail} ' + gravity + ' {pairs}', action: 'network-login-failed'})),
	{pattern: 'CISE_TACACS_Accounting {tail} Tacacs-Accounting: TACACS+ Accounting with Command{pairs}', action: 'command-run'},
];

/** Barracuda's firewalls for the web: an audit, alarms and packets, told apart by their first word. */
const barracuda: readonly MessageRow[] = [
	{pattern: 'AUDIT {user:word} {service:word} {sourceAddress:address} {sourcePort:word} LOGIN {tail}', ...welcomed},
	{pattern: 'AUDIT {user:word} {service:word} {sourceAddress:address} {sourcePort:word} UNSUCCESSFUL_LOGIN {tail}', ...failed},
	{pattern: 'AUDIT {user:word} {service:word} {sourceAddress:address} {sourcePort:word} LOGOUT {tail}', action: 'logout'},
	{pattern: 'AUDIT {user:word} {service:word} {sourceAddress:address} {sourcePort:word} CONFIG {tail}', action: 'config-changed'},
	...([['DENY', 'failure'], ['LOG', 'none']] as const).map(([verdict, result]): MessageRow => (
		{pattern: 'WF {tail:word} {rule:word} {sourceAddress:address} {sourcePort:word} {targetAddress:address} {targetPort:word} {tail:word} {tail:word} ' + verdict + ' {tail}', action: 'alert-raised', result})),
	{pattern: 'NF {tail:word} {protocol:word} {sourceAddress:address} {sourcePort:word} {targetAddress:address} {targetPort:word} {verdict:word} {tail}', ...connected},
];

/** What any line of such a system may say. */
export const gatewayRows: readonly MessageRow[] = [...ise, ...barracuda];

/** F5's module for remote access: a profile and a session stand before what it says. */
const accessPolicy: readonly MessageRow[] = [
	{pattern: '{messageId}: {tail}: {tail} module: authentication with \'{user...}\' failed: {reason}', ...failed},
	{pattern: '{messageId}: {tail}: {tail} module: authentication with \'{user...}\' successful{tail}', action: 'authenticated'},
	{pattern: '{messageId}: {session}: New session from client IP {sourceAddress:address} {tail} at VIP {targetAddress:address} {tail}', action: 'session-opened'},
	{pattern: '{messageId}: {session}: Username \'{user...}\''},
];

const flow = 'src={sourceAddress:word} dst={targetAddress:word} ';

/** Cisco's Meraki names what it tells of where others name a program. */
const merakiFlows: readonly MessageRow[] = [
	{pattern: flow + '{tail}pattern: {verdict}', ...connected},
	{pattern: '{verdict:word} ' + flow + '{tail}', ...connected},
	{pattern: flow + '{tail}', ...connected},
];

const merakiUrls: readonly MessageRow[] = [{pattern: flow + '{tail}request: {method:word} {url:word}{tail}', action: 'http-request'}];

const merakiAlarms: readonly MessageRow[] = [{pattern: '{eventName:word} {pairs}', action: 'alert-raised'}];

const tunnelOf = ' user id \'{user...}\' local ip {tail} from {sourceAddress:word}';

const merakiEvents: readonly MessageRow[] = [
	...['client_vpn_connect', 'anyconnect_vpn_connect'].map((event): MessageRow => ({pattern: event + tunnelOf, ...welcomed})),
	...['client_vpn_disconnect', 'anyconnect_vpn_disconnect'].map((event): MessageRow => ({pattern: event + tunnelOf, action: 'logout'})),
	{pattern: 'type=anyconnect_vpn_auth_success {tail}Peer IP={sourceAddress:word} {tail}User={user...}: {tail}', action: 'authenticated'},
	{pattern: 'type=anyconnect_vpn_auth_failure {tail}Peer IP={sourceAddress:word} {tail}User={user...}: {reason}', ...failed},
	{pattern: 'type=8021x_eap_success {pairs}', action: 'network-login'},
	{pattern: 'type=8021x_eap_failure {pairs}', action: 'network-login-failed'},
];

const passage = '{verdict:word} {inInterface:word} {outInterface:word} ';
const ends = '{sourceAddress:address} {targetAddress:address} ';

/** WatchGuard's firewalls number each of their messages first. */
const lead = 'msg_id="{messageId}" ';
const watchGuard: readonly MessageRow[] = [
	{pattern: passage + '{protocol:word} ' + ends + '{sourcePort:word} {targetPort:word} {pairs}', ...connected},
	{pattern: passage + '{bytes:word} {protocol:word} {tail:word} {ttl:word} ' + ends + '{sourcePort:word} {targetPort:word} {pairs}', ...connected},
	{pattern: passage + '{bytes:word} {protocol:word} {tail:word} {ttl:word} ' + ends + '{pairs}', ...connected},
];

const watchGuardPeople: readonly MessageRow[] = [
	{pattern: 'Authentication of {tail} user [{user...}] from {sourceAddress:word} was accepted{tail}', action: 'authenticated'},
	{pattern: 'Authentication of {tail} user [{user...}] from {sourceAddress:word} was rejected, {reason}', ...failed},
	...['Management', 'SSL VPN', 'Firewall', 'Mobile VPN with IPSec', 'IKEv2 VPN', 'L2TP VPN'].flatMap((kind): MessageRow[] => [
		{pattern: kind + ' user {user...} from {sourceAddress:address} logged in{tail}', ...welcomed},
		{pattern: kind + ' user {user...} from {sourceAddress:address} logged out{tail}', action: 'logout'},
		{pattern: kind + ' user {user...} from {sourceAddress:address} {tail} log in attempt was rejected{reason}', ...failed},
		{pattern: kind + ' user {user...} from {sourceAddress:address} log in attempt was rejected{reason}', ...failed},
	]),
];

/** NETSCOUT's Arbor, which keeps floods away. */
const arbor: readonly MessageRow[] = [
	{pattern: 'Blocked Host: Blocked host {sourceAddress:word} at {tail} by {reason} using {service} destination {targetAddress:word} source port {sourcePort},{tail}', action: 'alert-raised', result: 'failure'},
];

export const gatewayPrograms: readonly ProgramMessages[] = [
	['arbor-networks-aps', open(arbor)],
	...['SSLVPN', 'AAA', 'AAATM', 'TCP', 'SSLLOG', 'CLI', 'UI', 'GUI', 'API', 'APPFW'].map(feature => [feature, open(citrix)] as const),
	...['flows', 'ip_flow_start', 'ip_flow_end', 'l7_firewall', 'cellular_firewall', 'vpn_firewall'].map(kind => [kind, open(merakiFlows)] as const),
	...['apmd', 'tmm', 'tmm1', 'tmm2', 'tmm3'].map(program => [program, open(accessPolicy)] as const),
	['urls', open(merakiUrls)],
	['security_event', open(merakiAlarms)],
	['events', open(merakiEvents)],
	['firewall', open([...merakiFlows, ...watchGuard.map(({pattern, ...row}) => ({pattern: lead + pattern, ...row}))])],
	...['admd', 'sessiond', 'wgagent', 'wrapper', 'iked', 'sslvpn'].map(program => [program, open(watchGuardPeople, {lead})] as const),
];
