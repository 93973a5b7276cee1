import {junosLogins} from './juniper-messages.ts';
import {type MessageRow, openMessages as open, type ProgramMessages} from './known-messages.ts';

/**
What sshd writes, and dropbear in its place on small devices. User names are chosen by whoever knocks at the door, so a name takes as much of the line
as it can: the address that counts is the last one.
*/
const from = ' from {sourceAddress:word} port {sourcePort:word}{tail}';
const fromHost = ' from {sourceAddress:word}';
const at = ' {sourceAddress:word} port {sourcePort:word}{tail}';

const ended = ['Connection closed by', 'Connection reset by', 'Disconnected from'] as const;

/** Marks before a message (`error: `, `fatal: `) are taken off before it is compared. */
const sshd: readonly MessageRow[] = [
	{pattern: 'Accepted {method} for {user...}' + from, action: 'login'},
	...['invalid user {user...}', 'illegal user {user...}', '{user...}'].flatMap((name): MessageRow[] => [
		{pattern: 'Failed {method} for ' + name + from, action: 'login-failed'},
		{pattern: 'Failed {method} for ' + name + fromHost, action: 'login-failed'},
	]),
	...['Invalid user', 'Illegal user'].flatMap((word): MessageRow[] => [
		{pattern: word + ' {user...}' + from, action: 'login-failed'},
		{pattern: word + ' {user...}' + fromHost, action: 'login-failed'},
		// Nobody's name is empty, but it may be sent.
		{pattern: `${word}${from}`, action: 'login-failed'},
	]),
	{pattern: 'maximum authentication attempts exceeded for invalid user {user...}' + from, action: 'login-failed'},
	{pattern: 'maximum authentication attempts exceeded for {user...}' + from, action: 'login-failed'},
	{pattern: 'User {user...} from {sourceAddress:word} not allowed because {reason}', action: 'login-failed'},
	{pattern: 'User {user...} not allowed because {reason}', action: 'login-failed'},
	{pattern: 'Disconnecting authenticating user {user...} {sourceAddress:word} port {sourcePort}: {reason}', action: 'login-failed'},
	{pattern: 'Disconnecting invalid user {user...} {sourceAddress:word} port {sourcePort}: {reason}', action: 'login-failed'},
	{pattern: 'Disconnecting: Too many authentication failures for {user...} [preauth]', action: 'login-failed'},
	{pattern: 'Disconnecting: Too many authentication failures{tail}', action: 'login-failed'},
	{pattern: 'Too many authentication failures for {user...} [preauth]', action: 'login-failed'},
	{pattern: 'Disconnected from user {user...}' + at, action: 'logout'},
	{pattern: 'Accepted google_authenticator for {user...}', action: 'authenticated'},
	{pattern: 'Invalid verification code for {user...}', action: 'login-failed'},
	...ended.flatMap((words): MessageRow[] => [
		{pattern: words + ' authenticating user {user...}' + at},
		{pattern: words + ' invalid user {user...}' + at},
		{pattern: `${words} invalid user${at}`},
		{pattern: `${words}${at}`},
		{pattern: words + ' {sourceAddress:word}{tail}'},
	]),
	{pattern: 'input_userauth_request: invalid user {user...} [preauth]'},
	{pattern: 'PAM {repeated:word} more authentication {failures}; logname={tail} rhost={sourceAddress:word} user={user}', action: 'login-failed'},
	{pattern: 'PAM {repeated:word} more authentication {failures}; logname={tail} rhost={sourceAddress:word}', action: 'login-failed'},
	...['illegal user {user...}', 'invalid user {user...}', '{user...}'].flatMap((name): MessageRow[] => [
		{pattern: 'PAM: {reason} for ' + name + ' from {sourceAddress:word} via {targetAddress:word}', action: 'login-failed'},
		{pattern: 'PAM: {reason} for ' + name + fromHost, action: 'login-failed'},
	]),
	...['invalid user {user...}', '{user...}'].map((name): MessageRow => ({pattern: 'Postponed {method} for ' + name + from})),
	{pattern: 'Authentication refused: {reason}', result: 'failure'},
	{pattern: 'Read error from remote host {sourceAddress:word}: {reason}'},
	{pattern: 'Starting session: {tail} for {user...}' + from},
	{pattern: 'subsystem request for {service:word} by user {user...} failed, {reason}', result: 'failure'},
	{pattern: 'subsystem request for {service:word} by user {user...}'},
	{pattern: 'ROOT LOGIN REFUSED FROM {sourceAddress:word} port {sourcePort:word}{tail}', action: 'login-failed'},
	{pattern: 'ROOT LOGIN REFUSED FROM {sourceAddress:word}', action: 'login-failed'},
	{pattern: 'refused connect from {sourceHost} ({sourceAddress})', action: 'connection', result: 'failure'},
	// Peers that speak another protocol, or none: scanners mostly.
	{pattern: 'Did not receive identification string from {sourceAddress:word} port {sourcePort:word}{tail}', action: 'connection', result: 'failure'},
	{pattern: 'Did not receive identification string from {sourceAddress:word}{tail}', action: 'connection', result: 'failure'},
	{pattern: 'Bad protocol version identification {tail...}' + from, action: 'connection', result: 'failure'},
	{pattern: 'Unable to negotiate with {sourceAddress:word} port {sourcePort}: {reason}', action: 'connection', result: 'failure'},
	{pattern: 'banner exchange: Connection from {sourceAddress:word} port {sourcePort}: {reason}', action: 'connection', result: 'failure'},
	// Those who came too often, or stood at the door too long.
	{pattern: 'drop connection #{count} from [{sourceAddress}]:{sourcePort} on [{targetAddress}]:{targetPort} {reason}', action: 'connection', result: 'failure'},
	{pattern: 'Timeout before authentication for connection from {sourceAddress:word} to {targetAddress}, pid = {child}', action: 'connection', result: 'failure'},
	{pattern: 'Timeout before authentication for {sourceAddress:word} port {sourcePort:word}', action: 'connection', result: 'failure'},
	{pattern: 'Timeout before authentication for {sourceAddress:word}', action: 'connection', result: 'failure'},
	{pattern: 'kex_exchange_identification: {reason}', action: 'connection', result: 'failure'},
	{pattern: 'reverse mapping checking getaddrinfo for {sourceHost} [{sourceAddress}] failed{tail}'},
	{pattern: 'Address {sourceAddress:word} maps to {sourceHost}, but {tail}'},
	{pattern: 'Close session: user {user...} from {sourceAddress:word} port {sourcePort:word}{tail}', action: 'session-closed'},
	{pattern: 'Closing connection to {sourceAddress:word} port {sourcePort:word}'},
	{pattern: 'Connection from {sourceAddress:word} port {sourcePort:word}{tail}'},
	{pattern: 'Received disconnect from {sourceAddress:word} port {sourcePort}:{code}: {tail}Auth fail{tail}', action: 'login-failed'},
	{pattern: 'Received disconnect from {sourceAddress}: {code}: {tail}Auth fail{tail}', action: 'login-failed'},
	{pattern: 'Received disconnect from {sourceAddress:word} port {sourcePort}:{tail}'},
	{pattern: 'Received disconnect from {sourceAddress}: {reason}'},
	{pattern: 'Server listening on {address:word} port {port}.', action: 'service-started', result: 'success'},
	{pattern: 'Received signal {signal}; terminating.', action: 'service-stopped', result: 'success'},
];

const sftp: readonly MessageRow[] = [
	{pattern: 'session opened for local user {user...} from [{sourceAddress}]', action: 'session-opened', result: 'success'},
	{pattern: 'session closed for local user {user...} from [{sourceAddress}]', action: 'session-closed'},
	{pattern: 'open "{path...}" flags {mode}', action: 'file-accessed'},
	{pattern: 'remove name "{path...}"', action: 'file-accessed'},
	{pattern: 'rename old "{path...}" new "{target}"', action: 'file-accessed'},
];

const dropbear: readonly MessageRow[] = [
	...['Password', 'PAM password', 'Pubkey'].flatMap((method): MessageRow[] => [
		{pattern: method + ' auth succeeded for \'{user...}\' with {tail...} from {sourceAddress...}:{sourcePort}', action: 'login'},
		{pattern: method + ' auth succeeded for \'{user...}\' from {sourceAddress...}:{sourcePort}', action: 'login'},
	]),
	// Older versions begin with a small letter.
	...['Bad password', 'bad password', 'Bad PAM password', 'bad PAM password'].map((words): MessageRow => (
		{pattern: words + ' attempt for \'{user...}\' from {sourceAddress...}:{sourcePort}', action: 'login-failed'})),
	...['Login', 'login'].map((word): MessageRow => (
		{pattern: word + ' attempt for nonexistent user from {sourceAddress...}:{sourcePort}', action: 'login-failed'})),
	{pattern: 'Login attempt for nonexistent user \'{user...}\' from {sourceAddress...}:{sourcePort}', action: 'login-failed'},
	{pattern: 'Exit before auth (user \'{user...}\', {tail}): Max auth tries reached - user \'{tail...}\' from {sourceAddress...}:{sourcePort}', action: 'login-failed'},
	...['Max auth tries reached', 'PAM Max auth tries reached'].map((words): MessageRow => (
		{pattern: words + ' - user \'{user...}\' from {sourceAddress...}:{sourcePort}', action: 'login-failed'})),
	{pattern: 'Exit ({user...}) from <{sourceAddress...}:{sourcePort}>: {reason}', action: 'logout'},
	{pattern: 'Exit before auth from <{sourceAddress...}:{sourcePort}>: {reason}'},
	{pattern: 'Child connection from {sourceAddress...}:{sourcePort}'},
];

export const sshPrograms: readonly ProgramMessages[] = [
	...['sshd', 'sshd-session', 'sshd-auth'].map(program => [program, open([...sshd, ...junosLogins])] as const),
	...['sftp-server', 'internal-sftp'].map(program => [program, open(sftp)] as const),
	['dropbear', open(dropbear)],
];
