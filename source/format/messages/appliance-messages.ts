import {type MessageRow, openMessages as open, type ProgramMessages} from './known-messages.ts';

/** What the systems of switches, load balancers, storage and hypervisors write of those who sign in to them and what they do there. */
const failed = {action: 'login-failed'} as const;
const welcomed = {action: 'login'} as const;

/** F5's audit of its own shell, and of its web interface, which goes by the name that Apache has elsewhere; a number and a level stand first. */
export const f5Audit: readonly MessageRow[] = [
	{pattern: '{messageId}: AUDIT - user {tail} - RAW: {tail}: user={user...}({tail}) partition={tail} host={sourceAddress:word} attempts={tail} start="{tail}" end="{tail}"{tail}', action: 'logout'},
	{pattern: '{messageId}: AUDIT - user {tail} - RAW: {tail}: User={user...} tty={tty:word} host={sourceAddress:word} failed{reason}', ...failed},
	{pattern: '{messageId}: AUDIT - user {tail} - RAW: {tail}: user={user...}({tail}) partition={tail} host={sourceAddress:word} attempts={tail}', ...welcomed},
	{pattern: '{messageId}: AUDIT - pid={tail} user={user:word} folder={tail} status=[Command OK] cmd_data={command}', action: 'command-run', result: 'success'},
	{pattern: '{messageId}: AUDIT - client {tail}, user {user...} - transaction {tail} - object {tail} - {command...} [Status=Command OK]', action: 'config-changed', result: 'success'},
	{pattern: '{messageId}: AUDIT - pid={tail} user={user:word} folder={tail} status=[{reason}] cmd_data={command}', action: 'command-run', result: 'failure'},
];

const synology: readonly MessageRow[] = [
	{pattern: 'User [{user...}] from [{sourceAddress}] logged in successfully via [{service}]{tail}', ...welcomed},
	{pattern: 'User [{user...}] from [{sourceAddress}] signed in to [{service}] successfully via [{method}]{tail}', ...welcomed},
	{pattern: 'User [{user...}] from [{sourceAddress}] failed to log in via [{service}]{reason}', ...failed},
	{pattern: 'User [{user...}] from [{sourceAddress}] failed to sign in to [{service}]{reason}', ...failed},
	{pattern: 'User [{user...}] logged out the server via [{service}]{tail}', action: 'logout'},
];

/** The shell of ESXi; its sshd tells what was run without one. */
const esxShell: readonly MessageRow[] = [
	{pattern: '[{user}]: {command}', action: 'command-run'},
	{pattern: 'Interactive shell session started', action: 'session-opened'},
];

/** SonicWall's firewalls; who it was stands in a pair of its own. */
const sonicWall: readonly MessageRow[] = [
	...['Administrator', 'User'].flatMap((who): MessageRow[] => [
		{pattern: who + ' login denied {reason}', ...failed},
		{pattern: who + ' login allowed{tail}', ...welcomed},
		{pattern: who + ' login from {tail} allowed', ...welcomed},
	]),
	...['TCP connection', 'UDP packet', 'ICMP packet'].map((what): MessageRow => ({pattern: what + ' dropped{tail}', action: 'connection', result: 'failure'})),
	{pattern: 'Connection Opened', action: 'connection', result: 'success'},
	{pattern: 'Connection Closed', action: 'connection'},
	{pattern: 'Web site hit', action: 'http-request', result: 'success'},
	...['Prevention', 'Detection'].map((what): MessageRow => ({pattern: 'IPS ' + what + ' Alert: {reason}', action: 'alert-raised'})),
	{pattern: 'Web site access denied{tail}', action: 'http-request', result: 'failure'},
];

/** Palo Alto's firewalls, in the sentences of their system log. */
const panOs: readonly MessageRow[] = [
	...['authenticated for user \'{user...}\'.', 'Authenticated for user \'{user...}\'.'].flatMap((head): MessageRow[] => [
		{pattern: head + '{tail}From: {sourceAddress}.', action: 'authenticated'},
		{pattern: head + '{tail}', action: 'authenticated'},
	]),
	{pattern: 'failed authentication for user \'{user...}\'. Reason: {reason...} From: {sourceAddress}.', ...failed},
	...['gateway', 'portal'].flatMap(part => ['GlobalProtect ', 'SSL VPN '].flatMap(product => ([
		['user authentication failed. Login from:', failed], ['user authentication succeeded. Login from:', {action: 'authenticated'}], ['user login succeeded. Login from:', welcomed],
	] as const).flatMap(([words, outcome]) => ['Client OS version: ', 'Private IP: ', 'Auth type: '].map((next): MessageRow => (
		{pattern: product + part + ' ' + words + ' {sourceAddress}, {tail}User name: {user...}, ' + next + '{tail}', ...outcome}))))),
	{pattern: 'GlobalProtect gateway user logout succeeded. User name: {user...}, Client OS version: {tail}', action: 'logout'},
];

/** Fortinet's server of users and tokens, whose pairs are quoted or not. */
const fortiAuthenticator: readonly MessageRow[] = ['"', ''].flatMap(quote => {
	const pair = (name: string, value: string): string => name + '=' + quote + value + quote + ' ';
	const head = pair('category', 'Event') + pair('subcategory', 'Authentication') + '{tail}' + pair('user', '{user...}');
	return ([['Success', {action: 'authenticated', result: 'success'}], ['Failed', failed]] as const).flatMap(([status, outcome]) => [
		{pattern: head + pair('nas', '{targetAddress}') + pair('action', '{tail}') + pair('status', status) + '{reason}', ...outcome},
		{pattern: head + '{tail}' + pair('status', status) + '{reason}', ...outcome},
	]);
});

/** Siemens' switches, routers and readers (their manuals' lists of syslog messages). */
const siemens: readonly MessageRow[] = [
	...['ACCEPT', 'DROP', 'REJECT'].map((verdict): MessageRow => (
		{pattern: verdict + ' in:{inInterface} out:{outInterface} len:{bytes:word} {tail}s-ip:{sourceAddress:word} d-ip:{targetAddress:word} {protocol}:{sourcePort}->{targetPort}', action: 'connection', result: verdict === 'ACCEPT' ? 'success' : 'failure'})),
	{pattern: 'User {user:word} changed password of user {targetUser}.', action: 'password-changed'},
	{pattern: 'User {user:word} changed own password.', action: 'password-changed'},
	{pattern: 'Device configuration changed.', action: 'config-changed', result: 'success'},
	{pattern: 'The session of user {user...} was closed after {tail} of inactivity.', action: 'session-closed'},
];

/** What any program of such a system may say. */
export const applianceRows: readonly MessageRow[] = [...synology, ...fortiAuthenticator, ...sonicWall, ...panOs, ...siemens, {pattern: 'User \'{user...}\' running command \'{command...}\'', action: 'command-run'}];

/** The messages of each such program. */
export const appliancePrograms: readonly ProgramMessages[] = [
	...['tmsh', 'mcpd'].map(program => [program, open(f5Audit)] as const),
	['shell', open(esxShell)],
	['ESXShell', open(esxShell)],
];
