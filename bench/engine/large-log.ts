import {readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {setTimeout} from 'node:timers/promises';
import {runInPty} from '../../test/pty.ts';
import {timeUntil} from '../time-until.ts';
import {newestFound, rareFound, rareWord} from './audit-file.ts';
import {isInstalled} from './timed.ts';

/** One program over one large log, as a person sees it; undefined where it did not come to it within the patience of the bench. */
export type OnScreen = {
	readonly program: string;
	/** From the start of the process until the newest line is on the screen. */
	readonly newestMs: number | undefined;
	/** From there until it has read what it reads by itself: no processor time for a while. */
	readonly wholeMs: number | undefined;
	/** Resident memory then. */
	readonly restMb: number;
	/** From asking for a word that stands once in the middle of the log until its line is on the screen. */
	readonly rareMs: number | undefined;
};

type Program = {readonly name: string; readonly command: (file: string) => readonly string[]; readonly seek: string};

/** less looks backwards from the newest line; lnav only forwards, so it is brought to the first line before. */
const programs: readonly Program[] = [
	{name: 'ledgerline', command: file => [process.execPath, path.resolve('dist/ledgerline.js'), file], seek: `/${rareWord}`},
	{name: 'lnav', command: file => ['lnav', file], seek: `g/${rareWord}\r`},
	{name: 'less', command: file => ['less', '+G', file], seek: `?${rareWord}\r`},
];

const patienceMs = 120_000;
const size = {columns: 120, rows: 40};

/** Every program that is installed, in turn. */
export async function onScreen(file: string): Promise<OnScreen[]> {
	const measured: OnScreen[] = [];
	const installed = programs.filter(({name, command}) => name === 'ledgerline' || isInstalled(command('')[0]!));
	for (const program of installed) {
		// eslint-disable-next-line no-await-in-loop -- Programs must not share the machine.
		measured.push(await measure(program, file));
	}

	return measured;
}

async function measure({name, command, seek}: Program, file: string): Promise<OnScreen> {
	const run = runInPty(command(file), size);
	const newestMs = await timeUntil(run, newestFound, patienceMs);
	const wholeMs = await timeUntilRest(run.pid());
	const restMb = residentMb(run.pid());
	run.type(seek);
	const rareMs = await timeUntil(run, rareFound, patienceMs);
	run.hangUp();
	return {program: name, newestMs, wholeMs, restMb, rareMs};
}

/** A program that takes less than a tenth of a processor for so long is not reading. */
const restMs = 1000;
const lookMs = 100;

async function timeUntilRest(pid: number): Promise<number | undefined> {
	const beginMs = performance.now();
	let before = processorMs(pid);
	let busyUntilMs = beginMs;
	/* eslint-disable no-await-in-loop -- One look after the other. */
	while (performance.now() - busyUntilMs < restMs) {
		if (performance.now() - beginMs > patienceMs) {
			return undefined;
		}

		await setTimeout(lookMs);
		const now = processorMs(pid);
		busyUntilMs = now - before > lookMs / 10 ? performance.now() : busyUntilMs;
		before = now;
	}
	/* eslint-enable no-await-in-loop */

	return busyUntilMs - beginMs;
}

/** Ticks of the kernel (proc_pid_stat(5), fields 14 and 15), a hundredth of a second each. */
const tickMs = 10;
const userField = 14;

function processorMs(pid: number): number {
	const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
	// The name in field 2 may hold blanks: counting begins behind its parenthesis, with field 3.
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[userField - 3]) + Number(fields[userField - 2])) * tickMs;
}

const residentMb = (pid: number): number => Number(/VmRSS:\s+(?<kb>\d+)/v.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.groups?.kb ?? NaN) / 1000;
