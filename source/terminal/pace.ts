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

	/** Whether the next update should end with the question. While the line is not known, few at a time, and none ever again for a mute terminal; then only a slow line is worth it. */
	get isAsking(): boolean {
		return this.#isSlow ?? (this.#underWay.length < firstQuestions);
	}

	/** How long the last question may still be answered: 0 when none is open, or the answer will not come any more. */
	answerDueMs(nowMs: number): number {
		const newest = this.#underWay.at(-1);
		const patienceMs = this.#isAnswering ? lostAnswerMs : firstAnswerMs;
		return newest === undefined ? 0 : Math.max(0, newest.sentMs + patienceMs - nowMs);
	}

	/** An update that ends with the question was sent. */
	sent(bytes: number, nowMs: number): void {
		if (nowMs - (this.#underWay[0]?.sentMs ?? nowMs) > lostAnswerMs) {
			// One was lost, so every answer since was taken for the one before it.
			this.forgetQuestions();
		}

		this.#underWay.push({bytes, sentMs: nowMs});
	}

	/** Whoever had the terminal meanwhile has read the answers. A mute terminal stays known as one. */
	forgetQuestions(): void {
		if (this.#isAnswering) {
			this.#underWay.length = 0;
		}
	}

	answered(nowMs: number): void {
		const update = this.#underWay.shift();
		if (update === undefined) {
			return;
		}

		this.#isAnswering = true;
		const tookMs = nowMs - update.sentMs;
		if (tookMs > slowAnswerMs) {
			this.#isSlow ??= true;
		} else if (update.bytes >= tellingBytes) {
			// It may have been this program that was slow, while it started.
			this.#isSlow = false;
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

		const isPerhapsSlow = this.#isSlow ?? this.#isAnswering;
		if (!isPerhapsSlow || nowMs - oldest.sentMs >= lostAnswerMs) {
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

/** One alone, when the terminal is taken, and one after the first picture. */
const firstQuestions = 2;

/** The first question goes ahead of the first picture, so only distance delays its answer; the farthest line (two satellites) takes about this long. */
const firstAnswerMs = 1000;

/** A quick answer to less than this says nothing about the line. */
const tellingBytes = 400;

/** Less than one changed row is not worth waiting for. */
const narrowestWindowBytes = 64;

/** As much as any screen needs. */
const widestWindowBytes = 32_768;

/** A whole screen over 9600 baud takes three seconds; after this the answer will not come any more. */
export const lostAnswerMs = 5000;
