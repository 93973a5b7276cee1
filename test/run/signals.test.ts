import {appendFileSync, readdirSync, readFileSync, truncateSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test, {type ExecutionContext} from 'ava';
import {isAlive} from '../is-alive.ts';
import {patienceMs} from '../patience.ts';
import {type PtyRun, runInPty} from '../pty.ts';
import {givenBack, modesAfter} from '../terminal/modes-after.ts';
import {temporaryFolder} from './program.ts';

const login = (number: number): string => `2026-03-03 09:${String(Math.floor(number / 60) % 60).padStart(2, '0')}:${String(number % 60).padStart(2, '0')},151 [exec-1] INFO  audit- Login: user=user${number}\n`;
const logins = (count: number): string => Array.from({length: count}, (_, number) => login(number)).join('');

/** With the statuses that a shell reports. */
const deaths = {SIGHUP: 129, SIGINT: 130, SIGQUIT: 131, SIGUSR1: 138, SIGTERM: 143} as const; // eslint-disable-line @typescript-eslint/naming-convention -- their own names

type State = {
	readonly name: string;
	readonly log?: (file: string) => void;
	/** Settles when the program is in it. */
	readonly reach: (run: PtyRun, log: string) => Promise<void>;
	/** What it shows, sooner or later. */
	readonly sign: RegExp;
	/** The terminal takes nothing, so what would make it itself again cannot arrive. */
	readonly isStalled?: true;
};

const shown = (sign: RegExp | string) => async (run: PtyRun): Promise<void> => run.waitForText(sign, patienceMs);

/** Reaches each step from the one before. */
const steps = (...all: ReadonlyArray<readonly [keys: string, sign: RegExp]>) => async (run: PtyRun): Promise<void> => {
	await shown('user599')(run);
	for (const [keys, sign] of all) {
		await run.obeys(keys, sign); // eslint-disable-line no-await-in-loop -- one key after the other
	}
};

/** One that is read for ever: nothing but its first lines is there, and a terabyte is to come. */
function endless(file: string): void {
	writeFileSync(file, logins(600));
	truncateSync(file, 2 ** 40);
}

/** The kernel keeps a little of what a terminal has not taken; the rest waits in the program. */
async function stalled(run: PtyRun, log: string): Promise<void> {
	await shown('user599')(run);
	run.stall();
	for (let line = 600; line < 700; line++) {
		appendFileSync(log, login(line));
	}
}

/** Sent by us alone when the terminal is taken: a shell brackets pastes, too. */
const taken = '\u{1B}[?7l';

const states: readonly State[] = [
	{name: 'while it starts', sign: /user599/v, reach: async run => run.waitFor(() => run.sent().includes(taken), patienceMs)},
	{name: 'while a log is read', sign: /READING/v, log: endless, reach: shown(/READING/v)},
	{name: 'at the timeline', sign: /user599/v, reach: steps()},
	{name: 'with a search typed', sign: /\/ user1 /v, reach: steps(['/', /^ \/ /mv], ['user1', /hit \d+ of/v])},
	{name: 'with the help open', sign: /HELP/v, reach: steps(['?', /HELP/v])},
	{name: 'with the details open', sign: /audit\.log/v, reach: steps(['\r', /audit\.log/v])},
	{name: 'at the name of an export', sign: /as CSV/v, reach: steps(['e', /as CSV/v])},
	{name: 'on a stalled link', sign: /user699/v, reach: stalled, isStalled: true},
];

/** A log that is read at once. */
function usual(file: string): void {
	writeFileSync(file, logins(600));
}

async function opened(t: ExecutionContext, {reach, log: write = usual}: State): Promise<PtyRun> {
	const folder = temporaryFolder(t);
	const log = path.join(folder, 'audit.log');
	write(log);
	const run = runInPty([process.execPath, path.resolve('dist/ledgerline.js'), log], {cwd: folder});
	t.teardown(() => {
		run.hangUp();
	});
	await reach(run, log);
	return run;
}

/** Every signal while it starts, at the timeline and on a stalled link. In the other states the same listeners answer, so that one each is enough. */
const deathsOf = (state: State, at: number): ReadonlyArray<[signal: string, status: number]> => {
	const all = Object.entries(deaths);
	return ['while it starts', 'at the timeline', 'on a stalled link'].includes(state.name) ? all : [all[at % all.length]!];
};

for (const [at, state] of states.entries()) {
	test.serial(`a signal that ends it, ${state.name}: the terminal is given back and the status tells which`, async t => {
		await Promise.all(deathsOf(state, at).map(async ([signal, status]) => {
			const run = await opened(t, state);
			const pid = run.pid();
			run.signal(signal as NodeJS.Signals);
			await run.waitFor(() => !isAlive(pid), patienceMs);
			run.wake();
			t.deepEqual(await run.ended, {status}, signal);
			const {before, after} = run.termios();
			t.is(after, before, signal);
			t.deepEqual(state.isStalled ? givenBack : modesAfter(run.sent()), givenBack, signal);
			// Node's debugger would tell of its port.
			t.notRegex(run.sent(), /debugger/iv);
		}));
	});
}

/** A shell that loses its terminal, or any other reason why nobody is there any more. */
for (const state of states) {
	test.serial(`a terminal that hangs up, ${state.name}: the program is gone`, async t => {
		const run = await opened(t, state);
		const pid = run.pid();
		run.hangUp();
		await t.notThrowsAsync(async () => run.waitFor(() => !isAlive(pid), patienceMs));
	});
}

test.serial('a terminal that hangs up while the program is stopped: it is gone as well', async t => {
	const {run, stop, pid} = await openedInShell(t, states.at(2)!);
	await shown('user599')(run);
	stop();
	await run.waitFor(() => run.sent().includes('Stopped'), patienceMs);
	run.hangUp();
	await t.notThrowsAsync(async () => run.waitFor(() => !isAlive(pid()), patienceMs));
});

const manyEvents = 60_000;

test.serial('a terminal that hangs up while an export is written leaves no half of one', async t => {
	const folder = temporaryFolder(t, {'audit.log': logins(manyEvents)});
	const run = runInPty([process.execPath, path.resolve('dist/ledgerline.js'), path.join(folder, 'audit.log')], {cwd: folder});
	await run.waitForText('60,000 events', patienceMs);
	await run.obeys('e', /as CSV/v);
	await run.obeys(`${'\u{7F}'.repeat(40)}out.csv\r`, /Esc stops|events written/v);
	const pid = run.pid();
	run.hangUp();
	await run.waitFor(() => !isAlive(pid), patienceMs);
	const left = readdirSync(folder);
	t.deepEqual(left.filter(name => name.endsWith('.part')), []);
	t.true(!left.includes('out.csv') || readFileSync(path.join(folder, 'out.csv'), 'utf8').split('\n').length - 2 === manyEvents);
});

for (const [signal, status] of Object.entries(deaths)) {
	test.serial(`${signal} while an export is written leaves no half of one`, async t => {
		const folder = temporaryFolder(t, {'audit.log': logins(manyEvents)});
		const run = runInPty([process.execPath, path.resolve('dist/ledgerline.js'), path.join(folder, 'audit.log')], {cwd: folder});
		await run.waitForText('60,000 events', patienceMs);
		await run.obeys('e', /as CSV/v);
		await run.obeys(`${'\u{7F}'.repeat(40)}out.csv\r`, /Esc stops|events written/v);
		run.signal(signal as NodeJS.Signals);
		t.deepEqual(await run.ended, {status});
		const left = readdirSync(folder);
		t.deepEqual(left.filter(name => name.endsWith('.part')), []);
		// On a machine quicker than the signal the export is there, and whole: a heading and a line for each event.
		t.true(!left.includes('out.csv') || readFileSync(path.join(folder, 'out.csv'), 'utf8').split('\n').length - 2 === manyEvents);
		const {before, after} = run.termios();
		t.is(after, before);
	});
}

/** What its last row always is, whatever is open. */
const hasKeyBar = (run: PtyRun, row: number): boolean => / (?:q quit|back|Esc)/v.test(run.picture()[row]!);

for (const state of states) {
	test.serial(`a signal that ends nothing, ${state.name}: it goes on, and follows the window`, async t => {
		const run = await opened(t, state);
		// A pipe that nobody reads, and the word to go on without having been stopped.
		run.signal('SIGPIPE');
		run.signal('SIGCONT');
		run.resize(100, 30);
		run.wake();
		await run.waitFor(() => hasKeyBar(run, 29) && state.sign.test(run.picture().join('\n')), patienceMs);
		run.type('\u{3}');
		t.deepEqual(await run.ended, {status: 0});
	});
}

/** A shell with job control around the program. */
async function openedInShell(t: ExecutionContext, {log: write = usual}: State): Promise<{readonly run: PtyRun; readonly log: string; pid(): number; stop(): void}> {
	const folder = temporaryFolder(t);
	const [log, pidFile] = [path.join(folder, 'audit.log'), path.join(folder, 'pid')];
	write(log);
	const run = runInPty(['bash', '--norc', '--noprofile', '-i']);
	t.teardown(() => {
		run.hangUp();
	});
	await run.waitForText(/^bash.*[#$]/mv, patienceMs);
	run.type(`cd ${folder}; sh -c 'echo $$ > pid; exec ${process.execPath} ${path.resolve('dist/ledgerline.js')} audit.log'\r`);
	const pid = (): number => Number(readFileSync(pidFile, 'utf8'));
	return {
		run, log, pid,
		stop() {
			process.kill(pid(), 'SIGTSTP');
		},
	};
}

for (const state of states) {
	test.serial(`stopped from outside ${state.name}, the shell has its terminal; fg shows the same again`, async t => {
		const {run, log, stop} = await openedInShell(t, state);
		await state.reach(run, log);
		stop();
		run.wake();
		await run.waitFor(() => run.sent().includes('Stopped'), patienceMs);
		await run.obeys('stty -a | grep -c -- -icanon\r', /^0$/mv);
		run.type('fg\r');
		await run.waitFor(() => hasKeyBar(run, 23) && state.sign.test(run.picture().join('\n')) && !run.picture().join('\n').includes('Stopped'), patienceMs);
		await run.obeys('\u{3}', /^bash.*[#$] *$/mv);
		run.type('exit\r');
		t.like(await run.ended, {status: 0});
	});
}
