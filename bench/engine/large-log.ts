import path from 'node:path';
import process from 'node:process';
import {runInPty, type PtyRun} from '../../test/pty.ts';
import {timeUntil, timeUntilTrue} from '../time-until.ts';
import {residentMb, timeUntilRest} from './at-rest.ts';
import {commonFound, newestFound, rareFound, rareWord} from './audit-file.ts';
import {isInstalled, median} from './timed.ts';

/** One program over one large log, as a person sees it; undefined where it did not come to it within the patience of the bench. */
export type OnScreen = {
	readonly program: string;
	/** From the start of the process until the newest line is on the screen. */
	readonly newestMs: number | undefined;
	/** From there until it has read what it reads by itself: no processor time for a while. */
	readonly wholeMs: number | undefined;
	/** Resident memory then. */
	readonly restMb: number;
	/** From asking for a time near the beginning until its lines are on the screen. */
	readonly jumpMs: number | undefined;
	/** From asking for a word that stands once in the middle of the log until its line is on the screen. */
	readonly rareMs: number | undefined;
	/** From asking for nothing but the lines with the newest user until that one line is all there is. */
	readonly filterMs: number | undefined;
	/** From a letter typed into the search until it is on the screen, from the first lines shown on: while the log is read, where it is. */
	readonly letterMs: number | undefined;
	readonly slowestLetterMs: number | undefined;
};

type Program = {readonly name: string; readonly command: (file: string) => readonly string[]; readonly jump: string; readonly seek: string; readonly filter: string};

/** less knows no times: it looks for the text of one. It searches backwards from the newest line; lnav only forwards, so it is brought to the first line before. */
const programs: readonly Program[] = [
	{name: 'ledgerline', command: file => [process.execPath, path.resolve('dist/ledgerline.js'), file], jump: '@2026-03-03 00:10:00\r', seek: `/${rareWord}`, filter: '\r/\u{15}user=dave\u{B}'},
	{name: 'lnav', command: file => ['lnav', file], jump: ':goto 2026-03-03 00:10:00\r', seek: `g/${rareWord}\r`, filter: ':filter-in user=dave\r'},
	{name: 'less', command: file => ['less', '+G', file], jump: 'g/2026-03-03 00:10:00\r', seek: `G?${rareWord}\r`, filter: '&user=dave\r'},
];

/** A row at that time: as the log has it, or in a column of ours. The typed time is neither. */
const jumpFound = /00:10:00(?:,\d| I )/v;

const patienceMs = 120_000;
const size = {columns: 120, rows: 40};

/** Every program that is installed, in turn. */
export async function onScreen(file: string): Promise<OnScreen[]> {
	const measured: OnScreen[] = [];
	const installed = programs.filter(({name, command}) => name === 'ledgerline' || isInstalled(command('')[0]!));
	for (const program of installed) {
		// eslint-disable-next-line no-await-in-loop -- Programs must not share the machine.
		measured.push({program: program.name, ...await measure(program, file), ...await lettersWhileReading(program, file)});
	}

	return measured;
}

async function measure({command, jump, seek, filter}: Program, file: string): Promise<Omit<OnScreen, 'program' | 'letterMs' | 'slowestLetterMs'>> {
	const run = runInPty(command(file), size);
	const newestMs = await timeUntil(run, newestFound, patienceMs);
	const wholeMs = await timeUntilRest(run.pid(), patienceMs);
	const restMb = residentMb(run.pid());
	run.type(jump);
	const jumpMs = await timeUntil(run, jumpFound, patienceMs);
	run.type(seek);
	const rareMs = await timeUntil(run, rareFound, patienceMs);
	run.type(filter);
	const filterMs = await timeUntilTrue(run, () => isAlone(run), patienceMs);
	run.hangUp();
	return {newestMs, wholeMs, restMb, jumpMs, rareMs, filterMs};
}

/** The newest line is shown, and none of the lines that stand everywhere. */
function isAlone(run: PtyRun): boolean {
	const picture = run.picture().join('\n');
	return picture.includes(newestFound) && !picture.includes(commonFound);
}

const letters = [...'zqxwj'];

async function lettersWhileReading({command}: Program, file: string): Promise<Pick<OnScreen, 'letterMs' | 'slowestLetterMs'>> {
	const run = runInPty(command(file), size);
	await timeUntil(run, commonFound, patienceMs);
	run.type('/');
	const waits: number[] = [];
	for (const [index, letter] of letters.entries()) {
		run.type(letter);
		// eslint-disable-next-line no-await-in-loop -- A person types one letter after the other.
		waits.push(await timeUntil(run, letters.slice(0, index + 1).join(''), patienceMs) ?? patienceMs);
	}

	run.hangUp();
	return {letterMs: median(waits), slowestLetterMs: Math.max(...waits)};
}
