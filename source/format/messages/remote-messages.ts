import {tunnelMessages} from './tunnel-messages.ts';
import {type MessageRow, openMessages as open, type ProgramMessages} from './known-messages.ts';

/** What those write who let people in from elsewhere, or vouch for them: tunnels, RADIUS, LDAP, Kerberos, the guards of old services. */
/** strongSwan. */
const charon: readonly MessageRow[] = [
	{pattern: '{thread}[IKE] authentication of \'{user...}\' with {method} successful', action: 'network-login'},
	{pattern: '{thread}[IKE] EAP method {method} succeeded, {tail}', action: 'network-login'},
	{pattern: '{thread}[IKE] EAP method {method} failed for peer {user}', action: 'network-login-failed'},
	{pattern: '{thread}[IKE] IKE_SA {name} established between {targetAddress}[{tail}]...{sourceAddress}[{user...}]', action: 'connection', result: 'success'},
];

const pppd: readonly MessageRow[] = ['PAP', 'CHAP', 'EAP'].flatMap((method): MessageRow[] => [
	{pattern: method + ' peer authentication succeeded for {user...}', action: 'network-login'},
	{pattern: method + ' peer authentication failed for {user...}', action: 'network-login-failed'},
]);

const radiusEnd = '(from client {client} port {tail}';

/** FreeRADIUS; behind the bar stands how somebody signed in, or the password that was tried. */
const radius: readonly MessageRow[] = [
	{pattern: '{tail}Login OK: [{user}/{tail}] ' + radiusEnd, action: 'network-login'},
	{pattern: '{tail}Login OK: [{user...}] ' + radiusEnd, action: 'network-login'},
	...['Login incorrect: ', 'Login incorrect ({reason...}): ', 'Invalid user: ', 'Invalid user ({reason...}): '].flatMap((words): MessageRow[] => [
		{pattern: '{tail}' + words + '[{user}/{tail}] ' + radiusEnd, action: 'network-login-failed'},
		{pattern: '{tail}' + words + '[{user...}] ' + radiusEnd, action: 'network-login-failed'},
	]),
];

/** OpenLDAP. What a bind ended in stands in a record of its own: tag 97 is its response (RFC 4511 section 4.2.2), 49 says that it was refused. */
const slapd: readonly MessageRow[] = [
	{pattern: 'conn={connection:word} fd={tail} ACCEPT from IP=[{sourceAddress}]:{sourcePort} (IP={tail})', action: 'connection', result: 'success'},
	{pattern: 'conn={connection:word} fd={tail} ACCEPT from IP={sourceAddress...}:{sourcePort} (IP={tail})', action: 'connection', result: 'success'},
	{pattern: 'conn={connection:word} op={tail} BIND dn="{user...}" method={method}'},
	{pattern: 'conn={connection:word} op={tail} RESULT tag=97 err=0 {tail}', action: 'authenticated'},
	{pattern: 'conn={connection:word} op={tail} RESULT tag=97 err=49 {tail}', action: 'login-failed'},
];

const request = '{service:word} ({tail}) {sourceAddress}: ';

const kerberos: readonly MessageRow[] = [
	{pattern: request + 'ISSUE: {tail...}, {user:word} for {target:word}', action: 'authenticated'},
	...['CLIENT_NOT_FOUND', 'PREAUTH_FAILED', 'LOCKED_OUT', 'CLIENT EXPIRED'].map((word): MessageRow => (
		{pattern: request + word + ': {user:word} for {target}, {reason}', action: 'login-failed'})),
	{pattern: request + 'NEEDED_PREAUTH: {user:word} for {target}, {tail}'},
];

const xinetd: readonly MessageRow[] = [
	{pattern: 'START: {service:word} {tail}from={sourceAddress:word}', action: 'connection', result: 'success'},
	{pattern: 'FAIL: {service:word} {reason} from={sourceAddress:word}', action: 'connection', result: 'failure'},
];

/** FTP servers of old tell a visitor's name last, and what an unnamed one gave for it. */
const visitor = '{sourceHost} [{sourceAddress}], ';
const ftp: readonly MessageRow[] = [
	{pattern: 'ANONYMOUS FTP LOGIN FROM ' + visitor + '{tail}', action: 'login'},
	{pattern: 'FTP LOGIN FROM ' + visitor + '{user...}', action: 'login'},
	{pattern: 'FTP LOGIN FAILED ({reason}) for ' + visitor + '{user...}', action: 'login-failed'},
	{pattern: 'FTP LOGIN REFUSED ({reason}) FROM ' + visitor + '{user...}', action: 'login-failed'},
];

/** Proxmox's hypervisors. */
const proxmox: readonly MessageRow[] = [
	{pattern: 'authentication failure; rhost={sourceAddress:word} user={user...} msg={reason}', action: 'login-failed'},
	{pattern: '<{tail}> successful auth for user \'{user...}\'', action: 'authenticated'},
	{pattern: '<{user}> starting task {target}', action: 'user-operation'},
	{pattern: '<{user}> end task {target:word} OK', action: 'user-operation', result: 'success'},
	{pattern: '<{user}> end task {target:word} {reason}', action: 'user-operation', result: 'failure'},
];

/** The web interface of pfSense and OPNsense. */
const pfPages: readonly MessageRow[] = [
	...['Web GUI authentication error for \'{user...}\' from ', 'webConfigurator authentication error for user \'{user...}\' from: '].map((words): MessageRow => (
		{pattern: '/{tail:word} ' + words + '{sourceAddress:word}{tail}', action: 'login-failed'})),
	...['Successful login for user \'{user...}\' from: ', 'Web GUI login successful for user \'{user...}\' from '].map((words): MessageRow => (
		{pattern: '/{tail:word} ' + words + '{sourceAddress:word}{tail}', action: 'login'})),
	{pattern: '/{tail:word} User logged out for user \'{user...}\' from: {sourceAddress:word}{tail}', action: 'logout'},
];

const tunnel = '{tail} - {tail} - [{sourceAddress}] ';

/** Juniper's, now Ivanti's, gateways for remote workers: a realm and roles stand behind the name, a system before it. */
const gateway: readonly MessageRow[] = ['{tail}::{user}', '{user}'].flatMap(name => [
	{pattern: tunnel + name + '({realm})[{role}] - Login failed{tail} Reason: {reason}', action: 'login-failed'},
	{pattern: tunnel + name + '({realm})[{role}] - Primary authentication failed for {reason}', action: 'login-failed'},
	{pattern: tunnel + name + '({realm})[{role}] - Login succeeded for {tail}', action: 'login'},
	{pattern: tunnel + name + '({realm})[{role}] - Primary authentication successful for {tail}', action: 'authenticated'},
	{pattern: tunnel + name + '({realm})[{role}] - Logout from {tail}', action: 'logout'},
] as const);

const portsentry: readonly MessageRow[] = [
	{pattern: 'attackalert: {tail} from host: {sourceHost}/{sourceAddress:word} to {protocol:word} port: {targetPort:word}{tail}', action: 'scan'},
];

/** Services behind TCP wrappers, hosts_access(5). */
const wrapped: readonly MessageRow[] = [
	{pattern: 'connect from {sourceAddress:word}', action: 'connection', result: 'success'},
	{pattern: 'refused connect from {sourceAddress:word}', action: 'connection', result: 'failure'},
	{pattern: 'repeated login failures from {sourceAddress:word} ({sourceHost})', action: 'login-failed'},
	{pattern: 'failed login from {sourceHost} [{sourceAddress}]', action: 'login-failed'},
	{pattern: 'Connection from {sourceAddress:word} on illegal port', action: 'connection', result: 'failure'},
];

/** Samba through syslog. */
const smbd: readonly MessageRow[] = [
	{pattern: 'Denied connection from {sourceHost} ({sourceAddress})', action: 'connection', result: 'failure'},
	{pattern: 'Denied connection from ({sourceAddress})', action: 'connection', result: 'failure'},
	{pattern: 'Permission denied{tail}user not allowed to {command}. User name: {user}. Printer name: {target...}.', action: 'user-operation', result: 'failure'},
];

/** OpenPegasus, by which servers of HP and VMware are looked after. */
const cimserver: readonly MessageRow[] = [
	{pattern: '{messageId}: Authentication failed for user {user...}.', action: 'login-failed'},
	{pattern: '{messageId}: Authentication failed for user {user...} from client {sourceAddress:word}', action: 'login-failed'},
];

/** The messages of each such program. */
export const remotePrograms: readonly ProgramMessages[] = [
	...['openvpn', 'ovpn-server'].map(program => [program, tunnelMessages] as const),
	...['charon', 'charon-systemd', 'ipsec'].map(program => [program, open(charon)] as const),
	['pppd', open(pppd)],
	...['radiusd', 'freeradius'].map(program => [program, open(radius)] as const),
	['slapd', open(slapd)],
	['krb5kdc', open(kerberos)],
	['xinetd', open(xinetd)],
	...['pvedaemon', 'pveproxy', 'pmgdaemon', 'proxmox-backup-proxy'].map(program => [program, open(proxmox)] as const),
	...['audit', 'php-fpm', 'php'].map(program => [program, open(pfPages)] as const),
	...['Juniper', 'PulseSecure'].map(program => [program, open(gateway)] as const),
	['portsentry', open(portsentry)],
	['smbd', open(smbd)],
	['cimserver', open(cimserver)],
	...['in.telnetd', 'in.ftpd', 'telnetd', 'ftpd', 'wu-ftpd', 'rlogind', 'rshd', 'in.rlogind', 'in.rshd', 'in.tftpd'].map(program => [program, open([...wrapped, ...ftp])] as const),
];
