import {readdirSync, readFileSync} from 'node:fs';

/** Processor time of each thread of a process by a moment, by its number. */
export type ThreadTimes = ReadonlyMap<string, {readonly name: string; readonly cpuSeconds: number; readonly turns: number}>;

export type ThreadCost = {readonly thread: string; readonly cpuSeconds: number; readonly turns: number};

/** Nanoseconds run and turns of each thread (the kernel's scheduler/sched-stats). */
export function threadTimes(pid: number): ThreadTimes {
	const tasks = `/proc/${pid}/task`;
	return new Map(readdirSync(tasks).map(thread => {
		const [ranNs = 0, , turns = 0] = readFileSync(`${tasks}/${thread}/schedstat`, 'utf8').split(' ').map(Number);
		return [thread, {name: readFileSync(`${tasks}/${thread}/comm`, 'utf8').trim(), cpuSeconds: ranNs / 1e9, turns}];
	}));
}

/** What threads took between two moments; those of one name together, the dearest first. */
export function threadsSince(before: ThreadTimes, after: ThreadTimes): readonly ThreadCost[] {
	const costs = new Map<string, ThreadCost>();
	for (const [thread, {name, cpuSeconds, turns}] of after) {
		const then = before.get(thread);
		const sum = costs.get(name);
		costs.set(name, {
			thread: name,
			cpuSeconds: (sum?.cpuSeconds ?? 0) + cpuSeconds - (then?.cpuSeconds ?? 0),
			turns: (sum?.turns ?? 0) + turns - (then?.turns ?? 0),
		});
	}

	return costs.values().toArray().toSorted((one, other) => other.cpuSeconds - one.cpuSeconds);
}
