import type {PtyRun} from '../test/pty.ts';

/** Milliseconds until a word stands on the screen; undefined where it does not within `patienceMs`: that is the figure then. */
export async function timeUntil(run: PtyRun, word: string | RegExp, patienceMs: number): Promise<number | undefined> {
	return timed(async () => run.waitForText(word, patienceMs));
}

/** The same until something is so. */
export async function timeUntilTrue(run: PtyRun, isTrue: () => boolean, patienceMs: number): Promise<number | undefined> {
	return timed(async () => run.waitFor(isTrue, patienceMs));
}

async function timed(wait: () => Promise<void>): Promise<number | undefined> {
	const beginMs = performance.now();
	try {
		await wait();
		return performance.now() - beginMs;
	} catch {
		return undefined;
	}
}
