import {appendFileSync, cpSync, readFileSync, renameSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {keymap} from '../../source/view/keys/keymap.ts';
import {patienceMs} from '../patience.ts';
import {runInPty} from '../pty.ts';
import {forbiddenPart} from '../terminal/grammar.ts';
import {temporaryFolder} from './program.ts';

/** Other keys: `LEDGERLINE_MONKEY=17 ava test/run/monkey.test.ts`. */
const seed = Number(process.env.LEDGERLINE_MONKEY ?? 2026);

/** The log is rotated so often, and before each time there are so many turns of a few keys each. */
const rotations = 12;
const turnsBetween = 10;

const bytesOfKeys: Readonly<Record<string, string>> = {
	up: '\u{1B}[A', down: '\u{1B}[B', right: '\u{1B}[C', left: '\u{1B}[D', pageup: '\u{1B}[5~', pagedown: '\u{1B}[6~', home: '\u{1B}[H', end: '\u{1B}[F',
	enter: '\r', escape: '\u{1B}', tab: '\t', 'shift+tab': '\u{1B}[Z', backspace: '\u{7F}', space: ' ', f1: '\u{1B}OP', f3: '\u{1B}OR', f4: '\u{1B}OS',
	'ctrl+f': '\u{6}', 'ctrl+d': '\u{4}', 'ctrl+u': '\u{15}', 'ctrl+k': '\u{B}', 'ctrl+t': '\u{14}', 'ctrl+l': '\u{C}',
};

const pasted = '\u{1B}[200~two\u{1B}[2J\nlines\u{1B}[201~';

/** Every letter that is a key, and what is typed into boxes; leaving is for the end. */
const keys = [
	...Object.values(bytesOfKeys),
	...new Set(keymap.flatMap(row => row.keys).filter(name => name.length === 1 && name !== 'q')),
	'user:',
	'"',
	'(',
	'/(',
	'*',
	'é',
	'漢',
	'👨‍👩‍👧',
	'\u{0}',
	pasted,
	'\u{1B}[1;5C',
	'\u{1B}[I',
];

/** A generator of one line (Numerical Recipes), so that a seed says everything. */
function chanceOf(start: number): (below: number) => number {
	let state = start >>> 0;
	return below => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor(state / 0x1_00_00_00_00 * below);
	};
}

test.serial(`any keys on hostile logs that rotate: nothing but our own bytes is sent, Ctrl+C ends it, and the terminal is given back (seed ${seed})`, async t => {
	const below = chanceOf(seed);
	const folder = temporaryFolder(t);
	cpSync(path.resolve('test/fixtures/hostile'), folder, {recursive: true});
	cpSync(path.resolve('test/fixtures/console-audit/hostile-audit.log'), path.join(folder, 'audit.log'));
	const log = path.join(folder, 'audit.log');
	const lines = readFileSync(log);
	const size = {columns: 60 + below(80), rows: 16 + below(30)};
	const run = runInPty([process.execPath, path.resolve('dist/ledgerline.js'), folder], {cwd: folder, ...size});
	const program = {hasEnded: false};
	void run.ended.then(() => {
		program.hasEnded = true;
	});
	await run.waitForText('quit', patienceMs);
	for (let rotation = 0; rotation < rotations; rotation++) {
		for (let turn = 0; turn < turnsBetween; turn++) {
			run.type(Array.from({length: 1 + below(4)}, () => keys[below(keys.length)]!).join(''));
		}

		renameSync(log, `${log}.1`);
		appendFileSync(log, lines);
		// A repaint comes when all keys before it have been obeyed. One of them may have chosen to quit from a list.
		const before = run.arrived().bytes;
		run.type(bytesOfKeys['ctrl+l']!);
		await run.waitFor(() => program.hasEnded || run.arrived().bytes > before, patienceMs); // eslint-disable-line no-await-in-loop -- one after the other
	}

	run.type('\u{3}');
	t.like(await run.ended, {status: 0});
	t.is(forbiddenPart(run.sent()), undefined);
	const {before, after} = run.termios();
	t.is(after, before);
});
