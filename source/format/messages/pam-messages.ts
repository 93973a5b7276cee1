import {type MessageRow, openMessages as open} from './known-messages.ts';

/** What a module that asked for a password tells: the address that the service knows comes before names that a stranger chose, where it knows one. */
const failure = 'authentication failure; logname={tail} tty={tty} ';
const success = 'authentication success; logname={tail} tty={tty} ';

/** Any program may speak through PAM. `by` and what stands in brackets behind a name are read by `message-reader.ts`. */
export const pamMessages = open([
	{pattern: 'session opened for user {sessionUser...} by {by}', action: 'session-opened', result: 'success'},
	{pattern: 'session closed for user {user...}', action: 'session-closed'},
	...outcomes(failure, {action: 'login-failed'}),
	...outcomes(success, {action: 'authenticated'}),
	{pattern: 'authentication failure; {tail}', action: 'login-failed'},
	...[' rhost={sourceAddress:word} user={user...}', ' rhost= user={user...}', ' rhost={sourceAddress:word}', ''].map((rest): MessageRow => (
		{pattern: '{repeated:word} more authentication {failures}; logname={tail}' + rest, action: 'login-failed'})),
	// NX-OS
	{pattern: 'Authentication failed for user {user...} from {sourceAddress:word}', action: 'login-failed'},
	{pattern: 'received for user {user...}: {reason}', action: 'login-failed'},
	{pattern: 'requirement {reason} not met by user "{user...}"', action: 'login-failed'},
	{pattern: 'Consecutive login failures for user {user...} account temporarily locked', action: 'login-failed'},
	{pattern: 'auth could not identify password for [{user...}]', action: 'login-failed'},
	{pattern: 'check pass; user unknown', action: 'login-failed'},
	{pattern: 'bad username [{user...}]', action: 'login-failed'},
	{pattern: 'user [{user...}] has blank password; authenticated without it', action: 'authenticated'},
	{pattern: 'expired password for user {user...} ({reason})'},
	{pattern: 'Invalid verification code for {user...}', action: 'login-failed'},
	{pattern: 'Accepted google_authenticator for {user...}', action: 'authenticated'},
	{pattern: 'account {user...} has {reason}', action: 'login-failed'},
	{pattern: 'password changed for {targetUser}', action: 'password-changed', result: 'success'},
	{pattern: 'user {tail} account locked{reason}', action: 'login-failed'},
	// pam_tally2, pam_access, pam_listfile, pam_winbind, pam_krb5
	{pattern: 'user {user...} ({tail}) tally {repeated}, deny {tail}', action: 'login-failed'},
	{pattern: 'access denied for user `{user...}\' from `{sourceAddress}\'', action: 'login-failed'},
	{pattern: 'Refused user {user...} for service {service}', action: 'login-failed'},
	{pattern: 'user \'{user...}\' granted access', action: 'authenticated'},
	{pattern: 'user \'{user...}\' denied access{reason}', action: 'login-failed'},
	{pattern: 'authentication succeeds for \'{user...}\' ({tail})', action: 'authenticated'},
	{pattern: 'authentication fails for \'{user...}\' ({tail}): {reason}', action: 'login-failed'},
	{pattern: 'user {user...} authenticated as {tail}', action: 'authenticated'},
]);

function outcomes(head: string, outcome: Omit<MessageRow, 'pattern'>): MessageRow[] {
	return [
		'ruser= rhost={sourceAddress:word} user={user...}',
		'ruser={remoteUser...} rhost={sourceAddress:word} user={user...}',
		'ruser={remoteUser} rhost={sourceAddress} user={user...}',
		'ruser= rhost={sourceAddress:word}{tail}',
		'ruser={user...} rhost={sourceAddress:word}{tail}',
		'ruser={user} rhost={tail}',
	].map(rest => ({pattern: head + rest, ...outcome}));
}
