import type {Worker} from 'node:worker_threads';
import type {PatternStop, PatternTask} from './match-texts.ts';
import {onceWorked} from './thread-time.ts';
import {startThread} from './worker-file.ts';

/** Runs regular expressions in a thread that is terminated when one takes too long. */
export class PatternThread {
	#worker: Promise<Worker> | undefined;
	/** Tasks wait for each other, because a deadline must not run while another pattern has the thread. */
	#last: Promise<unknown> = Promise.resolve();
	/** Patterns that took too long, which are not tried again. */
	readonly #stopped = new Set<string>();
	readonly #mostTaskMs: number;

	/** A task is about half a megabyte of text, which a reasonable pattern goes through in some ten milliseconds of the thread's own time. */
	constructor(mostTaskMs = 1000) {
		this.#mostTaskMs = mostTaskMs;
	}

	async #run(task: PatternTask): Promise<Uint32Array | PatternStop> {
		if (this.#stopped.has(nameOf(task))) {
			return 'too-long';
		}

		this.#worker ??= startReady();
		const worker = await this.#worker;
		worker.postMessage(task);
		const found = await nextMessage(worker, this.#mostTaskMs);
		if (found === undefined) {
			this.#stopped.add(nameOf(task));
			await this.close();
			return 'too-long';
		}

		return found as Uint32Array | PatternStop;
	}

	/** Matches as `matchTexts` gives them, or why the pattern was given up. */
	async match(task: PatternTask): Promise<Uint32Array | PatternStop> {
		const before = this.#last;
		const done = before.then(async () => this.#run(task));
		this.#last = done.catch(() => undefined);
		return done;
	}

	/** Terminates the thread, whatever it is doing. */
	async close(): Promise<void> {
		const worker = await this.#worker;
		this.#worker = undefined;
		await worker?.terminate();
	}
}

/** The pattern as a person would write it. */
export const nameOf = ({pattern, flags}: {readonly pattern: string; readonly flags: string}): string => `/${pattern}/${flags}`;

async function startReady(): Promise<Worker> {
	const worker = startThread('search-worker');
	await nextMessage(worker);
	return worker;
}

/** The thread's next message; undefined if `mostMs` is given and it has worked for so long of its own time and sent none. */
async function nextMessage(worker: Worker, mostMs?: number): Promise<unknown> {
	const {promise, resolve, reject} = Promise.withResolvers<unknown>();
	const giveUp = () => {
		resolve(undefined);
	};

	const callOff = mostMs === undefined ? giveUp : onceWorked(worker, mostMs, giveUp);
	worker.once('message', resolve);
	worker.once('error', reject);
	try {
		return await promise;
	} finally {
		callOff();
		worker.off('message', resolve);
		worker.off('error', reject);
	}
}
