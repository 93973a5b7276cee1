import {spawnSync} from 'node:child_process';
import {cpSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {Script} from 'node:vm';
import test, {type ExecutionContext} from 'ava';
import {temporaryFolder} from '../run/program.ts';
import {builtScript, compiledScript} from './built-program.ts';

for (const name of ['ledgerline', 'engine-worker']) {
	test(`what was compiled ahead of ${name} is taken by the Node it was built with`, t => {
		const script = new Script(readFileSync(builtScript(name), 'utf8'), {filename: builtScript(name), cachedData: readFileSync(compiledScript(name))});
		t.false(script.cachedDataRejected);
	});
}

for (const [name, change] of [
	['is gone', rmSync],
	['is of another V8', (file: string) => {
		writeFileSync(file, readFileSync(file).fill(0, 0, 16));
	}],
	['is cut off', (file: string) => {
		writeFileSync(file, readFileSync(file).subarray(0, 1000));
	}],
] as const) {
	test(`where what was compiled ahead ${name}, the program starts all the same`, t => {
		const folder = copied(t);
		for (const script of ['ledgerline', 'engine-worker']) {
			const file = path.basename(compiledScript(script));
			change(path.join(folder, 'scripts', file));
		}

		const {stdout, stderr, status} = spawnSync(process.execPath, [path.join(folder, 'ledgerline.js'), '--version'], {encoding: 'utf8'});
		t.deepEqual({stdout, stderr, status}, {stdout: '0.1.0\n', stderr: '', status: 0});
	});
}

/** As `dist/` is copied to a machine that has nothing but Node. */
function copied(t: ExecutionContext): string {
	const folder = path.join(temporaryFolder(t), 'dist');
	cpSync('dist', folder, {recursive: true});
	return folder;
}
