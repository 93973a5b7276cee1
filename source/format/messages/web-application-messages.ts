import {type MessageRow, openMessages as open, type ProgramMessages} from './known-messages.ts';

/** What web applications and small services write of those who sign in to them, each in words of its own. */
const failed = {action: 'login-failed'} as const;
const refused = {action: 'network-event', result: 'failure'} as const;

/** Roundcube: a name is a stranger's, so its address is the last one before what Roundcube itself goes on with. */
const webmail: readonly MessageRow[] = ['IMAP Error: Login failed for', 'FAILED login for', 'Failed login for'].flatMap(head => ['. AUTHENTICATE {reason}', '(X-{tail}', ' in session {tail}', ''].map((rest): MessageRow => (
	{pattern: head + ' {user...} from {sourceAddress:address}' + rest, ...failed})));

/** Drupal parts what it tells syslog by bars; the site comes first. */
const drupal: readonly MessageRow[] = ['Login attempt failed for {user...}.', 'Login attempt failed from {user...}.', 'Login attempt failed {reason}'].map((sentence): MessageRow => (
	{pattern: 'http{site}|{epoch}|user|{sourceAddress}|{url}|{tail...}||' + sentence, ...failed}));

/** Keycloak, its values in quotes since version 20; where nobody is known by the name, it is a stranger's and comes last. */
const quotedKeycloak: readonly MessageRow[] = [
	{pattern: 'type="LOGIN_ERROR", {tail} ipAddress="{sourceAddress}", error="{reason}", {tail} username="{user...}"', ...failed},
	{pattern: 'type="LOGIN_ERROR", {tail} ipAddress="{sourceAddress}", error="{reason}", username="{user...}"', ...failed},
	{pattern: 'type="LOGIN_ERROR", {tail} ipAddress="{sourceAddress}", error={tail}', ...failed},
	{pattern: 'type="LOGIN", {tail} ipAddress="{sourceAddress}", {tail} username="{user...}"', action: 'login'},
	{pattern: 'type="LOGOUT", {tail} ipAddress="{sourceAddress}"{tail}', action: 'logout'},
];
const keycloak: readonly MessageRow[] = [...quotedKeycloak, ...quotedKeycloak.map(({pattern, ...row}) => ({pattern: pattern.replaceAll('"', ''), ...row}))];

/** Rails tells of a request when it comes and when it is answered (ActionPack's `Rails::Rack::Logger` and `ActionController::LogSubscriber`). */
const rails: readonly MessageRow[] = [
	{pattern: 'Started {method:word} "{url}" for {sourceAddress:word} at {tail}', action: 'http-request'},
	{pattern: 'Completed {status:word} {reason...} in {milliseconds:word}{tail}'},
];

const applications: readonly MessageRow[] = [
	// phpMyAdmin, Froxlor, Horde
	{pattern: 'user denied: {user...} ({reason}) from {sourceAddress:word}', ...failed},
	{pattern: '[Login Action {sourceAddress}] Unknown user \'{user...}\' tried to login.', ...failed},
	{pattern: '[Login Action {sourceAddress}] User \'{user...}\' tried to login with wrong password.', ...failed},
	{pattern: 'FAILED LOGIN for {user...} [{sourceAddress}] to {target}', ...failed},
	// Guacamole, SOGo, Tine
	{pattern: 'Authentication attempt from {sourceAddress:address} for user "{user...}" failed{reason}', ...failed},
	{pattern: 'SOGoRootPage Login from \'{sourceAddress:address}{tail}\' for user \'{user...}\' might not have worked{reason}', ...failed},
	{pattern: 'SOGoRootPage successful login from \'{sourceAddress:address}{tail}\' for user \'{user...}\'{tail}', action: 'login'},
	{pattern: 'Tinebase_Controller::login::{line:word} Login with username {user...} from {sourceAddress:word} failed{reason}', ...failed},
	// Monit, lighttpd
	{pattern: 'HttpRequest: access denied -- client {sourceAddress:address}: {reason} \'{user...}\'', ...failed},
	{pattern: 'HttpRequest: access denied -- client {sourceAddress:address}: {reason}', ...failed},
	{pattern: 'password doesn\'t match for {url:word} username: {user...}, IP: {sourceAddress:word}', ...failed},
	{pattern: 'password doesn\'t match for {url:word} username: {user...} IP: {sourceAddress:word}', ...failed},
	{pattern: 'digest: auth failed for {user...} : {reason}, IP: {sourceAddress:word}', ...failed},
	{pattern: 'get_password failed, IP: {sourceAddress:word}', ...failed},
	{pattern: 'digest: auth failed: {reason}, IP: {sourceAddress:word}', ...failed},
	// SoftEther
	{pattern: 'Connection "{connection}": User authentication failed. The user name that has been provided was "{user...}", from {sourceAddress:address}{tail}', ...failed},
];

/** cPanel's pages; of one who may act for others both names stand there. */
const cpanel: readonly MessageRow[] = ['cpsrvd', 'cpaneld', 'whostmgrd', 'webmaild'].flatMap((daemon): MessageRow[] => [
	{pattern: '[' + daemon + '] {sourceAddress:word} - {targetUser} (possessor: {user}) - SUCCESS LOGIN {service}', action: 'login'},
	{pattern: '[' + daemon + '] {sourceAddress:word} - {user} - SUCCESS LOGIN {service}', action: 'login'},
	{pattern: '[' + daemon + '] {sourceAddress:word} - {user...} "{method:word} {url}" FAILED LOGIN {service}: {reason}', ...failed},
	{pattern: '[' + daemon + '] {sourceAddress:word} PURGE {user}:{tail} logout', action: 'logout'},
]);

const guards: readonly MessageRow[] = [
	// Nagios' agent, portsentry, fail2ban, Mumble
	{pattern: 'Host {sourceAddress:word} is not allowed to talk to us!', ...refused},
	{pattern: 'attackalert: Connect from host: {sourceHost}/{sourceAddress} to {protocol:word} port: {targetPort:word}{tail}', action: 'scan'},
	{pattern: 'Ban {sourceAddress:address}', ...refused},
	{pattern: 'Unban {sourceAddress:address}', action: 'network-event'},
	{pattern: 'Found {sourceAddress:address} - {tail}'},
	{pattern: 'Rejected connection from {sourceAddress:address}: {reason}', ...refused},
	// ISC's and NLnet's name servers
	{pattern: 'info: axfr for {query:word} from {tail}{sourceAddress:address} refused, {reason}', ...refused},
	{pattern: 'info: axfr for zone {query:word} from client {sourceAddress:address} refused, {reason}', ...refused},
];

export const webApplicationRows: readonly MessageRow[] = [...keycloak, ...webmail, ...drupal, ...rails, ...applications, ...cpanel, ...guards];

/** The same where such a program's own line stands inside syslog, its level and place before the text. */
export const guardPrograms: readonly ProgramMessages[] = ['fail2ban.actions', 'fail2ban.filter', 'fail2ban-server'].map(program => [program, open([
	{pattern: '{tail...}[{rule}] Ban {sourceAddress:address}', ...refused},
	{pattern: '{tail...}[{rule}] Unban {sourceAddress:address}', action: 'network-event'},
	{pattern: '{tail...}[{rule}] Found {sourceAddress:address} - {tail}'},
])]);
