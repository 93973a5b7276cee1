import {type MessageRow, openMessages as open} from './known-messages.ts';

/** What web servers write in their error logs about people and what was asked for. */
const request = '{tail}, request: "{method:word} {url:word} {tail}';

/** nginx names the client behind every text, and the request where there was one. */
const nginxTexts: readonly MessageRow[] = [
	{pattern: 'user "{user...}" was not found in "{path}"', action: 'login-failed'},
	{pattern: 'user "{user...}": password mismatch', action: 'login-failed'},
	{pattern: 'no user/password was provided for basic authentication', action: 'login-failed'},
	{pattern: 'access forbidden by rule', action: 'http-request', result: 'failure'},
	{pattern: 'limiting {reason...}', action: 'http-request', result: 'failure'},
	{pattern: 'open() "{path...}" failed ({reason})', action: 'http-request', result: 'failure'},
	{pattern: '"{path...}" is not found ({reason})', action: 'http-request', result: 'failure'},
	{pattern: 'directory index of "{path...}" is forbidden', action: 'http-request', result: 'failure'},
	{pattern: 'client intended to send too large body{reason}', action: 'http-request', result: 'failure'},
	{pattern: '{tail}'},
];

export const nginxMessages = open(nginxTexts.flatMap(({pattern, ...row}) => [
	{pattern: pattern + ', client: {sourceAddress}, ' + request, ...row},
	{pattern: pattern + ', client: {sourceAddress}, {tail}', ...row},
	{pattern: pattern + ', client: {sourceAddress}', ...row},
]), {lead: '*{connection:word} ', needed: 'client:'});

/** Apache numbers its messages since version 2.4. */
const apacheTexts: readonly MessageRow[] = [
	{pattern: 'user {user...}: authentication failure for "{url}": {reason}', action: 'login-failed'},
	{pattern: 'user {user...} not found: {url}', action: 'login-failed'},
	{pattern: 'user {user...} not found', action: 'login-failed'},
	{pattern: 'user {user...} in realm {tail} not found: {url}', action: 'login-failed'},
	{pattern: 'user {user...}: password mismatch: {url}', action: 'login-failed'},
	{pattern: 'Digest: user {user...}: password mismatch: {url}', action: 'login-failed'},
	{pattern: 'Digest: user `{user...}\' in realm `{tail}\' not found: {url}', action: 'login-failed'},
	{pattern: 'Authorization of user {user...} to access {url} failed, reason: {reason}', action: 'privilege-refused'},
	{pattern: 'client used wrong authentication scheme: {url}', action: 'login-failed'},
	{pattern: 'client denied by server configuration: {path}', action: 'http-request', result: 'failure'},
	{pattern: 'File does not exist: {path}', action: 'http-request', result: 'failure'},
	{pattern: 'script \'{path...}\' not found or unable to stat', action: 'http-request', result: 'failure'},
	{pattern: 'script not found or unable to stat: {path}', action: 'http-request', result: 'failure'},
	{pattern: 'ModSecurity: Access denied with code {status:word}{reason}', action: 'http-request', result: 'failure'},
];

/** Apache's error log in syslog: the text of an error stands behind whose request it was. */
export const apacheInSyslog: readonly MessageRow[] = apacheTexts.flatMap(({pattern, ...row}) => ['AH{messageId}: ', ''].map((number): MessageRow => (
	{pattern: '{tail}[client {sourceAddress}] ' + number + pattern, ...row})));

export const apacheMessages = open(apacheTexts.flatMap(({pattern, ...row}) => [
	{pattern: pattern + ', referer: {referrer}', ...row},
	{pattern, ...row},
]), {lead: 'AH{messageId}: '});
