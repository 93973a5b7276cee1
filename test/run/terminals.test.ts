import {appendFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test, {type ExecutionContext} from 'ava';
import {patienceMs} from '../patience.ts';
import {gone, type PtyRun, runInPty, type Sign} from '../pty.ts';
import {differenceSeen} from '../terminal/seen-cells.ts';
import {temporaryFolder} from './program.ts';

const login = (number: number): string => `2026-03-03 09:${String(Math.floor(number / 60)).padStart(2, '0')}:${String(number % 60).padStart(2, '0')},151 [exec-1] INFO  audit- Login: user=user${number}\n`;
const log = Array.from({length: 600}, (_, number) => login(number)).join('');

type Step = {
	readonly keys: string;
	/** What the screen says once the keys were obeyed, and never before. */
	readonly sign: Sign;
};

/** Keys that scroll, page, open and shut. The last event is written while they are typed. */
const walk: readonly Step[] = [
	{keys: '\u{1B}[5~', sign: /row 583 of/v},
	{keys: 'kkkkkkkkkkkkkkkkkkkk', sign: /row 563 of/v},
	{keys: 'g', sign: /row 1 of/v},
	{keys: 'f', sign: /[>▸]FILTERS/v},
	{keys: 'f', sign: gone(/FILTERS/v)},
	{keys: '\r', sign: /audit\.log/v},
	{keys: '\u{1B}', sign: gone(/audit\.log/v)},
	{keys: '/user30', sign: /hit 1 of/v},
	{keys: '\r', sign: /Enter details/v},
	{keys: 'G', sign: /user600/v},
];

type Kind = {
	readonly term: string;
	/** How the program is asked on an xterm to draw the same picture. */
	readonly flags: readonly string[];
	readonly columns?: number;
	/** What its entry in terminfo has no capability for. */
	readonly never: RegExp;
};

const eraseCharacters = String.raw`\[\d+X`;
const scrollRegion = String.raw`\[\d+;\d+r|M`;
const alternateScreen = String.raw`\[\?1049`;
const never = (...parts: readonly string[]): RegExp => new RegExp(String.raw`\x1B(?:${parts.join('|')})`, 'v');

const kinds: readonly Kind[] = [
	{term: 'xterm', flags: ['--colour=16'], never: never(String.raw`\[\d*;?38;5`)},
	{term: 'vt100', flags: ['--colour=0'], never: never(eraseCharacters, alternateScreen)},
	{term: 'vt220', flags: ['--colour=0'], never: never(alternateScreen)},
	{term: 'linux', flags: ['--colour=16', '--ascii'], never: never(alternateScreen)},
	{term: 'screen', flags: ['--colour=8'], never: never(eraseCharacters)},
	{term: 'tmux-256color', flags: ['--colour=256'], never: never(eraseCharacters)},
	{term: 'rxvt', flags: ['--colour=8'], never: never(String.raw`\[\d*;?38;5`)},
	{term: 'ansi', flags: ['--colour=8', '--ascii'], columns: 79, never: never(eraseCharacters, scrollRegion, alternateScreen)},
	{term: 'never-heard-of', flags: ['--colour=0'], columns: 79, never: never(eraseCharacters, scrollRegion, alternateScreen)},
];

async function walked(t: ExecutionContext, term: string, {columns = 80, flags = []}: {readonly columns?: number; readonly flags?: readonly string[]}): Promise<PtyRun> {
	const file = path.join(temporaryFolder(t, {'audit.log': log}), 'audit.log');
	const run = runInPty([process.execPath, path.resolve('dist/ledgerline.js'), ...flags, file], {columns, environment: Object.fromEntries([['TERM', term]])});
	t.teardown(() => {
		run.hangUp();
	});
	await run.waitForText('user599', patienceMs);
	for (const [at, {keys, sign}] of walk.entries()) {
		if (at === walk.length - 1) {
			appendFileSync(file, login(600));
		}

		await run.obeys(keys, sign); // eslint-disable-line no-await-in-loop -- one key after the other
	}

	return run;
}

for (const {term, flags, columns = 80, never: refused} of kinds) {
	test.serial(`on TERM=${term} every cell is the one of an xterm that is asked for the same, and nothing is sent that ${term} has not`, async t => {
		const [run, twin] = await Promise.all([walked(t, term, {}), walked(t, 'xterm-256color', {columns, flags})]);
		const shown = {cells: () => run.cells().map(row => row.slice(0, columns))};
		await run.waitFor(() => differenceSeen(twin, shown) === undefined, patienceMs);
		// Where the cursor would go on to the next row the last column is left alone.
		t.true(run.cells().every(row => row.slice(columns).every(cell => cell.startsWith(' |'))));
		t.notRegex(run.sent(), refused);
	});
}
