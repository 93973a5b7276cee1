import path from 'node:path';
import process from 'node:process';
import {setTimeout} from 'node:timers/promises';
import test, {type ExecutionContext} from 'ava';
import {patienceMs} from '../patience.ts';
import {gone, type PtyOptions, type PtyRun, runInPty, type Sign} from '../pty.ts';
import {forbiddenPart} from '../terminal/grammar.ts';
import {temporaryFolder} from './program.ts';

const login = (number: number): string => `2026-03-03 09:${String(Math.floor(number / 60)).padStart(2, '0')}:${String(number % 60).padStart(2, '0')},151 [exec-1] INFO  audit- Login: user=user${number}\n`;
const log = Array.from({length: 600}, (_, number) => login(number)).join('');

async function opened(t: ExecutionContext, options: PtyOptions = {}): Promise<PtyRun> {
	const folder = temporaryFolder(t, {'audit.log': log});
	const run = runInPty([process.execPath, path.resolve('dist/ledgerline.js'), path.join(folder, 'audit.log')], {cwd: folder, ...options});
	t.teardown(() => {
		run.hangUp();
	});
	await run.waitForText('user599', patienceMs);
	return run;
}

async function typed(run: PtyRun, ...steps: ReadonlyArray<readonly [keys: string, sign: Sign]>): Promise<void> {
	for (const [keys, sign] of steps) {
		await run.obeys(keys, sign); // eslint-disable-line no-await-in-loop -- one key after the other
	}
}

/** Whatever it went through, it sent nothing but our own bytes, leaves when told, and gives the terminal back. */
async function leavesWhole(t: ExecutionContext, run: PtyRun): Promise<void> {
	run.type('\u{3}');
	t.like(await run.ended, {status: 0});
	t.is(forbiddenPart(run.sent()), undefined);
	const {before, after} = run.termios();
	t.is(after, before);
}

const megabyte = 'the quick brown fox, '.repeat(50_000);
const bracketed = `\u{1B}[200~${megabyte}\u{1B}[201~`;

for (const [name, paste] of [['a bracketed paste', bracketed], ['a paste without brackets', megabyte]] as const) {
	test.serial(`${name} of 1 MB into the search box is cut, that is said, and keys go on`, async t => {
		const run = await opened(t);
		await typed(run, ['/', /^ \/ /mv]);
		await run.obeys(paste, /quick brown/v);
		await run.waitForText(/a box holds 4,000 characters: the rest was left out/v, patienceMs);
		await typed(run, ['\u{1B}', gone(/quick brown/v)], ['g', /row 1 of/v]);
		await leavesWhole(t, run);
	});
}

/** Without brackets only the pace of the reads tells a paste from typing, which a busy machine may stretch: `key-decoder.test.ts` has those. */
test.serial('a bracketed paste of 1 MB over the timeline obeys no letter of it, and keys go on', async t => {
	const run = await opened(t);
	run.type(bracketed);
	await typed(run, ['\u{1B}OP', /HELP/v], ['\u{1B}', gone(/HELP/v)], ['g', /row 1 of/v]);
	await leavesWhole(t, run);
});

test.serial('a thousand keys a second for five seconds are all obeyed', async t => {
	const run = await opened(t);
	await typed(run, ['g', /▸09:00:00 I Login/v]);
	for (let tenth = 0; tenth < 50; tenth++) {
		run.type('jjjjjjjjjjkkkkkkkkkj'.repeat(5));
		await setTimeout(100); // eslint-disable-line no-await-in-loop -- the pace that is tried
	}

	// Each twenty of them go two down.
	await run.waitForText(/▸09:08:20 I Login/v, patienceMs);
	await leavesWhole(t, run);
});

test.serial('a screen of 500x200 is filled', async t => {
	const run = await opened(t, {columns: 500, rows: 200});
	await run.waitFor(() => run.picture().filter(row => /Login +user\d/v.test(row)).length > 150, patienceMs);
	await leavesWhole(t, run);
});

test.serial('a combining mark alone can be searched for', async t => {
	const run = await opened(t);
	await typed(run, ['/', /^ \/ /mv], ['\u{301}', /no hit|0 hits|nothing/v], ['\u{1B}', gone(/no hit|0 hits|nothing/v)]);
	await leavesWhole(t, run);
});

test.serial('Tab before the first rows moves to the bars, as after them', async t => {
	const folder = temporaryFolder(t, {'audit.log': log});
	const run = runInPty([process.execPath, path.resolve('dist/ledgerline.js'), path.join(folder, 'audit.log')]);
	await run.waitFor(() => run.sent().includes('Ledgerline'), patienceMs);
	await run.obeys('\t', /bar \d+ of/v);
	await leavesWhole(t, run);
});
