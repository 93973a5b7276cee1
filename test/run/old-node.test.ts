import {spawnSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';

/** Loaded before the program: from then on Node says that it is another. */
const pretending = (version: string): string => `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'${version}'}})`;

const started = (version: string) => spawnSync(process.execPath, ['--import', pretending(version), path.resolve('dist/ledgerline.js'), '--version'], {encoding: 'utf8'});

for (const version of ['20.20.2', '9.0.0']) {
	test(`started by Node ${version}, the program says which it takes`, t => {
		const {status, stdout, stderr} = started(version);
		t.is(status, 1);
		t.is(stdout, '');
		t.regex(stderr, /^ledgerline: this is Node [\d.]+, and it takes 24 or newer: [^\n]+\n$/);
	});
}

test('a newer Node is no trouble', t => {
	t.regex(started('100.0.0').stdout, /^\d+\.\d+\.\d+\n$/);
});
