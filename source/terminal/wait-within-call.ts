/** Blocks the thread for `ms` milliseconds, without going back to the event loop: for the last bytes to and from a terminal, when the program may be gone afterwards. */
export function waitWithinCall(ms: number): void {
	Atomics.wait(neverNotified, 0, 0, ms);
}

const neverNotified = new Int32Array(new SharedArrayBuffer(4));
