/**
The shortest of up to three times. A busy machine makes one attempt late, and hardly three; what became slow is late each time.
It stops at the first that is quick enough.
*/
export async function quickestMs(enoughMs: number, attempt: () => Promise<number>): Promise<number> {
	let shortestMs = Infinity;
	for (let left = 3; left > 0 && shortestMs >= enoughMs; left--) {
		// eslint-disable-next-line no-await-in-loop -- one after the other, so that none disturbs the next
		shortestMs = Math.min(shortestMs, await attempt());
	}

	return shortestMs;
}
