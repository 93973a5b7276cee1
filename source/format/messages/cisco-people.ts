import type {MessageRow} from './known-messages.ts';

/** Messages by the last part of their tag, several parted by spaces. */
export type CiscoRow = readonly [messages: string, rows: readonly MessageRow[]];

/** What Cisco's devices tell of those who sign in to them or through them, and of what they do there. */
const failed = {action: 'login-failed'} as const;
const welcomed = {action: 'login'} as const;
const vouched = {action: 'authenticated'} as const;
const opened = {action: 'session-opened', result: 'success'} as const;
const closed = {action: 'session-closed'} as const;
const ran = {action: 'command-run', result: 'success'} as const;
const configured = {action: 'config-changed', result: 'success'} as const;

/** An address that is not there is left out with its name, or its place is empty; who is not known is told by stars. */
const refused = (head: string): MessageRow[] => [
	{pattern: head + 'user = : user IP = {sourceAddress}', ...failed},
	{pattern: head + 'user = {user...} : user IP = {sourceAddress}', ...failed},
	{pattern: head + 'user = {user...}: user IP = {sourceAddress}', ...failed},
	{pattern: head + 'user = {user...}', ...failed},
];

/** Older systems name the three without brackets. */
const tunnels = (rest: string, outcome: Omit<MessageRow, 'pattern'>): MessageRow[] => [
	{pattern: 'Group <{group}> User <{user...}> IP <{sourceAddress}> ' + rest, ...outcome},
	{pattern: 'Group {group} User {user...} IP {sourceAddress:word} ' + rest, ...outcome},
];

const signedIn: readonly CiscoRow[] = [
	['605004', [{pattern: 'Login denied from {sourceAddress}/{sourcePort:word} to {tail}:{targetAddress}/{targetPort} for user "{user...}"{tail}', ...failed}]],
	['605005', [{pattern: 'Login permitted from {sourceAddress}/{sourcePort:word} to {tail}:{targetAddress}/{targetPort} for user "{user...}"{tail}', ...welcomed}]],
	['611101', [
		{pattern: 'User authentication succeeded: IP address: {sourceAddress}, Uname: {user...}', ...vouched},
		{pattern: 'User authentication succeeded: {tail}name: {user...}', ...vouched},
	]],
	['611102', [
		{pattern: 'User authentication failed: IP address: {sourceAddress}, Uname: {user...}', ...failed},
		{pattern: 'User authentication failed: {tail}name: {user...}', ...failed},
	]],
	['611103', [{pattern: 'User logged out: Uname: {user...}', action: 'logout'}]],
	['113004', [
		{pattern: 'AAA user accounting Successful : server = {tail} : user = {user...}'},
		{pattern: 'AAA user {tail} Successful : server = {tail} : user = {user...}', ...vouched},
		{pattern: 'AAA user {tail} Successful: server = {tail} , User = {user...}', ...vouched},
		{pattern: 'AAA user {tail} Successful: server = {tail}, User = {user...}', ...vouched},
	]],
	['113005 113015', ['authentication', 'authorization'].flatMap(what => [
		...refused('AAA user ' + what + ' Rejected : reason = {reason} : server = {tail} : '),
		...refused('AAA user ' + what + ' Rejected : reason = {reason} : local database : '),
		...refused('AAA user ' + what + ' Rejected: reason = {reason}: server = {tail} : '),
		{pattern: 'AAA user ' + what + ' Rejected: reason = {reason}: server = {tail}, User = {user...}: user IP = {sourceAddress}', ...failed},
	])],
	['113006', [{pattern: 'User {user...} locked out on exceeding {tail}', ...failed}]],
	['113007', [{pattern: 'User {targetUser} unlocked by {user}', action: 'user-changed', result: 'success'}]],
	['113008', [{pattern: 'AAA transaction status ACCEPT : user = {user...}', ...vouched}, {pattern: 'AAA transaction status ACCEPT: user = {user...}', ...vouched}]],
	['113012', [{pattern: 'AAA user authentication Successful : local database : user = {user...}', ...vouched}, {pattern: 'AAA user authentication Successful: local database: user = {user...}', ...vouched}]],
	['113016 113017', [...refused('AAA credentials rejected : reason = {reason} : server = {tail} : '), ...refused('AAA credentials rejected : reason = {reason} : local database : ')]],
	['113019', [{pattern: 'Group = {group}, Username = {user...}, IP = {sourceAddress}, Session disconnected. {tail}Reason: {reason}', action: 'logout'}]],
	['113021', [{pattern: 'Attempted console login failed. User {user...} did NOT have appropriate Admin Rights.', ...failed}]],
	['113039', tunnels('AnyConnect parent session started.', welcomed)],
	['716001', tunnels('WebVPN session started.', welcomed)],
	['716002', tunnels('WebVPN session terminated: {reason}', {action: 'logout'})],
	['716038', tunnels('Authentication: successful, Session Type: {method}', vouched)],
	['716039', [...tunnels('Authentication: rejected, Session Type: {method}', failed), {pattern: 'Authentication: rejected, group = {group} user = {user...} , Session Type: {method}', ...failed}]],
	['716059', tunnels('AnyConnect session resumed{tail}', opened)],
	['722051', tunnels('IPv4 Address <{targetAddress}> {tail}assigned to session', opened)],
	['721016', [{pattern: '({tail}) WebVPN session for client user {user...}, IP{tail} {sourceAddress:word} has been created.', ...opened}]],
	['721018', [{pattern: '({tail}) WebVPN session for client user {user...}, IP{tail} {sourceAddress:word} has been deleted.', ...closed}]],
	['751025', [{pattern: 'Local:{tail} Remote:{sourceAddress}:{sourcePort:word} Username:{user...} IKEv2 Group:{group:word} {tail}assigned to session', ...opened}]],
	['713049 713050 713066 713119 713120 713130 713172 713184 713213 713220 713228 713257 713259 713901 713902 713903 713904 713905 713906', [
		{pattern: 'Group = {group}, Username = {user...}, IP = {sourceAddress}, {tail}'},
		{pattern: 'Group = {group}, IP = {sourceAddress}, {tail}'},
		{pattern: 'IP = {sourceAddress}, {tail}'},
	]],
	['750002 750003 750006 750007 750010 750012 750014', [
		{pattern: 'Local:{targetAddress}:{targetPort:word} Remote:{sourceAddress}:{sourcePort:word} Username:Unknown {tail}Negotiation aborted due to ERROR: {reason}', action: 'network-event', result: 'failure'},
		{pattern: 'Local:{targetAddress}:{targetPort:word} Remote:{sourceAddress}:{sourcePort:word} Username:{user...} {tail}Negotiation aborted due to ERROR: {reason}', action: 'network-event', result: 'failure'},
		{pattern: 'Local:{targetAddress}:{targetPort:word} Remote:{sourceAddress}:{sourcePort:word} Username:Unknown {tail}', action: 'network-event'},
		{pattern: 'Local:{targetAddress}:{targetPort:word} Remote:{sourceAddress}:{sourcePort:word} Username:{user:word} {tail}', action: 'network-event'},
	]],
	['602303 602304', [{pattern: 'IPSEC: {tail} SA (SPI= {tail}) between {sourceAddress} and {targetAddress} (user= {user...}) has been {state}', action: 'network-event'}]],
	['113009', [{pattern: 'AAA retrieved {tail} for user {user...}'}]],
	['409023', [{pattern: 'Attempting AAA Fallback method {method:word} for {tail} request for user {user} : {reason}'}]],
	['603108', [{pattern: 'Built {protocol:word} Tunnel at {interface}, tunnel-id = {tail}, remote-peer = {sourceAddress}, virtual-interface = {tail}, client-dynamic-ip = {targetAddress}, username = {user}, {tail}', ...opened}]],
	['109005', [{pattern: 'Authentication succeeded for user \'{user...}\' from {sourceAddress}/{sourcePort:word} to {targetAddress}/{targetPort:word}{tail}', action: 'network-login'}]],
	['109006', [{pattern: 'Authentication failed for user \'{user...}\' from {sourceAddress}/{sourcePort:word} to {targetAddress}/{targetPort:word}{tail}', action: 'network-login-failed'}]],
	['315011', ['"{user...}"', '{user...}'].flatMap(name => ['terminated normally{tail}', 'disconnected by SSH server, reason: {reason}'].map((rest): MessageRow => (
		{pattern: 'SSH session from {sourceAddress:word} on interface {tail:word} for user ' + name + ' ' + rest, ...closed})))],
	['606001', [{pattern: 'ASDM session number {session:word} from {sourceAddress:word} started', ...opened}]],
	['606002', [{pattern: 'ASDM session number {session:word} from {sourceAddress:word} ended', ...closed}]],
	['LOGIN_SUCCESS', [{pattern: 'Login Success [user: {user...}] [Source: {sourceAddress}] [localport: {targetPort}]{tail}', ...welcomed}]],
	['LOGIN_FAILED', [{pattern: 'Login failed [user: {user...}] [Source: {sourceAddress}] [localport: {targetPort}] [Reason: {reason}]{tail}', ...failed}]],
	['LOGOUT LOGOUT_C6K', [
		{pattern: 'User {user...} has exited tty session {tty}()', action: 'logout'},
		{pattern: 'User {user...} has exited tty session {tty}({sourceAddress})', action: 'logout'},
	]],
	['SSH2_USERAUTH', [
		{pattern: 'User \'{user...}\' authentication for SSH2 Session from {sourceAddress:word} (tty = {tty}){tail} Succeeded', ...vouched},
		{pattern: 'User \'{user...}\' authentication for SSH2 Session from {sourceAddress:word} (tty = {tty}){tail} Failed', ...failed},
	]],
	['SSH2_SESSION', [
		{pattern: 'SSH2 Session request from {sourceAddress:word} (tty = {tty}){tail} Succeeded', action: 'connection', result: 'success'},
		{pattern: 'SSH2 Session request from {sourceAddress:word} (tty = {tty}){tail} Failed', action: 'connection', result: 'failure'},
	]],
	['SSH2_CLOSE', [{pattern: 'SSH2 Session from {sourceAddress:word} (tty = {tty}) for user \'{user...}\'{tail} closed', ...closed}]],
	['FAIL', [
		{pattern: 'Authentication failed for client (Unknown MAC) on Interface {interface:word}{tail}', action: 'network-login-failed'},
		{pattern: 'Auth{tail} failed for client ({sourceMac}) on Interface {interface:word}{tail}', action: 'network-login-failed'},
	]],
	['SUCCESS', [{pattern: 'Auth{tail} succeeded for client ({sourceMac}) on Interface {interface:word}{tail}', action: 'network-login'}]],
];

const done: readonly CiscoRow[] = [
	['111002 111007', [{pattern: 'Begin configuration: {sourceAddress:word} reading from {target}', action: 'config-changed'}]],
	['111003', [{pattern: '{sourceAddress:word} Erase configuration', ...configured}]],
	['111004 111005', ['{sourceAddress:address}', '{tty:word}'].flatMap((from): MessageRow[] => [
		{pattern: from + ' end configuration: OK', ...configured},
		{pattern: from + ' end configuration: FAILED', action: 'config-changed', result: 'failure'},
	])],
	['111001', [{pattern: 'Begin configuration: {sourceAddress:word} writing to {target}', action: 'config-changed'}]],
	['111008', [{pattern: 'User \'{user}\' executed the \'{command...}\' command.', ...ran}]],
	['111009', [{pattern: 'User \'{user}\' executed cmd: {command}', ...ran}]],
	['111010', [{pattern: 'User \'{user}\', running \'{process}\' from IP {sourceAddress}, executed \'{command...}\'', ...ran}]],
	['303002', ['Stored', 'Retrieved'].map((verb): MessageRow => (
		{pattern: 'FTP connection from {tail}:{sourceAddress}/{sourcePort:word} to {tail}:{targetAddress}/{targetPort}, user {user} ' + verb + ' file {path}', action: 'file-transferred', result: 'success'}))],
	['308001', [
		{pattern: '{tail:word} enable password incorrect for {repeated:word} tries (from {tail} (remote {sourceAddress}))', action: 'privilege-refused'},
		{pattern: '{tail:word} enable password incorrect for {repeated:word} tries (from {sourceAddress})', action: 'privilege-refused'},
	]],
	['502101', [{pattern: 'New user added to local dbase: Uname: {targetUser} Priv: {role:word}{tail}', action: 'user-created', result: 'success'}]],
	['502102', [{pattern: 'User deleted from local dbase: Uname: {targetUser} Priv: {role:word}{tail}', action: 'user-deleted', result: 'success'}]],
	['502103', [{pattern: 'User priv level changed: Uname: {user...} From: {tail:word} To: {role:word}', action: 'role-changed', result: 'success'}]],
	['CONFIG_I', [
		{pattern: 'Configured from {tail:word} by {user} on {tty:word} ({sourceAddress})', ...configured},
		{pattern: 'Configured from {tail:word} by {tty:word}', ...configured},
	]],
	['VSHD_SYSLOG_CONFIG_I', [
		{pattern: 'Configured from {tail:word} by {user} on {sourceAddress}@{tty:word}', ...configured},
		{pattern: 'Configured from {tail:word} by {user} on {tty:word}', ...configured},
	]],
	// IOS XR
	['DB_COMMIT', [{pattern: 'Configuration committed by user \'{user}\'.{tail}', ...configured}]],
	['CFGLOG_LOGGEDCMD', [{pattern: 'User:{user} logged command:{command}', action: 'command-run'}]],
	['PRIV_AUTH_FAIL', [{pattern: 'Authentication to privilege level {role:word} failed by {user} on {tty:word} ({sourceAddress})', action: 'privilege-refused'}]],
	['PRIV_AUTH_PASS', [{pattern: 'Privilege level set to {role:word} by {user} on {tty:word} ({sourceAddress})', action: 'role-changed', result: 'success'}]],
	['RELOAD', [{pattern: 'Reload requested by {user} on {tty:name}{tail}', action: 'user-operation'}]],
	// NX-OS
	['AAA_ACCOUNTING_MESSAGE', [
		{pattern: 'start:{sourceAddress}@{tty}:{user}:{tail}', ...opened},
		{pattern: 'stop:{sourceAddress}@{tty}:{user}:{tail}', ...closed},
		{pattern: 'update:{sourceAddress}@{tty}:{user}:{command...} ({verdict})', action: 'command-run'},
		{pattern: 'update:{tty}:{user}:{command...} ({verdict})', action: 'command-run'},
	]],
];

export const ciscoPeople: readonly CiscoRow[] = [...signedIn, ...done];
