import test from 'ava';
import {actions} from '../../source/domain/actions.ts';
import {actionNamed} from '../../source/query/action-names.ts';
import {seededChance} from '../../source/run/demo/chance.ts';
import {demoLine} from '../../source/run/demo/demo-lines.ts';
import {demoHistory} from '../../source/run/demo/history.ts';
import {incident} from '../../source/run/demo/incident.ts';

const nowMs = Date.parse('2026-03-03T10:00:00Z');
const history = (seed = 1) => demoHistory(nowMs, seededChance(seed));
const lines = (seed = 1) => history(seed).map(({row, ms}) => demoLine(row, ms));

test('the same seed tells the same history, another seed another', t => {
	t.deepEqual(lines(1), lines(1));
	t.notDeepEqual(lines(1), lines(2));
});

test('history runs forward and ends before now', t => {
	const times = history().map(({ms}) => ms);
	t.deepEqual(times, times.toSorted((a, b) => a - b));
	t.true(times.at(-1)! < nowMs);
});

for (const seed of [1, 2, 3]) {
	test(`all eleven audited actions occur in the history of seed ${seed}`, t => {
		const told = new Set(lines(seed).map(line => actionNamed(/audit- (?<action>[^:]+?)(?:: \w+=|\n)/.exec(line)?.groups?.action ?? '')));
		t.deepEqual(actions.filter(row => 'isAudited' in row && !told.has(row.id)), []);
	});
}

test('the incident is whole and in order, and nobody else has its names', t => {
	const ownWords = /10\.20\.0\.99|svc-backup|ALL ALERTS|cyberx_host|Unauthorized PLC programming|useradd/;
	const told = history().filter(({row, ms}) => ownWords.test(demoLine(row, ms))).map(({row}) => row);
	t.deepEqual(told, incident.map(({row}) => row).filter(row => ownWords.test(demoLine(row, 0))));
});

test('the incident goes from guessed password to the rule taken away again', t => {
	const told = lines().join('');
	const steps = ['Failed password for cyberx_host from 10.20.0.99', 'Accepted password for cyberx_host from 10.20.0.99', 'User creation: user=svc-backup role=ADMIN', 'ALL ALERTS; sensors=all', 'Password reset: userName=dana.admin', 'Unauthorized PLC programming by 10.2.1.25 on 10.2.1.14', 'Exclusion rules-Deletion: ruleId=10\n'];
	const places = steps.map(step => told.indexOf(step));
	t.false(places.includes(-1));
	t.deepEqual(places, places.toSorted((a, b) => a - b));
});

for (const [row, line] of [
	[{log: 'audit', text: 'Uploaded TI package'}, '2026-03-03 10:00:00,007 [http-nio-0.0.0.0-9090-exec-1] INFO  audit- Uploaded TI package\n'],
	[{log: 'auth', program: 'sudo', text: 'support : TTY=pts/0'}, '2026-03-03T10:00:00.007000+00:00 sensor-north sudo: support : TTY=pts/0\n'],
	[{log: 'timeline', severity: 'INFO', type: 'NOTIFICATION', title: 'Resolved', content: 'one\ntwo'}, '{"severity":"INFO","title":"Resolved","timestamp":1772532000007,"content":"one\\ntwo","owner":null,"type":"NOTIFICATION"}\n'],
] as const) {
	test(`the ${row.log} log writes its own layout`, t => {
		t.is(demoLine(row, nowMs + 7), line);
	});
}
