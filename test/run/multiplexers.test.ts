import {spawnSync} from 'node:child_process';
import {appendFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test, {type ExecutionContext} from 'ava';
import {patienceMs} from '../patience.ts';
import {gone, type PtyRun, runInPty} from '../pty.ts';
import {temporaryFolder} from './program.ts';

const program = [process.execPath, path.resolve('dist/ledgerline.js')];

const login = (user: string, minute: number): string => `2026-03-03 09:${String(minute).padStart(2, '0')}:00,151 [exec-1] INFO  audit- Login: user=${user}\n`;
const log = login('ann', 1) + login('bob', 2) + login('eve', 3);

type Multiplexer = {
	readonly name: string;
	/** Starts it around the command; `folder` is for its socket. */
	around(folder: string, command: readonly string[]): readonly string[];
	/** Lets go of the terminal, from outside; the program goes on. */
	detach(folder: string): readonly string[];
	attach(folder: string): readonly string[];
	/** Ends it and all in it, if a test left it running. */
	end(folder: string): readonly string[];
};

const multiplexers: readonly Multiplexer[] = [
	{
		name: 'tmux',
		// Its status line would take a row from the program.
		around: (folder, command) => ['tmux', '-u', '-f', '/dev/null', '-S', `${folder}/socket`, 'new-session', command.join(' '), ';', 'set', 'status', 'off'],
		detach: folder => ['tmux', '-S', `${folder}/socket`, 'detach-client'],
		attach: folder => ['tmux', '-u', '-S', `${folder}/socket`, 'attach'],
		end: folder => ['tmux', '-S', `${folder}/socket`, 'kill-server'],
	},
	{
		name: 'screen',
		around: (folder, command) => ['env', `SCREENDIR=${folder}`, 'screen', '-U', '-c', '/dev/null', '-S', 'ledgerline', ...command],
		detach: folder => ['env', `SCREENDIR=${folder}`, 'screen', '-d', 'ledgerline'],
		attach: folder => ['env', `SCREENDIR=${folder}`, 'screen', '-U', '-r', 'ledgerline'],
		end: folder => ['env', `SCREENDIR=${folder}`, 'screen', '-S', 'ledgerline', '-X', 'quit'],
	},
];

for (const multiplexer of multiplexers) {
	const {name} = multiplexer;
	const isAbsent = spawnSync(name, ['-V']).error !== undefined;
	const testOrSkip = isAbsent ? test.skip : test;
	const told = isAbsent ? ` (${name} is not installed)` : '';

	testOrSkip(`inside ${name} the picture is the one outside, whatever the size becomes${told}`, async t => {
		const inside = openedInside(t, multiplexer);
		const outside = opened(t);
		for (const [columns, rows] of [[80, 24], [100, 30], [60, 15]] as const) {
			inside.resize(columns, rows);
			outside.resize(columns, rows);
			// eslint-disable-next-line no-await-in-loop -- one size after the other is the point
			await inside.waitFor(() => isWhole(inside) && isWhole(outside) && seen(inside) === seen(outside), patienceMs);
		}

		await quit(t, inside);
		await quit(t, outside);
	});

	testOrSkip(`after ${name} was detached and attached at another size the picture is right, and the search goes on${told}`, async t => {
		const folder = temporaryFolder(t, {'audit.log': log});
		const inside = openedInside(t, multiplexer, folder);
		const outside = opened(t, {folder});
		for (const run of [inside, outside]) {
			await run.waitFor(() => isWhole(run), patienceMs); // eslint-disable-line no-await-in-loop -- one after the other
			await run.obeys('/ev', /\/ ev .*hit 1 of 1/); // eslint-disable-line no-await-in-loop -- see above
		}

		const [word, ...words] = multiplexer.detach(folder);
		spawnSync(word!, words);
		await inside.ended;
		appendFileSync(path.join(folder, 'audit.log'), login('sam', 4));
		const again = runInPty(multiplexer.attach(folder), {columns: 110, rows: 30});
		outside.resize(110, 30);
		await again.waitFor(() => seen(again).includes('4 events') && seen(again) === seen(outside), patienceMs);
		for (const run of [again, outside]) {
			await run.obeys('\u{7F}\u{7F}bob', /\/ bob .*hit 1 of 1/); // eslint-disable-line no-await-in-loop -- one after the other
			run.type('\r');
			await quit(t, run); // eslint-disable-line no-await-in-loop -- see above
		}
	});

	testOrSkip(`inside ${name} keys are what they are outside${told}`, async t => {
		const run = openedInside(t, multiplexer);
		await run.waitForText(/▸ *09:03/, patienceMs);
		for (const [keys, sign] of [
			['\u{1B}[A', /row 2 of 3/], // Up
			['\u{1B}[B', /row 3 of 3/], // Down
			['\u{1B}OP', /Search everything/], // F1
			['\u{1B}', gone(/Search everything/v)], // Escape
			['\u{1B}OS', /▸FILTERS/], // F4
			['\u{1B}', gone(/▸FILTERS/v)],
			['\u{6}', /^ \/ /m], // Ctrl+F
			['\u{1B}[200~bob\n\u{1B}[201~', /\/ bob .*hit 1 of 1/], // a paste, whose line break does not submit
			['\u{7F}\u{7F}\u{7F}ev', /\/ ev .*hit 1 of 1/], // Backspace
			['\u{1B}', gone(/hit 1 of 1/v)],
		] as const) {
			await run.obeys(keys, sign); // eslint-disable-line no-await-in-loop -- one key after the other is the point
		}

		await quit(t, run);
	});
}

type Opening = {readonly folder?: string; readonly around?: Multiplexer['around']};

function opened(t: ExecutionContext, {folder = temporaryFolder(t, {'audit.log': log}), around}: Opening = {}): PtyRun {
	const command = [...program, path.join(folder, 'audit.log')];
	const run = runInPty(around?.(folder, command) ?? command);
	t.teardown(() => {
		run.hangUp();
	});
	return run;
}

function openedInside(t: ExecutionContext, {around, end}: Multiplexer, folder = temporaryFolder(t, {'audit.log': log})): PtyRun {
	t.teardown(() => {
		const [word, ...words] = end(folder);
		spawnSync(word!, words);
	});
	return opened(t, {folder, around});
}

async function quit(t: ExecutionContext, run: PtyRun): Promise<void> {
	run.type('q');
	t.like(await run.ended, {status: 0});
}

const isWhole = (run: PtyRun): boolean => /Login +eve/.test(run.picture().join('\n'));

/** A blank that was written looks like one that was not. */
const seen = (run: PtyRun): string => run.picture().map(row => row.trimEnd()).join('\n');
