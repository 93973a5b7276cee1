import {readFileSync} from 'node:fs';
import {setTimeout} from 'node:timers/promises';

/** A program that takes less than a tenth of a processor for so long is not reading. */
const restMs = 1000;
const lookMs = 100;

/** Milliseconds until a program has come to rest; undefined where it does not within `patienceMs`. */
export async function timeUntilRest(pid: number, patienceMs: number): Promise<number | undefined> {
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

/** Resident memory of a process. */
export const residentMb = (pid: number): number => Number(/VmRSS:\s+(?<kb>\d+)/v.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.groups?.kb ?? NaN) / 1000;
