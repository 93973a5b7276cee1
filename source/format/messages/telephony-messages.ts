import {type MessageRow, openMessages as open, type ProgramMessages} from './known-messages.ts';

/** What telephone exchanges (Asterisk, FreeSWITCH) write of those who register and call: whoever does chooses what stands in the first quotes. */
const failed = {action: 'login-failed'} as const;

const registrations: readonly MessageRow[] = ['Registration from ', 'Request from ', 'Request \'{method}\' from '].flatMap((head): MessageRow[] => [
	{pattern: head + '\'{user...}\' failed for \'{sourceAddress}\' (callid: {tail}) - {reason}', ...failed},
	{pattern: head + '\'{user...}\' failed for \'{sourceAddress}\' - {reason}', ...failed},
]);

const calls: readonly MessageRow[] = ['\' (TCP:[{sourceAddress}]:{sourcePort})', '\' (UDP:[{sourceAddress}]:{sourcePort})', '\' ({sourceAddress})'].map((place): MessageRow => (
	{pattern: 'Call from \'{user...}' + place + ' to extension \'{target...}\' rejected because {reason}', action: 'network-event', result: 'failure'}));

const managers: readonly MessageRow[] = [
	{pattern: 'Host {sourceAddress:word} failed to authenticate as \'{user...}\'', ...failed},
	{pattern: 'Host {sourceAddress:word} failed MD5 authentication for \'{user...}\' ({tail}', ...failed},
	{pattern: 'No registration for peer \'{user...}\' (from {sourceAddress})', ...failed},
	{pattern: 'Ext. {tail}: "Rejecting unknown SIP connection from {sourceAddress}"', action: 'network-event', result: 'failure'},
];

const remote = 'LocalAddress="{tail}",RemoteAddress="{tail}/{protocol}/{sourceAddress}/{sourcePort}"{tail}';

/** Asterisk's log of security events has a level of its own. */
const securityEvents: readonly MessageRow[] = [
	...['InvalidAccountID', 'InvalidPassword', 'FailedACL', 'ChallengeResponseFailed', 'UnexpectedAddress'].map((event): MessageRow => (
		{pattern: 'SECURITY[{pid}] {file}: SecurityEvent="' + event + '",{tail}AccountID="{user...}",SessionID="{tail...}",' + remote, ...failed})),
	{pattern: 'SECURITY[{pid}] {file}: SecurityEvent="SuccessfulAuth",{tail}AccountID="{user...}",SessionID="{tail...}",' + remote, action: 'login'},
];

/** FreeSWITCH names the place in its sources first. */
const sofia: readonly MessageRow[] = ['sofia_reg.c:{line:word} ', ''].flatMap((head): MessageRow[] => [
	{pattern: head + 'SIP auth failure ({method}) on sofia profile \'{tail}\' for [{user...}] from ip {sourceAddress:word}', ...failed},
	{pattern: head + 'SIP auth challenge ({method}) on sofia profile \'{tail}\' for [{user...}] from ip {sourceAddress:word}'},
	{pattern: head + 'Can\'t find user [{user...}] from {sourceAddress:word}', ...failed},
]);

export const telephonyRows: readonly MessageRow[] = [...registrations, ...calls, ...managers, ...securityEvents, ...sofia];

/** In syslog a line of their own log follows the tag: its level, a number and a place in the sources stand before the text. */
export const telephonyPrograms: readonly ProgramMessages[] = ['asterisk', 'freeswitch'].map(program => [program, open(telephonyRows.flatMap(({pattern, ...row}) => [': ', '] '].map(mark => ({pattern: '{tail}' + mark + pattern, ...row}))))]);
