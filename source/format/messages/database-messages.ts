import {type MessageRow, openMessages as open, type ProgramMessages} from './known-messages.ts';

/** What databases write about those who sign in, wherever the line that holds it comes from. */
const mysql: readonly MessageRow[] = [
	{pattern: 'Access denied for user \'{user...}\'@\'{sourceAddress}\' (using password: {tail})', action: 'login-failed'},
	{pattern: 'Access denied for user \'{user...}\'@\'{sourceAddress}\' to database \'{database}\'', action: 'privilege-refused'},
	{pattern: 'Access denied for user \'{user...}\'@\'{sourceAddress}\'', action: 'login-failed'},
];

const postgres: readonly MessageRow[] = [
	...['password', 'Peer', 'Ident', 'LDAP', 'PAM', 'RADIUS', 'GSSAPI', 'certificate'].map((method): MessageRow => (
		{pattern: method + ' authentication failed for user "{user...}"', action: 'login-failed'})),
	{pattern: 'no pg_hba.conf entry for host "{sourceAddress}", user "{user...}", database "{database}"{tail}', action: 'login-failed'},
	{pattern: 'pg_hba.conf rejects connection for host "{sourceAddress}", user "{user...}", database "{database}"{tail}', action: 'login-failed'},
	{pattern: 'role "{user...}" is not permitted to log in', action: 'login-failed'},
	{pattern: 'connection received: host={sourceAddress} port={sourcePort}', action: 'connection'},
	{pattern: 'connection authorized: user={user...} database={database} {tail}', action: 'login'},
	{pattern: 'connection authorized: user={user...} database={database}', action: 'login'},
	{pattern: 'disconnection: session time: {tail} user={user...} database={database} host={sourceAddress} port={sourcePort}', action: 'logout'},
	{pattern: 'disconnection: session time: {tail} user={user...} database={database} host={sourceAddress}', action: 'logout'},
];

/**
pgaudit's lines: kind, numbers of the statement and its part, class, command, kind and name of the object, statement, parameters
(github.com/pgaudit/pgaudit, "Format"). Whoever they name is told by the line around them.
*/
const pgaudit = ['SESSION', 'OBJECT'].flatMap((kind): MessageRow[] => ([
	['ROLE,CREATE ROLE', 'user-created'],
	['ROLE,DROP ROLE', 'user-deleted'],
	['ROLE,ALTER ROLE', 'user-changed'],
	['ROLE,GRANT ROLE', 'role-changed'],
	['ROLE,REVOKE ROLE', 'role-changed'],
	['ROLE,GRANT', 'role-changed'],
	['ROLE,REVOKE', 'role-changed'],
	['DDL,{operation}', 'config-changed'],
	['{class},{operation}', 'user-operation'],
] as const).map(([command, action]) => ({pattern: 'AUDIT: ' + kind + ',{tail},{tail},' + command + ',{objectType},{target},{command...},{tail}', action})));

const sqlServer: readonly MessageRow[] = ['Logon ', ''].flatMap((head): MessageRow[] => [
	{pattern: head + 'Login failed for user \'{user...}\'. Reason: {reason...} [CLIENT: {sourceAddress}]', action: 'login-failed'},
	{pattern: head + 'Login failed for user \'{user...}\'. [CLIENT: {sourceAddress}]', action: 'login-failed'},
	{pattern: head + 'Login succeeded for user \'{user...}\'. {tail...} [CLIENT: {sourceAddress}]', action: 'login'},
]);

const mongo: readonly MessageRow[] = [
	{pattern: 'Successfully authenticated as principal {user...} on {database}', action: 'login'},
	...['SCRAM-SHA-1', 'SCRAM-SHA-256', 'MONGODB-X509', 'PLAIN'].map((method): MessageRow => (
		{pattern: method + ' authentication failed for {user...} on {database} from client {sourceAddress...}:{sourcePort:word} ; {reason}', action: 'login-failed'})),
	{pattern: 'Failed to authenticate {user...} with mechanism {method}: {reason}', action: 'login-failed'},
];

/** What Oracle's databases audit to syslog: with the length of each value before it, or, where all is audited in one place, in quotes alone. 100 to 102 are logging on and off (AUDIT_ACTIONS). */
const oracle = (oracleHead: string): readonly MessageRow[] => [
	{pattern: oracleHead + '{tail} DBUSER:"{user}" {tail} ACTION:"100" RETCODE:"0"{tail}', action: 'login'},
	{pattern: oracleHead + '{tail} DBUSER:"{user}" {tail} ACTION:"100" RETCODE:"{reason}"{tail}', action: 'login-failed'},
	...['101', '102'].map((number): MessageRow => ({pattern: oracleHead + '{tail} DBUSER:"{user}" {tail} ACTION:"' + number + '"{tail}', action: 'logout'})),
	{pattern: oracleHead + '{tail} DBUSER:"{user}" {tail} ACTION:"{operation}" RETCODE:"0"{tail}', action: 'user-operation', result: 'success'},
	{pattern: oracleHead + '{tail} DBUSER:"{user}" {tail} ACTION:"{operation}" RETCODE:"{reason}"{tail}', action: 'user-operation', result: 'failure'},
	...([['CONNECT', '0', 'login'], ['CONNECT', '{reason}', 'login-failed'], ['{command...}', '0', 'command-run'], ['{command...}', '{reason}', 'command-run']] as const).map(([command, status, action]): MessageRow => (
		{pattern: oracleHead + '{tail} ACTION :[{tail}] \'' + command + '\' DATABASE USER:[{tail}] \'{databaseUser}\' PRIVILEGE :[{tail}] \'{privilege}\' CLIENT USER:[{tail}] \'{user}\' CLIENT TERMINAL:[{tail}] \'{tty}\' STATUS:[{tail}] \'' + status + '\'{tail}', action})),
];

/** Brokers of messages name the process of their own that speaks, or the end of a connection. */
const brokers: readonly MessageRow[] = [
	...['PLAIN', 'AMQPLAIN', 'EXTERNAL'].map((method): MessageRow => ({pattern: '<{tail}> ' + method + ' login refused: user \'{user...}\' - {reason}', action: 'login-failed'})),
	{pattern: '<{tail}> connection <{tail}> ({sourceAddress}:{sourcePort} -> {targetAddress}:{targetPort}): user \'{user...}\' authenticated and granted access to vhost \'{database}\'', action: 'login'},
	{pattern: '<{tail}> connection <{tail}> ({sourceAddress}:{sourcePort} -> {targetAddress}:{targetPort} - {tail}): user \'{user...}\' authenticated and granted access to vhost \'{database}\'', action: 'login'},
	{pattern: '<{tail}> accepting AMQP connection <{tail}> ({sourceAddress}:{sourcePort} -> {targetAddress}:{targetPort})', action: 'connection'},
	{pattern: '<{tail}> accepting AMQP connection {sourceAddress}:{sourcePort} -> {targetAddress}:{targetPort}', action: 'connection'},
	{pattern: '<{tail}> Created user \'{targetUser}\'', action: 'user-created', result: 'success'},
	{pattern: '<{tail}> Deleted user \'{targetUser}\'', action: 'user-deleted', result: 'success'},
	{pattern: '<{tail}> Successfully changed password for user \'{targetUser}\'', action: 'password-changed', result: 'success'},
	{pattern: 'Principal = User:{user...} is Denied Operation = {operation:word} from host = {sourceAddress:word} on resource = {target:word}{tail}', action: 'privilege-refused'},
	{pattern: 'Principal = User:{user...} is Denied operation = {operation:word} from host = {sourceAddress:word} on resource = {target:word}{tail}', action: 'privilege-refused'},
	{pattern: '[{tail}] Failed authentication with {sourceHost}/{sourceAddress:word} ({reason...})', action: 'login-failed'},
	{pattern: '[{tail}] Failed authentication with /{sourceAddress:word} ({reason...})', action: 'login-failed'},
	{pattern: '[{tail}] Authentication to realm {realm:word} failed - Password authentication failed for {user...}', action: 'login-failed'},
	{pattern: '[{tail}] Authentication of [{user...}] was terminated by realm [{realm}] - {reason}', action: 'login-failed'},
];

export const databaseRows: readonly MessageRow[] = [...mysql, ...postgres, ...pgaudit, ...oracle('Oracle Audit[{pid}]: LENGTH'), ...sqlServer, ...mongo, ...brokers];

/** Inside syslog the line of the database's own log comes first, up to its level. */
export const databasePrograms: readonly ProgramMessages[] = [
	...['mysqld', 'mariadbd', 'mysql', 'mariadb'].map(program => [program, open(mysql.map(({pattern, ...row}) => ({pattern: '{tail}] ' + pattern, ...row})))] as const),
	...['postgres', 'postgresql'].map(program => [program, open([...postgres, ...pgaudit].flatMap(({pattern, ...row}) => [{pattern: '{tail}FATAL:{tail}' + pattern, ...row}, {pattern: '{tail}LOG:{tail}' + pattern, ...row}]))] as const),
	['Oracle Audit', open(oracle('LENGTH'))],
	['mongod', open(mongo.map(({pattern, ...row}) => ({pattern: '{tail}] ' + pattern, ...row})))],
];
