/** Time and timers as following sees them; tests set the hands themselves. */
export type Clock = {
	/** Milliseconds that never step back; only differences mean anything. */
	nowMs(): number;
	/** Milliseconds since the epoch, as files are dated. */
	calendarMs(): number;
	/** Calls once after `delayMs`; the answer cancels. */
	after(delayMs: number, call: () => void): () => void;
	/** Calls once the event loop has turned, so that requests and doorbells come first. */
	soon(call: () => void): () => void;
};

/** The machine's own clock. */
export const realClock: Clock = {
	nowMs: () => performance.now(),
	calendarMs: () => Date.now(),
	after(delayMs, call) {
		const timer = setTimeout(call, delayMs);
		return () => {
			clearTimeout(timer);
		};
	},
	soon(call) {
		const turn = setImmediate(call);
		return () => {
			clearImmediate(turn);
		};
	},
};
