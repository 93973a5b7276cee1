import test from 'ava';
import {foreignText} from '../../source/domain/foreign.ts';
import {gistOf} from '../../source/format/gist.ts';

const gists: ReadonlyArray<{readonly of: string; readonly fields: ReadonlyArray<readonly [name: string, value: string]>; readonly gist: string}> = [
	{of: 'a reset', fields: [['sourceAddress', '10.20.0.99'], ['process', 'passwd'], ['targetUser', 'r.lind']], gist: 'r.lind, from 10.20.0.99'},
	{of: 'a command', fields: [['process', 'sudo'], ['tty', 'pts/0'], ['targetUser', 'root'], ['command', '/usr/bin/less core.log']], gist: 'root, /usr/bin/less core.log'},
	{of: 'a connection', fields: [['sourceAddress', '10.2.1.77'], ['targetAddress', '10.2.1.14'], ['targetPort', '502'], ['protocol', 'tcp']], gist: 'from 10.2.1.77, to 10.2.1.14, port 502, tcp'},
	{of: 'one thing by two names', fields: [['sourceHost', 'hmi-3'], ['sourceAddress', '10.2.1.40']], gist: 'from 10.2.1.40'},
	{of: 'several things, one of them named twice', fields: [['target', 'plant-north'], ['target', 'plant-south'], ['target', 'plant-north']], gist: 'plant-north, plant-south'},
	{of: 'what names an empty value', fields: [['targetUser', ''], ['role', 'ADMIN']], gist: 'ADMIN'},
	{of: 'a line that rsyslog counted', fields: [['sourceAddress', '10.20.0.99'], ['repeated', '2']], gist: 'from 10.20.0.99, times: 2'},
	{of: 'a request to a web server', fields: [['sourceAddress', '10.20.0.15'], ['method', 'GET'], ['url', '/login'], ['protocol', 'HTTP/1.1'], ['status', '401']], gist: 'GET /login, 401, from 10.20.0.15, HTTP/1.1'},
	{of: 'a sign-in, whose method asks for nothing', fields: [['method', 'password'], ['status', 'success'], ['sourceAddress', '10.20.0.15']], gist: 'from 10.20.0.15'},
	{of: 'a file that was touched', fields: [['path', '/etc/shadow'], ['process', 'cat']], gist: '/etc/shadow'},
	{of: 'a session that names nothing else', fields: [['process', 'sshd'], ['pid', '2210']], gist: 'sshd'},
	{of: 'nothing that is known', fields: [['title', 'User Operation']], gist: ''},
];

for (const {of, fields, gist} of gists) {
	test(`the gist of ${of} is "${gist}"`, t => {
		t.is(gistOf(fields.map(([name, value]) => ({name, value: foreignText(value)}))), foreignText(gist));
	});
}
