import {readdirSync, readFileSync} from 'node:fs';

/** Kept back: for doorbells, for listing folders, for the threads that come later, for an export; and for the files that the doorman opens before they are taken. */
const leastKeptBack = 16;
const shareKeptBack = 1 / 4;

/** One log alone holds its live file, the previous one and a copy. */
const fewestHandles = 4;

/** How many files following may hold open. Infinity where the system does not say. */
export function mostHandles(): number {
	try {
		const limit = /^Max open files\s+(?<soft>\d+)/mv.exec(readFileSync('/proc/self/limits', 'latin1'))?.groups?.soft;
		return limit === undefined ? Infinity : mostHandlesOf(Number(limit), readdirSync('/proc/self/fd').length);
	} catch {
		// This is not Linux, or the machine hides its processes: then the limit shows only when opening a log is refused.
		return Infinity;
	}
}

/** The same for a given limit (getrlimit(2)) and a number of descriptors in use. */
export const mostHandlesOf = (limit: number, inUse: number): number => Math.max(fewestHandles, Math.floor(limit - inUse - Math.max(leastKeptBack, limit * shareKeptBack)));
