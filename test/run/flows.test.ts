import {readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {flows, keysOf, pressesOf, walk} from '../../assembly/flows.ts';
import {patienceMs} from '../patience.ts';
import {runInPty} from '../pty.ts';
import {temporaryFolder} from './program.ts';

const readme = readFileSync('README.md', 'utf8');

for (const flow of flows) {
	test.serial(`${flow.goal}: ${keysOf(flow)}`, async t => {
		const folder = temporaryFolder(t);
		const run = runInPty([process.execPath, path.resolve('dist/ledgerline.js'), 'demo'], {columns: flow.columns ?? 80, rows: flow.rows ?? 24, cwd: folder, environment: Object.fromEntries([['TMPDIR', folder]])});
		await run.waitForText('LIVE', patienceMs);
		const presses = await walk(run, flow, patienceMs);
		t.is(presses, pressesOf(flow) ?? presses);
		t.true(readme.includes(`\`${keysOf(flow)}\` | ${pressesOf(flow) ?? ''}`), 'the tour counts other presses');
		run.type('\u{3}');
		t.like(await run.ended, {status: 0});
	});
}
