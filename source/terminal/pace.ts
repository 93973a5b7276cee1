/**
How much may be under way at once. The kernel and the network take far more than a slow line carries in a second, so that they took it says nothing:
the terminal is asked to answer, and the time it needs tells how long the line is.

It reads no clock: the caller says what time it is.
*/
export class Pace {
	readonly #underWay: Array<{readonly bytes: number; readonly sentMs: number}> = [];
	#windowBytes = narrowestWindowBytes;
	#quickestMs = Infinity;
	#isSlow: boolean | undefined;
	/** It answered before, so it will again; some terminals never do. */
	#isAnswering = false;

	/** Whether the next update should end with the question. While the line is not known, one at a time; then only a slow line is worth it. */
	get isAsking(): boolean {
		return this.#isSlow ?? (this.#underWay.length === 0);
	}

	/** The oldest question is not answered and not yet given up. */
	isAnswerDue(nowMs: number): boolean {
		const [oldest] = this.#underWay;
		return oldest !== undefined && nowMs - oldest.sentMs < lostAnswerMs;
	}

	/** An update that ends with the question was sent. */
	sent(bytes: number, nowMs: number): void {
		this.#underWay.push({bytes, sentMs: nowMs});
	}

	answered(nowMs: number): void {
		const update = this.#underWay.shift();
		if (update === undefined) {
			return;
		}

		this.#isAnswering = true;
		const tookMs = nowMs - update.sentMs;
		if (tookMs > slowAnswerMs || update.bytes >= tellingBytes) {
			this.#isSlow ??= tookMs > slowAnswerMs;
		}

		this.#quickestMs = Math.min(this.#quickestMs, tookMs);
		// What is beyond the quickest answer was spent waiting in line: distance alone is no reason to send less.
		const isWaitLong = tookMs - this.#quickestMs > longestWaitMs;
		this.#windowBytes = isWaitLong
			? Math.max(narrowestWindowBytes, this.#windowBytes / 2)
			: Math.min(widestWindowBytes, this.#windowBytes * 2);
	}

	/** Enough is under way; an answer that is overdue was lost, and does not count. */
	isFull(nowMs: number): boolean {
		const [oldest] = this.#underWay;
		if (oldest === undefined) {
			return false;
		}

		const ageMs = nowMs - oldest.sentMs;
		const isSlow = this.#isSlow ?? (this.#isAnswering && ageMs > slowAnswerMs);
		if (!isSlow || ageMs >= lostAnswerMs) {
			return false;
		}

		let underWayBytes = 0;
		for (const {bytes} of this.#underWay) {
			underWayBytes += bytes;
		}

		return underWayBytes >= this.#windowBytes;
	}
}

/** A key must be answered within 0.3 s, whatever is under way. */
const longestWaitMs = 100;

/** An answer this late is a slow line, or a far one; both are watched. */
const slowAnswerMs = 100;

/** A quick answer to less than this says nothing about the line. */
const tellingBytes = 400;

/** Less than one changed row is not worth waiting for. */
const narrowestWindowBytes = 64;

/** As much as any screen needs. */
const widestWindowBytes = 32_768;

/** A whole screen over 9600 baud takes three seconds; after this the answer will not come any more. */
export const lostAnswerMs = 5000;
