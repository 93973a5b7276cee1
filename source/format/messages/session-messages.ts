import {junosLogins} from './juniper-messages.ts';
import {type MessageRow, openMessages as open, type ProgramMessages} from './known-messages.ts';

/** What programs write through which people take other rights, or sit at a machine: sudo and its kin, su, login, systemd, cron. */
const sudo: readonly MessageRow[] = [
	{pattern: '{user} : TTY={tty} ; PWD={workingDirectory} ; USER={targetUser} ; COMMAND={command}', action: 'command-run', result: 'success'},
	{pattern: '{user} : PWD={workingDirectory} ; USER={targetUser} ; COMMAND={command}', action: 'command-run', result: 'success'},
	// What he may do elsewhere, asked for by `sudo -l -h HOST`
	{pattern: '{user} : HOST={targetHost} ; TTY={tty} ; PWD={workingDirectory} ; USER={targetUser} ; COMMAND={command}', action: 'command-run', result: 'success'},
	{pattern: '{user} : {reason} ; TTY={tty} ; PWD={workingDirectory} ; USER={targetUser} ; COMMAND={command}', action: 'privilege-refused'},
	{pattern: '{user} : {reason} ; PWD={workingDirectory} ; USER={targetUser} ; COMMAND={command}', action: 'privilege-refused'},
];

const su: readonly MessageRow[] = [
	{pattern: 'FAILED SU (to {targetUser}) {user} on {tty}', action: 'privilege-refused'},
	{pattern: '(to {targetUser}) {user} on {tty}', action: 'session-opened', result: 'success'},
	{pattern: 'FAILED su for {targetUser} by {user}', action: 'privilege-refused'},
	{pattern: 'Successful su for {targetUser} by {user}', action: 'session-opened', result: 'success'},
	{pattern: '+ {tty:word} {user}:{targetUser}', action: 'session-opened', result: 'success'},
	{pattern: '- {tty:word} {user}:{targetUser}', action: 'privilege-refused'},
	// BSD
	{pattern: 'BAD SU {user:word} to {targetUser:word} on {tty:word}', action: 'privilege-refused'},
	{pattern: '{user:word} to {targetUser:word} on {tty:word}', action: 'session-opened', result: 'success'},
	// Solaris, IRIX
	{pattern: '\'su {targetUser}\' failed for {user} on {tty}', action: 'privilege-refused'},
	{pattern: '\'su {targetUser}\' succeeded for {user} on {tty}', action: 'session-opened', result: 'success'},
	{pattern: 'failed: {tty:word} changing from {user} to {targetUser}', action: 'privilege-refused'},
	{pattern: 'succeeded: {tty:word} changing from {user} to {targetUser}', action: 'session-opened', result: 'success'},
];

/** login(1) on a console. */
const login: readonly MessageRow[] = [
	{pattern: 'FAILED LOGIN ({repeated}) on \'{tty}\' FOR \'{user...}\', {reason}', action: 'login-failed'},
	{pattern: 'FAILED LOGIN ({repeated}) on \'{tty}\' from \'{sourceAddress}\' FOR \'{user...}\', {reason}', action: 'login-failed'},
	{pattern: 'FAILED LOGIN {repeated:word} FROM {sourceAddress:word} FOR {user...}, {reason}', action: 'login-failed'},
	{pattern: 'FAILED LOGIN SESSION FROM {sourceAddress:word} FOR {user...}, {reason}', action: 'login-failed'},
	{pattern: 'TOO MANY LOGIN TRIES ({repeated}) FROM {sourceAddress:word} FOR {user...}, {reason}', action: 'login-failed'},
	{pattern: 'LOGIN ON {tty:word} BY {user:word} FROM {sourceAddress:word}', action: 'login'},
	{pattern: 'LOGIN ON {tty:word} BY {user:word}', action: 'login'},
	{pattern: 'DIALUP AT {tty:word} BY {user:word}{tail}', action: 'login'},
	{pattern: 'ROOT LOGIN {tail} \'{tty}\'', action: 'login'},
	{pattern: 'ROOT LOGIN ON {tty:word}{tail}', action: 'login'},
];

const pkexec: readonly MessageRow[] = [
	{pattern: '{user}: Executing command [USER={targetUser}] [TTY={tty}] [CWD={workingDirectory}] [COMMAND={command...}]', action: 'command-run', result: 'success'},
	{pattern: '{user}: The value for {tail} variable {reason} [USER={targetUser}] [TTY={tty}] [CWD={workingDirectory}] [COMMAND={command...}]', action: 'privilege-refused'},
	{pattern: '{user}: Error executing command as another user: {reason} [USER={targetUser}] [TTY={tty}] [CWD={workingDirectory}] [COMMAND={command...}]', action: 'privilege-refused'},
];

const doas: readonly MessageRow[] = [
	{pattern: '{user} ran command {command...} as {targetUser} from {workingDirectory}', action: 'command-run', result: 'success'},
	{pattern: '{user:word} ran command as {targetUser}: {command}', action: 'command-run', result: 'success'},
	{pattern: '{user:word} ran command {command} as {targetUser}: {tail}', action: 'command-run', result: 'success'},
	{pattern: 'failed auth for {user}', action: 'privilege-refused'},
	{pattern: 'failed command for {user}: {command}', action: 'privilege-refused'},
	{pattern: 'command not permitted for {user}: {command}', action: 'privilege-refused'},
];

const polkit: readonly MessageRow[] = [
	{pattern: 'Operator of {tail} successfully authenticated as unix-user:{user:word} to gain {tail}', action: 'authenticated'},
	{pattern: 'Operator of {tail} FAILED to authenticate to gain {tail}', action: 'privilege-refused'},
];

/** Writes down every command that is run. */
const snoopy: readonly MessageRow[] = [
	{pattern: '[login:{user} ssh:({tail}) sid:{tail} tty:{tty} {tail} cwd:{workingDirectory}]: {command}', action: 'command-run', result: 'success'},
	{pattern: '[uid:{uid} sid:{tail} tty:{tty} cwd:{workingDirectory} filename:{executable}]: {command}', action: 'command-run', result: 'success'},
];

const logind: readonly MessageRow[] = [
	{pattern: 'New session \'{session}\' of user \'{user...}\' with class {tail}', action: 'session-opened', result: 'success'},
	{pattern: 'New session {session:word} of user {user:word} with class {tail}', action: 'session-opened', result: 'success'},
	{pattern: 'New session {session} of user {user...}.', action: 'session-opened', result: 'success'},
	{pattern: 'Removed session {session}.', action: 'session-closed'},
	{pattern: 'Session {session} logged out.{tail}', action: 'logout'},
	{pattern: 'Power key pressed{tail}'},
	{pattern: 'System is rebooting{tail}', action: 'service-stopped'},
	{pattern: 'System is powering down{tail}', action: 'service-stopped'},
];

const systemd: readonly MessageRow[] = [
	{pattern: 'Started Session {session} of user {user...}.', action: 'session-opened', result: 'success'},
	{pattern: 'Started {unit:word} - Session {session} of User {user...}.', action: 'session-opened', result: 'success'},
	// Names with what the units are, as they stand since version 250
	{pattern: 'Started {unit:word} - {tail}', action: 'service-started', result: 'success'},
	{pattern: 'Stopped {unit:word} - {tail}', action: 'service-stopped', result: 'success'},
	{pattern: 'Failed to start {unit:word} - {tail}', action: 'service-started', result: 'failure'},
	{pattern: 'Started {unit...}.', action: 'service-started', result: 'success'},
	{pattern: 'Stopped {unit...}.', action: 'service-stopped', result: 'success'},
	{pattern: 'Failed to start {unit...}.', action: 'service-started', result: 'failure'},
	{pattern: '{unit}: Failed with result \'{reason}\'.', action: 'service-stopped', result: 'failure'},
	{pattern: '{unit}: Main process exited, code={exitKind}, status={exitStatus}'},
];

const cron: readonly MessageRow[] = [
	{pattern: '({user}) CMD ({command...})', action: 'process-executed'},
	{pattern: '({user}) CMDEND ({command...})'},
	{pattern: '({user}) FAILED to authorize user with PAM ({reason...})', action: 'privilege-refused'},
];

const crontab: readonly MessageRow[] = [
	{pattern: '({user}) REPLACE ({targetUser})', action: 'config-changed', result: 'success'},
	{pattern: '({user}) DELETE ({targetUser})', action: 'config-changed', result: 'success'},
	{pattern: '({user}) BEGIN EDIT ({targetUser})'},
	{pattern: '({user}) END EDIT ({targetUser})'},
	{pattern: '({user}) LIST ({targetUser})'},
	{pattern: '({user}) AUTH ({reason...})', action: 'privilege-refused'},
];

/** The screen and the pages by which machines are looked after from elsewhere. */
const webmin: readonly MessageRow[] = [
	{pattern: 'Successful login as {user...} from {sourceAddress:word}', action: 'login'},
	{pattern: 'Invalid login as {user...} from {sourceAddress:word}', action: 'login-failed'},
	{pattern: 'Non-existent login as {user...} from {sourceAddress:word}', action: 'login-failed'},
	{pattern: 'Logout by {user...} from {sourceAddress:word}', action: 'logout'},
	{pattern: 'Timeout of session for {user...}', action: 'session-closed'},
];

const screenSharing: readonly MessageRow[] = [
	{pattern: 'Authentication: SUCCEEDED :: User Name: {user...} :: Viewer Address: {sourceAddress} :: Type: {method}', action: 'login'},
	{pattern: 'Authentication: FAILED :: User Name: {user...} :: Viewer Address: {sourceAddress} :: Type: {method}', action: 'login-failed'},
];

const remoteDesktop: readonly MessageRow[] = [
	{pattern: '{tail}AUTHFAIL: user={user...} ip={sourceAddress} time={tail}', action: 'login-failed'},
	{pattern: '{tail}created session (access granted): username {user...}, ip {sourceAddress...}:{sourcePort}{tail}', action: 'login'},
];

/** The messages of each such program. */
export const sessionPrograms: readonly ProgramMessages[] = [
	['sudo', open(sudo)],
	['su', open(su)],
	['login', open([...login, ...junosLogins])],
	['pkexec', open(pkexec)],
	['doas', open(doas)],
	['polkitd', open(polkit)],
	['snoopy', open(snoopy)],
	['systemd-logind', open(logind)],
	['systemd', open(systemd)],
	...['cron', 'crond'].map(program => [program, open(cron)] as const),
	['crontab', open(crontab)],
	['webmin', open(webmin)],
	['screensharingd', open(screenSharing)],
	['xrdp-sesman', open(remoteDesktop)],
];
