import fs from 'node:fs';

/** How the kernel has served a thread by a moment. */
export type Served = {
	readonly atMs: number;
	/** How long it was ready to run and had no processor, as far as it has had one since. */
	readonly waitedMs: number;
	/** How often it was given one. */
	readonly turns: number;
	/** By a signal. */
	readonly isStopped: boolean;
};

/** Looks at a thread of another process, by its name, as often as it is asked. Where there is no such thread, or no account of it, it was never kept waiting. */
export function watchThread(pid: number, name: string): () => Served {
	const tasks = `/proc/${pid}/task`;
	const threads = fs.existsSync(tasks) ? fs.readdirSync(tasks) : [];
	const thread = threads.find(each => fs.readFileSync(`${tasks}/${each}/comm`, 'utf8').trim() === name);
	return () => ({atMs: performance.now(), ...(thread === undefined ? neverKeptWaiting : servedBy(`${tasks}/${thread}`))});
}

const neverKeptWaiting = {waitedMs: 0, turns: 0, isStopped: false};

/** Nanoseconds run, nanoseconds waited, turns (the kernel's scheduler/sched-stats); the state is the first letter behind the name in parentheses (proc_pid_stat(5)). */
function servedBy(task: string): Omit<Served, 'atMs'> {
	const [, waitedNs = 0, turns = 0] = fs.readFileSync(`${task}/schedstat`, 'utf8').split(' ').map(Number);
	return {waitedMs: waitedNs / 1e6, turns, isStopped: fs.readFileSync(`${task}/stat`, 'utf8').includes(') T ')};
}

/**
How long of a span, at least, a thread was stopped, or stood ready without a processor. Its waiting is accounted for when it ends: of what was added by the first turn after the span, so much
lay before the span's end as does not fit behind it. A thread that had a turn inside the span is not said to have waited.
*/
export function keptWaitingMs(start: Served, end: Served, later: readonly Served[]): number {
	if (start.isStopped && end.isStopped && start.turns === end.turns) {
		return end.atMs - start.atMs;
	}

	const next = later.find(({turns}) => turns > end.turns);
	if (next === undefined || start.turns !== end.turns) {
		return 0;
	}

	const beforeEndMs = next.waitedMs - end.waitedMs - (next.atMs - end.atMs);
	return Math.min(end.atMs - start.atMs, Math.max(0, beforeEndMs));
}
