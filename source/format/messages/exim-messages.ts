import {type MessageGroup, type MessageRow, openBehind} from './known-messages.ts';

/**
What Exim's main log says of those who knock (its specification, chapter 52 "Log files"). A peer is `host (what it calls itself) [address]:port`, of which all
but the address may be absent; what it calls itself may be an address in brackets too, so the forms that say more are asked first.
*/
const address = '[{sourceAddress:address}]';
const callingItself = ['([{tail}]) ', '({tail}) ', ''];
const peers = callingItself.flatMap(name => ['{sourceHost:word} ' + name + address, name + address]);
const ports = [':{sourcePort} I=[{targetAddress}]:{targetPort}', ':{sourcePort}', ''];
const places = peers.flatMap(peer => ports.map(port => peer + port));

const refused = {action: 'network-event', result: 'failure'} as const;

/** Administrators name authenticators; these are the names of Exim's own examples and of the distributions. */
const authenticators = `
	login plain cram cram_md5 auth_login auth_plain auth_cram_md5 fixed_login fixed_plain server_login server_plain
	dovecot_login dovecot_plain cyrus_login cyrus_plain login_server plain_server login_saslauthd_server plain_saslauthd_server LOGIN PLAIN
`.trim().split(/\s+/v);

const failedSignIns: readonly MessageRow[] = places.flatMap((place): MessageRow[] => [
	{pattern: ' ' + place + ': {reason} (set_id={user...}){tail}', action: 'login-failed'},
	{pattern: ' ' + place + ': {reason}', action: 'login-failed'},
]);

const refusals: readonly MessageRow[] = places.flatMap((place): MessageRow[] => [
	{pattern: 'H=' + place + ' F={sender:word} rejected {reason}', ...refused},
	{pattern: 'H=' + place + ' rejected {reason}', ...refused},
	{pattern: 'H=' + place + ' sender verify fail for {sender:word} {reason}', ...refused},
	{pattern: 'F={sender:word} H=' + place + ' P={protocol:word} rejected {reason}', ...refused},
	{pattern: 'SMTP call from ' + place + ' dropped: {reason}', ...refused},
	{pattern: 'SMTP connection from ' + place + ' closed by DROP in ACL', ...refused},
	{pattern: 'SMTP connection from ' + place + ' lost{reason}'},
	{pattern: 'no MAIL in SMTP connection from ' + place + ' {tail}'},
	{pattern: 'rejected EHLO or HELO from ' + place + ': {reason}', ...refused},
]);

/** The command was the peer's to choose: what stands behind it is looked for from the end. */
const breaches: readonly MessageRow[] = [
	...['({tail}) ', '{sourceHost:word} ({tail}) ', '{sourceHost:word} ', ''].map(name => 'SMTP protocol error in "{tail...}" H=' + name + address).flatMap((head): MessageRow[] => [
		{pattern: head + ':{sourcePort:word} I=[{targetAddress}]:{targetPort:word} {reason}', ...refused},
		{pattern: head + ' {reason}', ...refused},
	]),
	{pattern: 'SMTP protocol synchronization error ({reason}): rejected connection from H={tail}[{sourceAddress}]{tail}', ...refused},
	{pattern: 'SMTP protocol synchronization error ({reason}): rejected "{tail}" H={tail}[{sourceAddress}]{tail}', ...refused},
	{pattern: 'no host name found for IP address {sourceAddress:word}'},
	{pattern: 'no IP address found for host {sourceHost:word} (during SMTP connection from [{sourceAddress}]{tail}'},
];

/** Numbers of messages begin with a 1 until the year 2033. */
const numbered: readonly MessageRow[] = [
	{pattern: '1{queue:word} <= {sender:word} H={tail} [{sourceAddress}]{tail} A={method}:{user:word}{tail}', action: 'authenticated'},
	...refusals.map(({pattern, ...row}) => ({pattern: '1{queue:word} ' + pattern, ...row})),
];

export const eximRows: readonly MessageRow[] = [...refusals, ...breaches, ...numbered];

export const eximGroups: readonly MessageGroup[] = openBehind(authenticators.map(method => method + ' authenticator failed for'), failedSignIns);
