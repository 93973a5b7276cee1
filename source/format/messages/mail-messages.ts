import {type MessageGroup, type MessageRow, openBehind, openMessages as open, type ProgramMessages} from './known-messages.ts';

/** What mail servers and those that transfer files write about people and where they come from. */
const lookups = ['{tail...}({user},{sourceAddress},<{session}>): ', '{tail...}({user},{sourceAddress},): ', '{tail...}({user},{sourceAddress}): '];
const refusals = ['unknown user{tail}', 'Password mismatch{tail}', 'invalid credentials{tail}', 'pam_authenticate() failed: {reason}'];

/** Dovecot's log processes; of one that ends without a try to sign in only names and places are told. */
const dovecot: readonly MessageRow[] = [
	...['Info: ', '{service}: '].flatMap(head => ['rip={sourceAddress}, {tail}', 'rip={sourceAddress}'].flatMap((rest): MessageRow[] => [
		{pattern: head + 'Login: user=<{user...}>, method={method}, ' + rest, action: 'login'},
		{pattern: head + '{reason} (auth failed{tail}user=<{user...}>, method={method}, ' + rest, action: 'login-failed'},
		{pattern: head + '{reason} (auth failed{tail}user=<{user...}>, ' + rest, action: 'login-failed'},
		{pattern: head + '{reason} (auth failed{tail}: method={method}, ' + rest, action: 'login-failed'},
		{pattern: head + '{reason} (proxy dest auth failed{tail}user=<{user...}>, method={method}, ' + rest, action: 'login-failed'},
		{pattern: head + '{reason} (tried to use dis{tail}user=<{user...}>, ' + rest, action: 'login-failed'},
		{pattern: head + '{reason} (tried to use dis{tail}: ' + rest, action: 'login-failed'},
		{pattern: head + '{reason}: user=<{user...}>, {tail...}' + rest},
	])),
	...lookups.flatMap(lookup => refusals.map((refusal): MessageRow => ({pattern: lookup + refusal, action: 'login-failed'}))),
	{pattern: 'imap({user})<{tail}>: Disconnected: Logged out{tail}', action: 'logout'},
	{pattern: 'imap({user}): Disconnected: Logged out{tail}', action: 'logout'},
	{pattern: 'pop3({user})<{tail}>: Disconnected: Logged out{tail}', action: 'logout'},
	{pattern: 'pop3({user}): Disconnected: Logged out{tail}', action: 'logout'},
];

const peer = '{sourceHost}[{sourceAddress}]';

const postfix: readonly MessageRow[] = [
	...[peer, peer + ':{sourcePort}'].flatMap(client => [': {reason}, sasl_username={user}', ': {reason}', ':'].map((end): MessageRow => (
		{pattern: 'warning: ' + client + ': SASL {method} authentication failed' + end, action: 'login-failed'}))),
	{pattern: '{queue}: client=' + peer + ', sasl_method={method}, sasl_username={user}', action: 'authenticated'},
	...['reject', 'milter-reject'].map((word): MessageRow => ({pattern: '{queue}: ' + word + ': {command} from ' + peer + ': {reason}', action: 'network-event', result: 'failure'})),
	{pattern: `connect from ${peer}`, action: 'connection'},
	{pattern: 'disconnect from ' + peer + '{tail}'},
	{pattern: 'lost connection after {command} from ' + peer},
	{pattern: 'timeout after {command} from ' + peer},
	{pattern: 'improper command pipelining after {command} from ' + peer + '{tail}', action: 'network-event', result: 'failure'},
	{pattern: 'too many errors after {command} from ' + peer, action: 'network-event', result: 'failure'},
];

const knocking = '[{sourceAddress}]:{sourcePort:word}';

/** Postfix' doorman, postscreen(8). */
const postscreen: readonly MessageRow[] = [
	{pattern: 'CONNECT from ' + knocking + ' to [{targetAddress}]:{targetPort}', action: 'connection'},
	{pattern: '{queue}: reject: {command} from [{sourceAddress}]:{sourcePort}: {reason}', action: 'network-event', result: 'failure'},
	{pattern: 'PREGREET {tail} from [{sourceAddress}]:{sourcePort}: {reason}', action: 'network-event', result: 'failure'},
	{pattern: 'HANGUP after {tail:word} from ' + knocking + '{tail}', action: 'network-event', result: 'failure'},
	{pattern: 'COMMAND TIME LIMIT from ' + knocking + ' after {command}', action: 'network-event', result: 'failure'},
	{pattern: 'COMMAND COUNT LIMIT from ' + knocking + ' after {command}', action: 'network-event', result: 'failure'},
	{pattern: `PASS {tail:word} ${knocking}`},
	{pattern: `DISCONNECT ${knocking}`},
];

const sendmail: readonly MessageRow[] = [
	{pattern: '{queue}: AUTH=server, relay={sourceHost}[{sourceAddress}]{tail}, authid={user}, mech={method}, {tail}', action: 'authenticated'},
	{pattern: '{queue}: AUTH failure ({method}): {reason}, user={user...}, relay={sourceHost}[{sourceAddress}]{tail}', action: 'login-failed'},
	{pattern: '{queue}: AUTH failure ({method}): {reason...}, relay={sourceHost}[{sourceAddress}]{tail}', action: 'login-failed'},
	{pattern: '{queue}: {sourceHost}[{sourceAddress}]{tail}: possible SMTP attack: {reason}', action: 'network-event', result: 'failure'},
	{pattern: '{queue}: rejecting commands from {sourceHost}[{sourceAddress}] due to {reason}', action: 'network-event', result: 'failure'},
	{pattern: '{queue}: {sourceHost}[{sourceAddress}]: {command} [rejected]', action: 'network-event', result: 'failure'},
	{pattern: '{queue}: {sourceHost}[{sourceAddress}]{tail} did not issue MAIL/EXPN/VRFY/ETRN during connection to {tail}'},
	{pattern: 'ruleset={rule}, {tail...}relay={sourceHost}[{sourceAddress}]{tail}, reject={reason}', action: 'network-event', result: 'failure'},
	{pattern: '{queue}: ruleset={rule}, {tail...}relay={sourceHost}[{sourceAddress}]{tail}, reject={reason}', action: 'network-event', result: 'failure'},
];

/** Courier's, Cyrus' and the University of Washington's servers go by the same names. */
const mailboxes: readonly MessageRow[] = [
	{pattern: 'LOGIN FAILED, user={user...}, ip=[{sourceAddress}]{tail}', action: 'login-failed'},
	{pattern: 'LOGIN FAILED, method={method}, ip=[{sourceAddress}]{tail}', action: 'login-failed'},
	{pattern: 'LOGIN, user={user...}, ip=[{sourceAddress}]{tail}', action: 'login'},
	{pattern: 'LOGOUT, user={user...}, ip=[{sourceAddress}]{tail}', action: 'logout'},
	{pattern: 'badlogin: {sourceHost}[{sourceAddress}] {method:word} [SASL({code}): {reason...}]', action: 'login-failed'},
	{pattern: 'badlogin: {sourceHost}[{sourceAddress}] {method:word} {user...} SASL({code}): {reason}', action: 'login-failed'},
	{pattern: 'badlogin: {sourceHost}[{sourceAddress}] {method:word} authentication failure', action: 'login-failed'},
	{pattern: 'badlogin: {sourceHost}[{sourceAddress}] {method:word} {user:word} {reason}', action: 'login-failed'},
	{pattern: 'login: {sourceHost}[{sourceAddress}] {user:word} {method:word} User logged in{tail}', action: 'login'},
	{pattern: 'Login failed user={user...} auth={tail} host={sourceHost} [{sourceAddress}]', action: 'login-failed'},
	{pattern: 'Login {reason} user={user...} auth={tail} host={sourceHost} [{sourceAddress}]', action: 'login-failed'},
	{pattern: 'Login user={user...} host={sourceHost} [{sourceAddress}]{tail}', action: 'login'},
	{pattern: 'Logout user={user...} host={sourceHost} [{sourceAddress}]{tail}', action: 'logout'},
];

const saslauthd: readonly MessageRow[] = [
	{pattern: '{tail}: auth failure: [user={user...}] [service={service}] [realm={tail}] [mech={method}] [reason={reason...}]', action: 'login-failed'},
];

const vsftpd: readonly MessageRow[] = [
	{pattern: '[{user...}] OK LOGIN: Client "{sourceAddress}"{tail}', action: 'login'},
	{pattern: '[{user...}] FAIL LOGIN: Client "{sourceAddress}"{tail}', action: 'login-failed'},
	...['UPLOAD', 'DOWNLOAD'].flatMap((word): MessageRow[] => [
		{pattern: '[{user...}] OK ' + word + ': Client "{sourceAddress}", "{path...}", {tail}', action: 'file-transferred', result: 'success'},
		{pattern: '[{user...}] FAIL ' + word + ': Client "{sourceAddress}", "{path...}", {tail}', action: 'file-transferred', result: 'failure'},
	]),
	{pattern: 'CONNECT: Client "{sourceAddress}"{tail}', action: 'connection'},
];

/** `(address[address]) - ` or with a colon; the host before it is the server. */
const proftpd: readonly MessageRow[] = [
	...[') - ', '): '].flatMap((mark): MessageRow[] => [
		...['USER', 'ANON'].flatMap(who => ['.', ''].map((end): MessageRow => ({pattern: '{tail}({sourceHost}[{sourceAddress}]' + mark + who + ' {user...}: Login successful' + end, action: 'login'}))),
		{pattern: '{tail}({sourceHost}[{sourceAddress}]' + mark + 'USER {user...} (Login failed): {reason}', action: 'login-failed'},
		{pattern: '{tail}({sourceHost}[{sourceAddress}]' + mark + 'USER {user}: no such user found from {tail}', action: 'login-failed'},
		{pattern: '{tail}({sourceHost}[{sourceAddress}]' + mark + 'SECURITY VIOLATION: {user} login attempted{tail}', action: 'login-failed'},
		{pattern: '{tail}({sourceHost}[{sourceAddress}]' + mark + 'Maximum login attempts {reason}', action: 'login-failed'},
		{pattern: '{tail}({sourceHost}[{sourceAddress}]' + mark + 'FTP session opened.', action: 'session-opened'},
		{pattern: '{tail}({sourceHost}[{sourceAddress}]' + mark + 'FTP session closed.', action: 'session-closed'},
		{pattern: '{tail}({sourceHost}[{sourceAddress}]' + mark + 'Connection from {tail} denied.', action: 'connection', result: 'failure'},
	]),
	{pattern: 'refused connect from {sourceHost} ({sourceAddress})', action: 'connection', result: 'failure'},
];

const pureFtpd: readonly MessageRow[] = [
	{pattern: '({tail}@{sourceAddress}) [{tail}] Authentication failed for user [{user...}]', action: 'login-failed'},
	{pattern: '({tail}@{sourceAddress}) [{tail}] {user...} is now logged in', action: 'login'},
	{pattern: '({user}@{sourceAddress}) [{tail}] Logout.', action: 'logout'},
	{pattern: '({user}@{sourceAddress}) [{tail}] {path...} uploaded {tail}', action: 'file-transferred', result: 'success'},
	{pattern: '({user}@{sourceAddress}) [{tail}] {path...} downloaded {tail}', action: 'file-transferred', result: 'success'},
	{pattern: '({tail}@{sourceAddress}) [{tail}] New connection from {tail}', action: 'connection'},
];

/** The same where such a program writes a log of its own, behind the time. */
export const ownMailRows: readonly MessageRow[] = vsftpd.map(({pattern, ...row}) => ({pattern: '[pid {pid}] ' + pattern, ...row}));

/** Dovecot's own log names the process before the level. */
export const ownMailGroups: readonly MessageGroup[] = openBehind(['imap-login: ', 'pop3-login: ', 'submission-login: ', 'managesieve-login: ', 'auth: ', 'auth-worker'], dovecot);

const mailbox = open(mailboxes);
const ofDovecot = open(dovecot);

/** The messages of each such program, by the last part of its name: `postfix/submission/smtpd`. */
export const mailPrograms: readonly ProgramMessages[] = [
	...['dovecot', 'imap-login', 'pop3-login', 'managesieve-login', 'submission-login', 'auth-worker', 'auth'].map(program => [program, ofDovecot] as const),
	['smtpd', open(postfix)],
	['postscreen', open(postscreen)],
	...['sendmail', 'sm-mta', 'sm-msp-queue', 'sm-acceptingconnections'].map(program => [program, open(sendmail)] as const),
	...['imap', 'imaps', 'pop3', 'pop3s', 'imapd', 'imapd-ssl', 'pop3d', 'pop3d-ssl', 'ipop3d', 'courierpop3login', 'lmtpunix', 'timsieved', 'sieve'].map(program => [program, mailbox] as const),
	['saslauthd', open(saslauthd)],
	['vsftpd', open(vsftpd)],
	['proftpd', open(proftpd)],
	['pure-ftpd', open(pureFtpd)],
];
