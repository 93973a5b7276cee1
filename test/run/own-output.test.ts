import {spawnSync} from 'node:child_process';
import {closeSync, openSync, readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {temporaryFolder} from './program.ts';

/** `npm test` builds it first. */
const builtProgram = path.resolve('dist/ledgerline.js');

for (const [what, words, exitCode, wayOut] of [
	['in the folder that is printed', ['.'], 0, ''],
	['that is named', ['out.txt', 'app.log'], 1, ' Send the output to a file elsewhere.'],
] as const) {
	test(`the file that standard output is appended to, ${what}, is not read`, t => {
		const folder = temporaryFolder(t, {'app.log': 'of the log\n', 'out.txt': 'there before\n'});
		const output = openSync(path.join(folder, 'out.txt'), 'a');
		const {stderr, status} = spawnSync(process.execPath, [builtProgram, 'print', '--output', 'raw', ...words], {cwd: folder, env: {}, stdio: ['ignore', output, 'pipe'], encoding: 'utf8'});
		closeSync(output);
		t.is(readFileSync(path.join(folder, 'out.txt'), 'utf8'), 'there before\nof the log\n');
		t.regex(stderr, /out\.txt .*: it is the file that standard output goes into\./v);
		t.true(stderr.includes(wayOut));
		t.is(status, exitCode);
	});
}
