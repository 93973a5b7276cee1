import {appendFileSync, existsSync, readdirSync, renameSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {patienceMs} from '../patience.ts';
import {runInPty, type PtyOptions, type PtyRun} from '../pty.ts';
import {temporaryFolder} from './program.ts';

const builtProgram = path.resolve('dist/ledgerline.js');
const open = (words: readonly string[], options: PtyOptions = {}): PtyRun => runInPty([process.execPath, builtProgram, ...words], {columns: 120, ...options});

const variable = (name: string, value: string): PtyOptions => ({environment: Object.fromEntries([[name, value]])});

const login = (user: string, minute: number): string => `2026-03-03 09:${String(minute).padStart(2, '0')}:00,151 [exec-1] INFO  audit- Login: user=${user}\n`;
const eventCount = (run: PtyRun): number => Number(/(?<= )\S+(?= events)/.exec(run.picture()[0]!)?.[0].replaceAll(',', '') ?? 0);
const demoFolders = (folder: string): string[] => readdirSync(folder).filter(name => name.startsWith('ledgerline-demo'));

/** The files that had this name so far; for a moment in every rotation nothing has it. */
function inodesSeen(file: string): () => number {
	const inodes = new Set<number>();
	return () => {
		const found = statSync(file, {throwIfNoEntry: false});
		return found === undefined ? inodes.size : inodes.add(found.ino).size;
	};
}

/** Whatever happened, the terminal is as it was: its settings, the cursor, the first screen, no paste mode. */
function isGivenBack(run: PtyRun): boolean {
	const {before, after} = run.termios();
	const sent = run.sent();
	const isLast = (on: string, off: string) => sent.lastIndexOf(off) >= sent.lastIndexOf(on);
	return before === after && isLast('\u{1B}[?1049h', '\u{1B}[?1049l') && isLast('\u{1B}[?25l', '\u{1B}[?25h') && isLast('\u{1B}[?2004h', '\u{1B}[?2004l');
}

test('the demo: events come, logs rotate, a search finds the incident, a filter is a chip, and all is given back', async t => {
	const folder = temporaryFolder(t);
	const run = open(['demo', '--rate', '20', '--rotate', '8kB'], variable('TMPDIR', folder));
	await run.waitForText('TIMELINE', patienceMs);
	await run.waitForText('LIVE', patienceMs);

	const first = eventCount(run);
	const log = path.join(folder, demoFolders(folder)[0]!, 'sensor-timeline.jsonl');
	const filesSeen = inodesSeen(log);
	await run.waitFor(() => filesSeen() > 1 && eventCount(run) > first + 50, patienceMs);
	t.notRegex(run.picture().join('\n'), /missed|could not be read/);

	await run.obeys('/', /^ \/ /m);
	await run.obeys('cyberx_host', /cyberx_host .*hit \d+ of \d+/);
	await run.obeys('\r', /hit \d+ of \d+ +n N/);

	await run.obeys('&', /cyberx_host ×/);
	run.type('q');
	t.like(await run.ended, {status: 0});
	t.true(isGivenBack(run));
	t.deepEqual(demoFolders(folder), []);
});

test('a log that is rotated under the screen goes on, its old and new lines on one timeline', async t => {
	const folder = temporaryFolder(t, {'audit.log': login('ann', 1)});
	const log = path.join(folder, 'audit.log');
	const run = open([log]);
	await run.waitForText(/Login +ann/, patienceMs);
	renameSync(log, `${log}.1`);
	appendFileSync(`${log}.1`, login('late', 2));
	writeFileSync(log, login('bob', 3));
	await run.waitForText(/Login +bob/, patienceMs);
	await run.waitForText(/Login +late/, patienceMs);
	appendFileSync(log, login('eve', 4));
	await run.waitForText(/Login +eve/, patienceMs);
	t.is(eventCount(run), 4);
	run.type('q');
	t.like(await run.ended, {status: 0});
});

test('filters of the command line are on screen from the start', async t => {
	const folder = temporaryFolder(t, {'audit.log': login('ann', 1) + login('bob', 2)});
	const run = open(['--not-user', 'bob', path.join(folder, 'audit.log')]);
	await run.waitForText(/Login +ann/, patienceMs);
	await run.waitForText(/bob.*×/, patienceMs);
	t.notRegex(run.picture().join('\n'), /Login +bob/);
	run.type('\u{3}');
	t.like(await run.ended, {status: 0});
});

test('a file that is not there yet is waited for and said', async t => {
	const log = path.join(temporaryFolder(t), 'audit.log');
	const run = open([log]);
	await run.waitForText(/waiting/i, patienceMs);
	writeFileSync(log, login('ann', 1));
	await run.waitForText(/Login +ann/, patienceMs);
	run.type('q');
	t.like(await run.ended, {status: 0});
});

for (const [signal, status] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129], ['SIGQUIT', 131]] as const) {
	test(`${signal} gives the terminal back, removes the demo's folder, and ends with status ${status}`, async t => {
		const folder = temporaryFolder(t);
		const run = open(['demo'], variable('TMPDIR', folder));
		await run.waitForText('TIMELINE', patienceMs);
		run.signal(signal);
		t.like(await run.ended, {status});
		t.true(isGivenBack(run));
		t.deepEqual(demoFolders(folder), []);
	});
}

test('a terminal that hangs up ends the demo and removes its folder', async t => {
	const folder = temporaryFolder(t);
	const run = open(['demo'], variable('TMPDIR', folder));
	await run.waitForText('TIMELINE', patienceMs);
	const pid = run.pid();
	run.hangUp();
	await run.waitFor(() => !existsSync(`/proc/${pid}`), patienceMs);
	t.deepEqual(demoFolders(folder), []);
});

test('the demo ends by itself after --for', async t => {
	const folder = temporaryFolder(t);
	const run = open(['demo', '--for', '1s'], variable('TMPDIR', folder));
	t.like(await run.ended, {status: 0});
	t.true(isGivenBack(run));
	t.deepEqual(demoFolders(folder), []);
});

test('a terminal that can only show lines gets the events as lines', async t => {
	const folder = temporaryFolder(t, {'audit.log': login('ann', 1)});
	const run = open([path.join(folder, 'audit.log')], variable('TERM', 'dumb'));
	await run.waitForText(/Login +ann/, patienceMs);
	t.false(run.sent().includes('\u{1B}'));
	run.signal('SIGTERM');
	t.like(await run.ended, {status: 143});
});

test('filters saved as a view are there again with --view, and show the same events', async t => {
	const folder = temporaryFolder(t, {'audit.log': login('ann', 1) + login('bob', 2) + login('ann', 3), 'mine.yaml': '# mine\n'});
	const log = path.join(folder, 'audit.log');
	const config = path.join(folder, 'mine.yaml');
	const first = open(['--config', config, '--user', 'ann', log]);
	await first.waitForText('2 of 3', patienceMs);
	await first.obeys('s', 'save these filters as');
	await first.obeys('only ann\r', /saved as 'only ann' in /);
	first.type('q');
	t.like(await first.ended, {status: 0});
	t.is(statSync(config).mode & 0o777, 0o600);

	const second = open(['--config', config, '--view', 'only ann', log]);
	await second.waitForText('2 of 3', patienceMs);
	t.notRegex(second.picture().join('\n'), /user=bob/);
	await second.obeys('c', 'no filters');
	await second.obeys(':', 'CHOOSE');
	await second.obeys('only ann', /▸view +only ann/);
	await second.obeys('\r', '2 of 3');
	second.type('q');
	t.like(await second.ended, {status: 0});
});
