import {readdirSync} from 'node:fs';
import test from 'ava';
import {demoLine} from '../../source/run/demo/demo-lines.ts';
import {incident} from '../../source/run/demo/incident.ts';
import {ledgerline, startLedgerline, temporaryFolder} from '../run/program.ts';

test('without a terminal the demo prints its events as lines, the incident among them', async t => {
	const program = startLedgerline(['demo'], {environment: [['TMPDIR', temporaryFolder(t)]]});
	await program.said(/ALL ALERTS was removed by svc-backup/);
	await program.said(/ruleId=10\n/);
	await program.said(/session closed for user cyberx_host/);
	program.kill('SIGTERM');
	const {text, stderr} = await program.ended;
	t.is(stderr, '');
	t.deepEqual(incident.filter(({row}) => row.log === 'audit' && !text.includes(row.text)), []);
});

test('filters work on the demo as on any log', async t => {
	const program = startLedgerline(['demo', '--device', '10.20.0.99'], {environment: [['TMPDIR', temporaryFolder(t)]]});
	await program.said(/Accepted password for cyberx_host/);
	program.kill('SIGTERM');
	const {text} = await program.ended;
	t.deepEqual(text.trim().split('\n').filter(line => !line.includes('10.20.0.99')), []);
});

test('the demo brings a map of devices, so that groups filter it', async t => {
	const program = startLedgerline(['demo', '--group', 'PLCs', '--not-group', 'Engineering stations'], {environment: [['TMPDIR', temporaryFolder(t)]]});
	await program.said(/10\.2\.1\.1[4-6]/);
	program.kill('SIGTERM');
	const {text, stderr} = await program.ended;
	t.is(stderr, '');
	t.deepEqual(text.trim().split('\n').filter(line => !/10\.2\.1\.1[4-6]/v.test(line) || /10\.2\.1\.(?:25|40)/v.test(line)), []);
});

test('the demo ends by itself after --for, and its folder is gone', async t => {
	const folder = temporaryFolder(t);
	const {stderr, exitCode} = await ledgerline(['demo', '--for', '1s'], {environment: [['TMPDIR', folder]]});
	t.is(exitCode, 0);
	t.is(stderr, '');
	t.deepEqual(readdirSync(folder), []);
});

test('a reader that has seen enough ends the demo, and its folder is gone', async t => {
	const folder = temporaryFolder(t);
	const program = startLedgerline(['demo', '--rate', '200'], {environment: [['TMPDIR', folder]]});
	await program.said(/\n/);
	program.closeOutput();
	t.is(await program.gone, 0);
	t.deepEqual(readdirSync(folder), []);
});

test('every row of the incident is one line', t => {
	t.deepEqual(incident.filter(({row}) => demoLine(row, 0).indexOf('\n') !== demoLine(row, 0).length - 1), []);
});
