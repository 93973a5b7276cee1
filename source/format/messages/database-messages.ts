import {type MessageRow, openMessages as open, type ProgramMessages} from './known-messages.ts';

/** What databases write about those who sign in, wherever the line that holds it comes from. */
const mysql: readonly MessageRow[] = [
	{pattern: 'Access denied for user \'{user...}\'@\'{sourceAddress}\' (using password: {tail})', action: 'login-failed', result: 'failure'},
	{pattern: 'Access denied for user \'{user...}\'@\'{sourceAddress}\' to database \'{database}\'', action: 'privilege-refused', result: 'failure'},
	{pattern: 'Access denied for user \'{user...}\'@\'{sourceAddress}\'', action: 'login-failed', result: 'failure'},
];

const postgres: readonly MessageRow[] = [
	...['password', 'Peer', 'Ident', 'LDAP', 'PAM', 'RADIUS', 'GSSAPI', 'certificate'].map((method): MessageRow => (
		{pattern: method + ' authentication failed for user "{user...}"', action: 'login-failed', result: 'failure'})),
	{pattern: 'no pg_hba.conf entry for host "{sourceAddress}", user "{user...}", database "{database}"{tail}', action: 'login-failed', result: 'failure'},
	{pattern: 'pg_hba.conf rejects connection for host "{sourceAddress}", user "{user...}", database "{database}"{tail}', action: 'login-failed', result: 'failure'},
	{pattern: 'role "{user...}" is not permitted to log in', action: 'login-failed', result: 'failure'},
	{pattern: 'connection received: host={sourceAddress} port={sourcePort}', action: 'connection'},
	{pattern: 'connection authorized: user={user...} database={database} {tail}', action: 'login', result: 'success'},
	{pattern: 'connection authorized: user={user...} database={database}', action: 'login', result: 'success'},
	{pattern: 'disconnection: session time: {tail} user={user...} database={database} host={sourceAddress} port={sourcePort}', action: 'logout'},
	{pattern: 'disconnection: session time: {tail} user={user...} database={database} host={sourceAddress}', action: 'logout'},
];

const sqlServer: readonly MessageRow[] = ['Logon ', ''].flatMap((head): MessageRow[] => [
	{pattern: head + 'Login failed for user \'{user...}\'. Reason: {reason...} [CLIENT: {sourceAddress}]', action: 'login-failed', result: 'failure'},
	{pattern: head + 'Login failed for user \'{user...}\'. [CLIENT: {sourceAddress}]', action: 'login-failed', result: 'failure'},
	{pattern: head + 'Login succeeded for user \'{user...}\'. {tail...} [CLIENT: {sourceAddress}]', action: 'login', result: 'success'},
]);

const mongo: readonly MessageRow[] = [
	{pattern: 'Successfully authenticated as principal {user...} on {database}', action: 'login', result: 'success'},
	...['SCRAM-SHA-1', 'SCRAM-SHA-256', 'MONGODB-X509', 'PLAIN'].map((method): MessageRow => (
		{pattern: method + ' authentication failed for {user...} on {database} from client {sourceAddress...}:{sourcePort:word} ; {reason}', action: 'login-failed', result: 'failure'})),
	{pattern: 'Failed to authenticate {user...} with mechanism {method}: {reason}', action: 'login-failed', result: 'failure'},
];

export const databaseRows: readonly MessageRow[] = [...mysql, ...postgres, ...sqlServer, ...mongo];

/** Inside syslog the line of the database's own log comes first, up to its level. */
export const databasePrograms: readonly ProgramMessages[] = [
	...['mysqld', 'mariadbd', 'mysql', 'mariadb'].map(program => [program, open(mysql.map(({pattern, ...row}) => ({pattern: '{tail}] ' + pattern, ...row})))] as const),
	...['postgres', 'postgresql'].map(program => [program, open(postgres.flatMap(({pattern, ...row}) => [{pattern: '{tail}FATAL:{tail}' + pattern, ...row}, {pattern: '{tail}LOG:{tail}' + pattern, ...row}]))] as const),
	['mongod', open(mongo.map(({pattern, ...row}) => ({pattern: '{tail}] ' + pattern, ...row})))],
];
