/** What an answer of the terminal tells: the bytes ahead of it and when the oldest of them was sent, how long it took, and for how long the program was busy meanwhile. */
export type Crossing = {
	readonly aheadBytes: number;
	readonly aheadSinceMs: number;
	readonly sentMs: number;
	readonly nowMs: number;
	readonly busyMs: number;
};

/**
Learns from the terminal's answers how much may be under way on a link. Time beyond the quickest answer was spent queued. Distance alone is no reason to send less; it is a reason
to have more under way.
*/
export class LinkSpeed {
	/** How long the quickest answer took, how many bytes were ahead of it, and when it came. */
	#quickest = {tookMs: Infinity, aheadBytes: 0, cameMs: 0};
	#answers = 0;
	/** So much may be under way at once. */
	windowBytes = firstWindowBytes;
	/** Unknown until enough bytes crossed. */
	isSlow: boolean | undefined;

	/** One that came much quicker shows that those before it had waited for something else than the link. */
	#compareWithQuickest({sentMs, nowMs, aheadBytes}: Crossing): void {
		const tookMs = nowMs - sentMs;
		if (this.#quickest.tookMs - tookMs > tellingMs) {
			this.#quickest = {tookMs, aheadBytes, cameMs: nowMs};
		}

		this.#quickest.tookMs = Math.min(this.#quickest.tookMs, tookMs);
	}

	#judge(crossing: Crossing, {waitMs, foreignMs}: {readonly waitMs: number; readonly foreignMs: number}): boolean | undefined {
		if (this.#provesFast(crossing)) {
			// An earlier wait may have been the program's own, while it started.
			return false;
		}

		return waitMs > tellingMs ? this.isSlow !== false || foreignMs * slowBytesPerMs > crossing.aheadBytes : this.isSlow;
	}

	/**
	Either the whole time was too short for a slow link, or what was sent after the quickest answer came, and is more than was ahead of that, took hardly longer. What was under way together
	with it proves nothing: where a radio had to wake up or a terminal to start, both wait for the same and are answered at once.
	*/
	#provesFast(crossing: Crossing): boolean {
		const {aheadBytes, aheadSinceMs, nowMs} = crossing;
		const beyondBytes = aheadSinceMs < this.#quickest.cameMs ? 0 : aheadBytes - this.#quickest.aheadBytes;
		return (aheadBytes >= tellingBytes && (nowMs - aheadSinceMs) * slowBytesPerMs < aheadBytes)
			|| (beyondBytes >= tellingBytes && this.#crossedMs(crossing) * slowBytesPerMs < beyondBytes);
	}

	/** What all bytes ahead took beyond the distance. */
	#crossedMs({aheadSinceMs, nowMs}: Crossing): number {
		return nowMs - aheadSinceMs - this.quickestMs;
	}

	#nextWindow(crossing: Crossing, {waitMs, isNewlySlow}: {readonly waitMs: number; readonly isNewlySlow: boolean}): number {
		if (waitMs <= tellingMs) {
			return crossing.aheadBytes * 2 >= this.windowBytes ? this.windowBytes * 2 : this.windowBytes;
		}

		const carriedBytes = crossing.aheadBytes / this.#crossedMs(crossing) * (longestWaitMs + (this.quickestMs * unnoticedShare));
		return isNewlySlow ? carriedBytes : (this.windowBytes + carriedBytes) / 2;
	}

	get quickestMs(): number {
		return this.#quickest.tookMs;
	}

	learn(crossing: Crossing): void {
		this.#compareWithQuickest(crossing);
		const waitMs = crossing.nowMs - crossing.sentMs - this.quickestMs;
		const foreignMs = Math.max(0, waitMs - crossing.busyMs);
		const isItsStart = this.#answers++ < startAnswers;
		if (isItsStart && waitMs > tellingMs && foreignMs <= tellingMs) {
			// At its start the program works for long before it looks for an answer; later its work overlaps with the link's.
			return;
		}

		const wasSlow = this.isSlow;
		this.isSlow = this.#judge(crossing, {waitMs, foreignMs});
		this.windowBytes = Math.min(widestWindowBytes, Math.max(narrowestWindowBytes, this.#nextWindow(crossing, {waitMs, isNewlySlow: wasSlow === false && this.isSlow === true})));
	}
}

/** With fewer bytes a quick answer says nothing about the link. */
export const tellingBytes = 400;

/** For an unknown link: what 9600 baud carries in a second. */
export const firstWindowBytes = 1024;

/** Less than one changed row is not worth sending on its own. */
export const narrowestWindowBytes = 64;

/** As much as any screen needs. */
const widestWindowBytes = 32_768;

/** A key must be answered within 0.3 s whatever is under way: this much for the bytes ahead of it, the rest for the answer itself and the program. */
const longestWaitMs = 80;

/** Over a long distance nobody notices this much more delay, and the link carries twice as much for it. */
const unnoticedShare = 0.25;

/** Links slower than this are worth asking: 115,200 baud carries 11.5 bytes in a millisecond. */
const slowBytesPerMs = 20;

/** A shorter wait may be the scheduler's rather than the link's. */
const tellingMs = 20;

/** This many answers come while the first picture is made. */
const startAnswers = 3;
