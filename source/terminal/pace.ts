import {Crawl} from './crawl.ts';

/**
How much may be under way at once. The kernel and the network take far more than a slow line carries in a second, so that they took it says nothing:
the terminal is asked to answer, and the time it needs tells how long the line is.

It reads no clock: the caller says what time it is, and how long the program itself has been busy so far. What it did before it looked for the answer
is no delay of the line.
*/
export class Pace {
	readonly #underWay: Update[] = [];
	/** Answers that were given up: lost, or so late that they may still come. */
	#givenUp = 0;
	#windowBytes = firstWindowBytes;
	#quickestMs = Infinity;
	#isSlow: boolean | undefined;
	#answers = 0;
	readonly #crawl = new Crawl();
	/** It answered before, so it will again; some terminals never do. */
	#isAnswering = false;

	#underWayBytes(): number {
		let bytes = 0;
		for (const update of this.#underWay) {
			bytes += update.bytes;
		}

		return bytes;
	}

	/** What is beyond the quickest answer was spent waiting in line: distance alone is no reason to send less, but one to have more under way. */
	#learn(aheadBytes: number, {waitMs, crossedMs}: {readonly waitMs: number; readonly crossedMs: number}): void {
		if (aheadBytes >= tellingBytes && crossedMs * slowBytesPerMs < aheadBytes) {
			// A wait before may have been this program's own, while it started.
			this.#isSlow = false;
		} else if (waitMs > tellingMs) {
			this.#isSlow ??= true;
		}

		if (waitMs > tellingMs) {
			this.#windowBytes = (this.#windowBytes + (aheadBytes / crossedMs * (longestWaitMs + (this.#quickestMs * unnoticedShare)))) / 2;
		} else if (aheadBytes * 2 >= this.#windowBytes) {
			this.#windowBytes *= 2;
		}

		this.#windowBytes = Math.min(widestWindowBytes, Math.max(narrowestWindowBytes, this.#windowBytes));
	}

	/** Of a line that is not known at all yet: what follows the first picture waits for the first answer, or for what shows that none will come. */
	#firstRoomBytes(): number {
		return this.#underWay.length < firstQuestions ? Math.max(0, firstWindowBytes - this.#underWayBytes()) : 0;
	}

	/** Late beyond what a line as slow as can be would need. */
	#isOverdue(nowMs: number): boolean {
		return this.#underWay.length > 0 && this.overdueInMs(nowMs) === 0;
	}

	#patienceMs({aheadBytes}: Update): number {
		return this.#isAnswering ? lostAnswerMs + (aheadBytes / slowestBytesPerMs) : muteMs;
	}

	/** Whether the next update should end with the question. A terminal that has not answered yet is asked few times, and so never again if it is mute; one that did, until the line is known to be quick. */
	get isAsking(): boolean {
		return this.#isSlow ?? (this.#isAnswering || this.#underWay.length < firstQuestions);
	}

	/** Updates may have to go in portions. */
	get isPaced(): boolean {
		return this.#isSlow ?? this.#isAnswering;
	}

	/** The line is so slow that a person should know how to send less over it. */
	get isCrawling(): boolean {
		return this.#crawl.isCertain;
	}

	/** How long the last question may still be answered: 0 when none is open, or the answer will not come any more. */
	answerDueMs(nowMs: number): number {
		const newest = this.#underWay.at(-1);
		const patienceMs = this.#isAnswering ? lostAnswerMs : firstAnswerMs;
		return newest === undefined ? 0 : Math.max(0, newest.sentMs + patienceMs - nowMs);
	}

	/** When to look whether more may be sent though no answer came. */
	overdueInMs(nowMs: number): number {
		const [oldest] = this.#underWay;
		return oldest === undefined ? 0 : Math.max(0, oldest.sentMs + this.#patienceMs(oldest) - nowMs);
	}

	/** An update that ends with the question was sent. */
	sent(bytes: number, nowMs: number, busyMs = 0): void {
		if (this.#isAnswering && this.#isOverdue(nowMs)) {
			// One was lost, so every answer since was taken for the one before it; or the line stands still.
			this.#givenUp += this.#underWay.length;
			this.#underWay.length = 0;
		}

		const {sentMs: aheadSinceMs, busyMs: aheadBusyMs} = this.#underWay[0] ?? {sentMs: nowMs, busyMs};
		this.#underWay.push({bytes, sentMs: nowMs, busyMs, aheadBytes: this.#underWayBytes() + bytes, aheadSinceMs, aheadBusyMs});
	}

	/** Whoever had the terminal meanwhile has read the answers. A mute terminal stays known as one. */
	forgetQuestions(): void {
		if (!this.#isAnswering) {
			return;
		}

		this.#underWay.length = 0;
		this.#givenUp = 0;
	}

	answered(nowMs: number, busyMs = 0): void {
		const [update] = this.#underWay;
		if (update === undefined) {
			return;
		}

		const tookMs = nowMs - update.sentMs;
		if (this.#givenUp > 0 && tookMs < this.#quickestMs / 2) {
			// No answer is so quick: it is one that was given up while the line stood still.
			this.#givenUp--;
			return;
		}

		this.#underWay.shift();
		this.#isAnswering = true;
		this.#quickestMs = Math.min(this.#quickestMs, tookMs);
		const waitMs = tookMs - this.#quickestMs;
		const crossedMs = nowMs - update.aheadSinceMs - this.#quickestMs;
		const foreignMs = Math.max(0, waitMs - (busyMs - update.busyMs));
		const isItsStart = this.#answers++ < startAnswers;
		// While it starts the program is long at work before it looks for an answer; later its work and the line's go on side by side.
		if (!(isItsStart && waitMs > tellingMs && foreignMs <= tellingMs)) {
			this.#learn(update.aheadBytes, {waitMs, crossedMs: Math.max(waitMs, crossedMs)});
		}

		this.#crawl.see({bytes: update.aheadBytes, tookMs, waitMs: Math.max(foreignMs, crossedMs - (busyMs - update.aheadBusyMs))});
	}

	/** How many bytes may be sent now; 0 while enough is under way. What answers a key may go a little beyond. */
	roomBytes(nowMs: number, {isForKey}: {readonly isForKey: boolean}): number {
		if (!this.isPaced) {
			return this.#isSlow === undefined && this.#underWay.length > 0 && !this.#isOverdue(nowMs) ? this.#firstRoomBytes() : Infinity;
		}

		if (this.#isOverdue(nowMs)) {
			// An answer that is overdue was lost, and does not count.
			return this.#windowBytes;
		}

		const roomBytes = this.#windowBytes + (isForKey ? keyBytes : 0) - this.#underWayBytes();
		// Two portions under way keep a wide line busy; a narrow one is busy with one.
		return roomBytes < narrowestWindowBytes ? 0 : Math.min(roomBytes, Math.max(leastPortionBytes, this.#windowBytes / 2));
	}
}

/** Something sent that ends with the question, at which time the program had been busy for `busyMs`. */
type Update = {
	readonly bytes: number;
	readonly sentMs: number;
	readonly busyMs: number;
	/** Its own bytes and those of all that was then under way, and when the oldest of that was sent. */
	readonly aheadBytes: number;
	readonly aheadSinceMs: number;
	readonly aheadBusyMs: number;
};

/** A key must be answered within 0.3 s, whatever is under way: this for what is ahead of it, the rest for its own way and the program. */
const longestWaitMs = 80;

/** Whoever waits for distance does not notice this much more of it, and a far line carries twice as much for it. */
const unnoticedShare = 0.25;

/** A slower line than this is worth asking: 115,200 baud carries 11.5 bytes in a millisecond. */
const slowBytesPerMs = 20;

/** A shorter wait may be the scheduler's as well as the line's. */
const tellingMs = 20;

/** A quick answer to less than this says nothing about the line. */
const tellingBytes = 400;

/** One alone, when the terminal is taken, one after the screen is cleared, and one after the first picture. */
const firstQuestions = 3;

/** The first question goes ahead of the first picture, so only distance delays its answer; the farthest line (two satellites) takes about this long. */
const firstAnswerMs = 1000;

/** What has not answered by then is mute: distance, and a program and a line that are slow at their start. */
const muteMs = 2000;

/** So many answers come while the first picture is made. */
const startAnswers = 3;

/** As much as shows a key's doing, a letter in a box or a moved mark. */
const keyBytes = 64;

/** Less than one changed row is not worth waiting for. */
const narrowestWindowBytes = 64;

const leastPortionBytes = 128;

/** A line that is not known yet: one second's worth at 9600 baud. */
const firstWindowBytes = 1024;

/** As much as any screen needs. */
const widestWindowBytes = 32_768;

/** Beyond what the bytes ahead of it need, so much later an answer will not come any more. */
const lostAnswerMs = 5000;

/** 1200 baud. */
const slowestBytesPerMs = 0.12;
