import {type KnownMessages, type MessageRow, openMessages} from './known-messages.ts';

/** What Huawei's and H3C's systems write, by the last part of a tag such as `%%01SHELL/5/LOGIN(s)[12]` or `SSHS/6/SSHS_LOG`: module, severity, mnemonic. */
type Row = readonly [mnemonics: string, rows: readonly MessageRow[]];

const failed = {action: 'login-failed'} as const;
const welcomed = {action: 'login'} as const;
const left = {action: 'logout'} as const;

const came = (verb: string, outcome: Omit<MessageRow, 'pattern'>): MessageRow[] => [
	{pattern: '{user...} ' + verb + ' from {sourceAddress:address}{pairs}', ...outcome},
	{pattern: '{pairs}', ...outcome},
];

const rows: readonly Row[] = [
	['LOGIN LOGIN_SUCC LOGINSUCCESS SHELL_LOGIN SSH_USER_LOGIN SSH_LOGIN WEB_LOGIN WEBLOGIN STELNET_LOGIN', [{pattern: '{tty} login from {sourceAddress:address}{pairs}', ...welcomed}, ...came('logged in', welcomed)]],
	['LOGINFAILED LOGINFAIL LOGIN_FAIL LOGIN_FAILED SHELL_LOGIN_FAIL SSH_USER_LOGIN_FAIL SSH_LOGIN_FAIL SSH_FAIL TELNET_LOGIN_FAIL WEB_LOGIN_FAIL AUTHFAIL', came('failed to log in', failed)],
	['LOGOUT SHELL_LOGOUT SSH_USER_LOGOUT WEB_LOGOUT', [{pattern: '{tty} logout from {sourceAddress:address}{pairs}', ...left}, ...came('logged out', left)]],
	['CMDRECORD CMDRECORDFAILED CMD', [{pattern: '{pairs}', action: 'command-run'}]],
	['SHELL_CMD', [{pattern: '-Line={tty}-IPAddr={sourceAddress}-User={user...}; Command is {command}', action: 'command-run'}]],
	['SSHS_LOG', [
		{pattern: 'Accepted {method:word} for {user...} from {sourceAddress:word} port {sourcePort:word}{tail}', ...welcomed},
		{pattern: 'User {user...} failed to log in from {sourceAddress:word} {reason}', ...failed},
		{pattern: 'Authentication failed for {user...} from {sourceAddress:word} port {sourcePort:word}{reason}', ...failed},
	]],
	['POLICYPERMIT', [{pattern: '{pairs}', action: 'connection', result: 'success'}]],
	['POLICYDENY PACKETFILTER_DENY', [{pattern: '{pairs}', action: 'connection', result: 'failure'}]],
];

export const comwareMessages: ReadonlyArray<readonly [mnemonic: string, messages: KnownMessages]> = rows.flatMap(([mnemonics, patterns]) => {
	const known = openMessages(patterns);
	return mnemonics.split(' ').map(mnemonic => [mnemonic, known] as const);
});
