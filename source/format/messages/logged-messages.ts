import {HeadSketch} from '../templates/head-sketch.ts';
import {applianceRows} from './appliance-messages.ts';
import {databaseRows} from './database-messages.ts';
import {eximGroups, eximRows} from './exim-messages.ts';
import {gatewayRows} from './gateway-messages.ts';
import {juniperRows} from './juniper-messages.ts';
import {type MessageRow, openMessages as open, type ProgramMessages} from './known-messages.ts';
import {ownMailGroups, ownMailRows} from './mail-messages.ts';
import {named, ownNameServerGroups, packets} from './network-messages.ts';
import {signInMessages} from './sign-in-messages.ts';
import {softwareRows} from './software-messages.ts';
import {telephonyRows} from './telephony-messages.ts';
import {webApplicationRows} from './web-application-messages.ts';

/** VMware's hosts name where in them a text comes from. */
const vmware: readonly MessageRow[] = [
	{pattern: '[Originator@{tail}] Rejected password for user {user...} from {sourceAddress:word}', action: 'login-failed'},
	{pattern: '[Originator@{tail}] Accepted password for user {user...} from {sourceAddress:word}', action: 'login'},
	{pattern: '[Originator@{tail}] Event {eventId} : User {user...}@{sourceAddress} logged in as {userAgent}', action: 'login'},
	{pattern: '[Originator@{tail}] Event {eventId} : User {user...}@{sourceAddress} logged out {tail}', action: 'logout'},
	{pattern: '[Originator@{tail}] Event {eventId} : Cannot login {user...}@{sourceAddress}', action: 'login-failed'},
	// for whom it works: a session of its own, and who stands behind that
	{pattern: '[Originator@{tail} user={account}:{user}] {tail}'},
	{pattern: '[Originator@{tail} user={user}] {tail}'},
];

/** Samba tells of every attempt to sign in in one line, wherever its logs go (its `auth_audit`). */
const samba = ['ipv4', 'ipv6'].flatMap((kind): MessageRow[] => ([['NT_STATUS_OK', 'login'], ['{reason}', 'login-failed']] as const).map(([status, action]) => (
	{pattern: String.raw`Auth: [{service}] user [{domain}]\[{user...}] at [{tail}] with [{method}] status [` + status + '] workstation [{sourceHost}] remote host [' + kind + ':{sourceAddress}]{tail}', action})));

/** Gin, a library of many services: `[GIN] 2026/03/03 - 08:50:12 | 401 | 505us | 10.20.0.99 | POST "/client"`. */
const gin: readonly MessageRow[] = [{pattern: '| {status:word} | {tail} | {sourceAddress:word} | {method:word} "{url}"{tail}', action: 'http-request'}];

/** By the first byte of a message: what any line of a program's own log may say about people, whichever program it is. */
export const loggedMessages = open([...databaseRows, ...vmware, ...samba, ...gin, ...ownMailRows, ...named, ...packets, ...eximRows, ...telephonyRows, ...webApplicationRows, ...applianceRows, ...gatewayRows, ...juniperRows, ...softwareRows], {others: [...ownMailGroups, ...eximGroups, ...ownNameServerGroups, ...signInMessages]});

/** What those begin with. Most messages of most programs begin with none of it. */
export const loggedHeads = new HeadSketch(loggedMessages.byHead.heads);

/** The same behind what such a program puts before its text when it speaks through syslog. */
export const loggedPrograms: readonly ProgramMessages[] = ['hostd', 'vpxa'].map(program => [program, open(vmware.flatMap(({pattern, ...row}) => [{pattern, ...row}, {pattern: '{tail} ' + pattern, ...row}]))]);
