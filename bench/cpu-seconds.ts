import process from 'node:process';

/** CPU seconds, of all threads, that a piece of work takes. */
export function cpuSecondsOf(work: () => void): number {
	const before = process.cpuUsage();
	work();
	const {user, system} = process.cpuUsage(before);
	return (user + system) / 1e6;
}
