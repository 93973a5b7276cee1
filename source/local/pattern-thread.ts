import {once} from 'node:events';
import type {Worker} from 'node:worker_threads';
import type {PatternTask} from './match-texts.ts';
import {startThread} from './worker-file.ts';

/** A task is about a megabyte of text, which a sound pattern goes through in some ten milliseconds. */
const mostTaskMs = 1000;

/** Runs regular expressions in a thread that is ended when one takes too long. */
export class PatternThread {
	#worker: Promise<Worker> | undefined;
	/** Tasks wait for each other: a deadline must not run while another pattern holds the thread. */
	#last: Promise<unknown> = Promise.resolve();
	/** Patterns that took too long once are not tried again. */
	readonly #stopped = new Set<string>();

	async #run(task: PatternTask): Promise<Uint32Array | undefined> {
		if (this.#stopped.has(nameOf(task))) {
			return undefined;
		}

		this.#worker ??= startReady();
		const worker = await this.#worker;
		worker.postMessage(task);
		const deadline = AbortSignal.timeout(mostTaskMs);
		try {
			const [found] = await once(worker, 'message', {signal: deadline}) as [Uint32Array];
			return found;
		} catch (error) {
			if (!deadline.aborted) {
				throw error;
			}

			this.#stopped.add(nameOf(task));
			await this.close();
			return undefined;
		}
	}

	/** Matches as `matchTexts` gives them; undefined when the pattern took too long and was stopped. */
	async match(task: PatternTask): Promise<Uint32Array | undefined> {
		const before = this.#last;
		const done = before.then(async () => this.#run(task));
		this.#last = done.catch(() => undefined);
		return done;
	}

	/** Ends the thread, whatever it is doing. */
	async close(): Promise<void> {
		const worker = await this.#worker;
		this.#worker = undefined;
		await worker?.terminate();
	}
}

/** As a person would write it. */
export const nameOf = ({pattern, flags}: {readonly pattern: string; readonly flags: string}): string => `/${pattern}/${flags}`;

async function startReady(): Promise<Worker> {
	const worker = startThread('search-worker');
	await once(worker, 'message');
	return worker;
}
