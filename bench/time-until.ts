import type {PtyRun} from '../test/pty.ts';

/** Milliseconds until a word stands on the screen; undefined where it does not within `patienceMs`: that is the figure then. */
export async function timeUntil(run: PtyRun, word: string, patienceMs: number): Promise<number | undefined> {
	const beginMs = performance.now();
	try {
		await run.waitForText(word, patienceMs);
		return performance.now() - beginMs;
	} catch {
		return undefined;
	}
}
