import type {Worker} from 'node:worker_threads';

export type Thread = Pick<Worker, 'cpuUsage'>;

/** So soon its time is looked at again, where it had to wait. */
const leastWaitMs = 10;

/**
Calls `over` once the thread has worked for `mostMs` more of its own time, or has ended; returns what calls that off.
On a busy machine it has to wait for a processor, and that makes nothing slow that it does.
*/
export function onceWorked(thread: Thread, mostMs: number, over: () => void): () => void {
	let timer: NodeJS.Timeout | undefined;
	let isOff = false;
	const look = async (untilMs?: number) => {
		const nowMs = await workedMs(thread);
		if (isOff) {
			return;
		}

		const endMs = untilMs ?? (nowMs + mostMs);
		if (nowMs >= endMs) {
			over();
			return;
		}

		timer = setTimeout(() => {
			void look(endMs);
		}, Math.max(endMs - nowMs, leastWaitMs));
	};

	void look();
	return () => {
		isOff = true;
		clearTimeout(timer);
	};
}

/** What the thread has used of a processor. Infinite once it has ended. */
async function workedMs(thread: Thread): Promise<number> {
	// Node before 24.6 cannot say it.
	if (!('cpuUsage' in thread)) {
		return performance.now();
	}

	try {
		const {user, system} = await thread.cpuUsage();
		return (user + system) / 1000;
	} catch {
		// The thread has ended.
		return Infinity;
	}
}
