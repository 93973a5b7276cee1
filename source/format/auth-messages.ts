import {type MessageRow, openMessages as open, type ProgramMessages} from './known-messages.ts';

/**
What the programs of a Linux system write about people. User names are chosen by whoever knocks at the door, so a name takes as much of the line as it
can: the address that counts is the last one.
*/
const from = ' from {sourceAddress:word} port {sourcePort:word}{tail}';

const sshd: readonly MessageRow[] = [
	{pattern: 'Accepted {method} for {user...}' + from, action: 'login', result: 'success'},
	{pattern: 'Failed {method} for invalid user {user...}' + from, action: 'login-failed', result: 'failure'},
	{pattern: 'Failed {method} for {user...}' + from, action: 'login-failed', result: 'failure'},
	{pattern: 'Invalid user {user...}' + from, action: 'login-failed', result: 'failure'},
	{pattern: 'Invalid user {user...} from {sourceAddress:word}', action: 'login-failed', result: 'failure'},
	{pattern: 'error: maximum authentication attempts exceeded for invalid user {user...}' + from, action: 'login-failed', result: 'failure'},
	{pattern: 'error: maximum authentication attempts exceeded for {user...}' + from, action: 'login-failed', result: 'failure'},
	{pattern: 'User {user...} from {sourceAddress:word} not allowed because {reason}', action: 'login-failed', result: 'failure'},
	{pattern: 'Disconnecting authenticating user {user...} {sourceAddress:word} port {sourcePort}: {reason}', action: 'login-failed', result: 'failure'},
	{pattern: 'Disconnecting invalid user {user...} {sourceAddress:word} port {sourcePort}: {reason}', action: 'login-failed', result: 'failure'},
	{pattern: 'Disconnected from user {user...} {sourceAddress:word} port {sourcePort:word}{tail}', action: 'logout'},
	{pattern: 'Disconnected from authenticating user {user...} {sourceAddress:word} port {sourcePort:word}{tail}'},
	{pattern: 'Disconnected from invalid user {user...} {sourceAddress:word} port {sourcePort:word}{tail}'},
	{pattern: 'Connection closed by authenticating user {user...} {sourceAddress:word} port {sourcePort:word}{tail}'},
	{pattern: 'Connection closed by invalid user {user...} {sourceAddress:word} port {sourcePort:word}{tail}'},
	{pattern: 'Connection reset by authenticating user {user...} {sourceAddress:word} port {sourcePort:word}{tail}'},
	{pattern: 'Connection reset by invalid user {user...} {sourceAddress:word} port {sourcePort:word}{tail}'},
	{pattern: 'Connection closed by {sourceAddress:word} port {sourcePort:word}{tail}'},
	{pattern: 'Connection reset by {sourceAddress:word} port {sourcePort:word}{tail}'},
	{pattern: 'Connection closed by {sourceAddress:word}{tail}'},
	{pattern: 'Failed {method} for illegal user {user...}' + from, action: 'login-failed', result: 'failure'},
	{pattern: 'Illegal user {user...} from {sourceAddress:word}', action: 'login-failed', result: 'failure'},
	{pattern: 'Disconnecting: Too many authentication failures for {user...} [preauth]', action: 'login-failed', result: 'failure'},
	{pattern: 'Too many authentication failures for {user...} [preauth]', action: 'login-failed', result: 'failure'},
	{pattern: 'input_userauth_request: invalid user {user...} [preauth]'},
	{pattern: 'PAM {repeated:word} more authentication {failures}; logname={tail} rhost={sourceAddress:word} user={user}', action: 'login-failed', result: 'failure'},
	{pattern: 'PAM {repeated:word} more authentication {failures}; logname={tail} rhost={sourceAddress:word}', action: 'login-failed', result: 'failure'},
	{pattern: 'error: PAM: {reason} for {user...} from {sourceAddress:word}', action: 'login-failed', result: 'failure'},
	{pattern: 'Postponed {method} for {user...}' + from},
	{pattern: 'Starting session: {tail} for {user...}' + from},
	{pattern: 'ROOT LOGIN REFUSED FROM {sourceAddress:word} port {sourcePort:word}', action: 'login-failed', result: 'failure'},
	{pattern: 'Did not receive identification string from {sourceAddress:word}{tail}'},
	{pattern: 'Bad protocol version identification {tail...} from {sourceAddress:word} port {sourcePort:word}'},
	{pattern: 'Unable to negotiate with {sourceAddress:word} port {sourcePort}: {reason}'},
	{pattern: 'banner exchange: Connection from {sourceAddress:word} port {sourcePort}: {reason}'},
	{pattern: 'error: Received disconnect from {sourceAddress}: {reason}'},
	{pattern: 'reverse mapping checking getaddrinfo for {sourceHost} [{sourceAddress}] failed{tail}'},
	{pattern: 'Connection from {sourceAddress:word} port {sourcePort:word}{tail}'},
	{pattern: 'Received disconnect from {sourceAddress:word} port {sourcePort}:{tail}'},
	{pattern: 'Received disconnect from {sourceAddress}: {reason}'},
];

const sudo: readonly MessageRow[] = [
	{pattern: '{user} : TTY={tty} ; PWD={workingDirectory} ; USER={targetUser} ; COMMAND={command}', action: 'command-run', result: 'success'},
	{pattern: '{user} : PWD={workingDirectory} ; USER={targetUser} ; COMMAND={command}', action: 'command-run', result: 'success'},
	{pattern: '{user} : {reason} ; TTY={tty} ; PWD={workingDirectory} ; USER={targetUser} ; COMMAND={command}', action: 'privilege-refused', result: 'failure'},
	{pattern: '{user} : {reason} ; PWD={workingDirectory} ; USER={targetUser} ; COMMAND={command}', action: 'privilege-refused', result: 'failure'},
];

const su: readonly MessageRow[] = [
	{pattern: 'FAILED SU (to {targetUser}) {user} on {tty}', action: 'privilege-refused', result: 'failure'},
	{pattern: '(to {targetUser}) {user} on {tty}', action: 'session-opened', result: 'success'},
	{pattern: 'FAILED su for {targetUser} by {user}', action: 'privilege-refused', result: 'failure'},
	{pattern: 'Successful su for {targetUser} by {user}', action: 'session-opened', result: 'success'},
];

/** shadow-utils: useradd, usermod, userdel, groupadd, groupmod, groupdel, gpasswd, chage. */
const accounts: readonly MessageRow[] = [
	{pattern: 'new user: name={targetUser}, UID={uid}, GID={gid}, home={home}, shell={shell}, from={tty}', action: 'user-created', result: 'success'},
	{pattern: 'new user: name={targetUser}, UID={uid}, GID={gid}, home={home}, shell={shell}', action: 'user-created', result: 'success'},
	{pattern: 'failed adding user \'{targetUser}\'{tail}', action: 'user-created', result: 'failure'},
	{pattern: 'delete user \'{targetUser...}\'', action: 'user-deleted', result: 'success'},
	{pattern: 'change user \'{targetUser}\' password', action: 'password-changed', result: 'success'},
	{pattern: 'change user \'{targetUser}\' {tail}', action: 'user-changed', result: 'success'},
	{pattern: 'changed user \'{targetUser}\' {tail}', action: 'user-changed', result: 'success'},
	{pattern: 'lock user \'{targetUser...}\' password', action: 'user-changed', result: 'success'},
	{pattern: 'unlock user \'{targetUser...}\' password', action: 'user-changed', result: 'success'},
	{pattern: 'add \'{targetUser}\' to group \'{group}\'', action: 'group-changed', result: 'success'},
	{pattern: 'add \'{targetUser}\' to shadow group \'{group}\'', action: 'group-changed', result: 'success'},
	{pattern: 'delete \'{targetUser}\' from group \'{group}\'', action: 'group-changed', result: 'success'},
	{pattern: 'user {targetUser} added by {user} to group {group}', action: 'group-changed', result: 'success'},
	{pattern: 'user {targetUser} removed by {user} from group {group}', action: 'group-changed', result: 'success'},
	{pattern: 'new group: name={group}, GID={gid}', action: 'group-changed', result: 'success'},
	{pattern: 'group added to {path}: name={group}, GID={gid}', action: 'group-changed', result: 'success'},
	{pattern: 'group added to {path}: name={group}', action: 'group-changed', result: 'success'},
	{pattern: 'group \'{group}\' removed from {path}', action: 'group-changed', result: 'success'},
	{pattern: 'removed shadow group \'{group}\' {tail}', action: 'group-changed', result: 'success'},
	{pattern: 'members of group {group} set by {user} to {tail}', action: 'group-changed', result: 'success'},
	{pattern: 'changed password expiry for {targetUser}', action: 'user-changed', result: 'success'},
	{pattern: 'group added to {tail}', action: 'group-changed', result: 'success'},
	{pattern: 'removed group \'{group}\' {tail}', action: 'group-changed', result: 'success'},
	{pattern: 'password for \'{targetUser...}\' changed by \'{user}\'', action: 'password-changed', result: 'success'},
	{pattern: 'password for {targetUser} changed by {user}', action: 'password-changed', result: 'success'},
];

const logind: readonly MessageRow[] = [
	{pattern: 'New session \'{session}\' of user \'{user...}\' with class {tail}', action: 'session-opened', result: 'success'},
	{pattern: 'New session {session} of user {user...}.', action: 'session-opened', result: 'success'},
	{pattern: 'Removed session {session}.', action: 'session-closed'},
	{pattern: 'Session {session} logged out.{tail}', action: 'logout'},
	{pattern: 'Power key pressed{tail}'},
	{pattern: 'System is rebooting{tail}', action: 'service-stopped'},
];

/** Any program may speak through PAM. `by` and what stands in brackets behind a name are read by `pam.ts`. */
const pam: readonly MessageRow[] = [
	{pattern: 'session opened for user {sessionUser...} by {by}', action: 'session-opened', result: 'success'},
	{pattern: 'session closed for user {user...}', action: 'session-closed'},
	{pattern: 'authentication failure; logname={tail} rhost={sourceAddress:word} user={user}', action: 'login-failed', result: 'failure'},
	{pattern: 'authentication failure; logname={tail} rhost={sourceAddress} user={user}', action: 'login-failed', result: 'failure'},
	{pattern: 'authentication failure; logname={tail} rhost={sourceAddress:word}{tail}', action: 'login-failed', result: 'failure'},
	{pattern: 'received for user {user...}: {reason}', action: 'login-failed', result: 'failure'},
	{pattern: 'requirement {reason} not met by user "{user...}"', action: 'login-failed', result: 'failure'},
	{pattern: 'Consecutive login failures for user {user...} account temporarily locked', action: 'login-failed', result: 'failure'},
	{pattern: 'auth could not identify password for [{user...}]', action: 'login-failed', result: 'failure'},
	{pattern: 'check pass; user unknown', action: 'login-failed', result: 'failure'},
	{pattern: 'password changed for {targetUser}', action: 'password-changed', result: 'success'},
	{pattern: 'user {tail} account locked{reason}', action: 'login-failed', result: 'failure'},
];

const cron: readonly MessageRow[] = [{pattern: '({user}) CMD ({command...})', action: 'process-executed'}];

const crontab: readonly MessageRow[] = [
	{pattern: '({user}) REPLACE ({targetUser})', action: 'config-changed', result: 'success'},
	{pattern: '({user}) DELETE ({targetUser})', action: 'config-changed', result: 'success'},
	{pattern: '({user}) BEGIN EDIT ({targetUser})'},
	{pattern: '({user}) END EDIT ({targetUser})'},
	{pattern: '({user}) LIST ({targetUser})'},
];

/** login(1) on a console. */
const login: readonly MessageRow[] = [
	{pattern: 'FAILED LOGIN ({repeated}) on \'{tty}\' FOR \'{user...}\', {reason}', action: 'login-failed', result: 'failure'},
	{pattern: 'FAILED LOGIN {repeated:word} FROM {sourceAddress:word} FOR {user...}, {reason}', action: 'login-failed', result: 'failure'},
	{pattern: 'LOGIN ON {tty:word} BY {user:word} FROM {sourceAddress:word}', action: 'login', result: 'success'},
	{pattern: 'LOGIN ON {tty:word} BY {user:word}', action: 'login', result: 'success'},
	{pattern: 'ROOT LOGIN {tail} \'{tty}\'', action: 'login', result: 'success'},
	{pattern: 'ROOT LOGIN ON {tty:word}{tail}', action: 'login', result: 'success'},
];

const pkexec: readonly MessageRow[] = [
	{pattern: '{user}: Executing command [USER={targetUser}] [TTY={tty}] [CWD={workingDirectory}] [COMMAND={command...}]', action: 'command-run', result: 'success'},
	{pattern: '{user}: Error executing command as another user: {reason} [USER={targetUser}] [TTY={tty}] [CWD={workingDirectory}] [COMMAND={command...}]', action: 'privilege-refused', result: 'failure'},
];

const doas: readonly MessageRow[] = [
	{pattern: '{user} ran command {command...} as {targetUser} from {workingDirectory}', action: 'command-run', result: 'success'},
	{pattern: 'failed auth for {user}', action: 'privilege-refused', result: 'failure'},
	{pattern: 'failed command for {user}: {command}', action: 'privilege-refused', result: 'failure'},
];

const polkit: readonly MessageRow[] = [
	{pattern: 'Operator of {tail} successfully authenticated as unix-user:{user:word} to gain {tail}', action: 'authenticated', result: 'success'},
	{pattern: 'Operator of {tail} FAILED to authenticate to gain {tail}', action: 'privilege-refused', result: 'failure'},
];

/** Of small devices, instead of sshd. */
const dropbear: readonly MessageRow[] = [
	{pattern: 'Password auth succeeded for \'{user...}\' from {sourceAddress...}:{sourcePort}', action: 'login', result: 'success'},
	{pattern: 'Pubkey auth succeeded for \'{user...}\' with {tail...} from {sourceAddress...}:{sourcePort}', action: 'login', result: 'success'},
	{pattern: 'Bad password attempt for \'{user...}\' from {sourceAddress...}:{sourcePort}', action: 'login-failed', result: 'failure'},
	{pattern: 'Login attempt for nonexistent user from {sourceAddress...}:{sourcePort}', action: 'login-failed', result: 'failure'},
];

const vsftpd: readonly MessageRow[] = [
	{pattern: '[{user...}] OK LOGIN: Client "{sourceAddress}"{tail}', action: 'login', result: 'success'},
	{pattern: '[{user...}] FAIL LOGIN: Client "{sourceAddress}"{tail}', action: 'login-failed', result: 'failure'},
];

const dovecot: readonly MessageRow[] = [
	{pattern: '{service}: Login: user=<{user...}>, method={method}, rip={sourceAddress}, {tail}', action: 'login', result: 'success'},
	{pattern: '{service}: {reason} (auth failed{tail}user=<{user...}>, method={method}, rip={sourceAddress}, {tail}', action: 'login-failed', result: 'failure'},
];

const systemd: readonly MessageRow[] = [
	{pattern: 'Started {unit...}.', action: 'service-started', result: 'success'},
	{pattern: 'Stopped {unit...}.', action: 'service-stopped', result: 'success'},
	{pattern: 'Failed to start {unit...}.', action: 'service-started', result: 'failure'},
];

const accountMessages = open(accounts);

/** The messages of each program that writes about people. */
export const authPrograms: readonly ProgramMessages[] = [
	['sshd', open(sshd)],
	['sshd-session', open(sshd)],
	['sudo', open(sudo)],
	['su', open(su)],
	['systemd-logind', open(logind)],
	['cron', open(cron)],
	['crond', open(cron)],
	['systemd', open(systemd)],
	['crontab', open(crontab)],
	['login', open(login)],
	['pkexec', open(pkexec)],
	['doas', open(doas)],
	['dropbear', open(dropbear)],
	['vsftpd', open(vsftpd)],
	['dovecot', open(dovecot)],
	['polkitd', open(polkit)],
	...['useradd', 'usermod', 'userdel', 'groupadd', 'groupmod', 'groupdel', 'gpasswd', 'chage', 'passwd', 'chpasswd', 'adduser', 'chfn', 'chsh', 'groupmems', 'newusers']
		.map(program => [program, accountMessages] as const),
];

export const pamMessages = open(pam);
