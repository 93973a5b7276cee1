import {Buffer} from 'node:buffer';
import {closeSync, constants, openSync, readFileSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {openStandardOutput} from '../../source/run/standard-streams.ts';
import {temporaryFolder} from './program.ts';

test('text and bytes are written in the order in which they were given', async t => {
	const file = path.join(temporaryFolder(t, {out: ''}), 'out');
	const fd = openSync(file, 'w');
	const output = openStandardOutput(fd, code => {
		t.fail(code);
	});
	await output.write('one ');
	await output.write(Buffer.from([0xFF, 0x00]));
	await output.write('');
	t.false(output.isBehind);
	closeSync(fd);
	t.deepEqual(readFileSync(file), Buffer.concat([Buffer.from('one '), Buffer.from([0xFF, 0x00])]));
});

test('output that cannot be written is told by its reason, and is behind for ever', async t => {
	const fd = openSync('/dev/full', constants.O_WRONLY);
	t.teardown(() => {
		closeSync(fd);
	});
	const {promise, resolve} = Promise.withResolvers<string>();
	const output = openStandardOutput(fd, resolve);
	void output.write('anything');
	t.is(await promise, 'ENOSPC');
	t.true(output.isBehind);
});
