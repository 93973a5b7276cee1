import {Crawl} from './crawl.ts';
import {firstWindowBytes, LinkSpeed, narrowestWindowBytes, tellingBytes} from './link-speed.ts';

/**
Decides how many bytes may be under way at once. The kernel and the network buffer far more than a slow link carries in a second, so a write that succeeded says nothing.
Instead the terminal is asked for a status report now and then, and the time until its answer tells how fast the link is.

It reads no clock: the caller passes the time, and how long the program itself has been busy so far, because an answer that waited for the program to look at it says
nothing about the link.
*/
export class Pace {
	readonly #underWay: Update[] = [];
	/** The number of answers that were given up; they are lost, or so late that they may still come. */
	#givenUp = 0;
	readonly #speed = new LinkSpeed();
	/** What a fast link was sent since the last question. */
	#unaskedBytes = 0;
	readonly #crawl = new Crawl();
	/** The terminal has answered before, so it will again; some terminals never do. */
	#isAnswering = false;

	#underWayBytes(): number {
		let bytes = 0;
		for (const update of this.#underWay) {
			bytes += update.bytes;
		}

		return bytes;
	}

	/** While nothing is known about the link: what follows the first picture waits for the first answer, or until it is clear that none will come. */
	#firstRoomBytes(): number {
		return this.#underWay.length < firstQuestions ? Math.max(0, firstWindowBytes - this.#underWayBytes()) : 0;
	}

	/**
	The answer that tells how fast the link is has yet to come. Until then nothing follows: a picture of logs that are half read, once begun over a slow link, would be sent to
	its end for seconds, and the newest events come after it.
	*/
	get #isUntold(): boolean {
		return this.#speed.isSlow === undefined && this.#underWayBytes() >= tellingBytes;
	}

	/** Later than the slowest possible link would need. */
	#isOverdue(nowMs: number): boolean {
		return this.#underWay.length > 0 && this.overdueInMs(nowMs) === 0;
	}

	#patienceMs({aheadBytes}: Update): number {
		return this.#isAnswering ? lostAnswerMs + (aheadBytes / slowestBytesPerMs) : muteMs;
	}

	/** For how long the bytes ahead were queued, as far as the program was not busy itself. */
	#queuedMs(update: Update, nowMs: number, busyMs: number): number {
		const {quickestMs} = this.#speed;
		const ownMs = nowMs - update.sentMs - quickestMs - (busyMs - update.busyMs);
		const aheadMs = nowMs - update.aheadSinceMs - quickestMs - (busyMs - update.aheadBusyMs);
		return Math.max(0, ownMs, aheadMs);
	}

	/**
	Whether the next update should end with a status request. A terminal that has not answered yet is asked only a few times; one that has, until the link is known to be fast,
	and then hardly ever: a link may become slow, or have been taken for a fast one by chance.
	*/
	isAsking(nowMs: number): boolean {
		return this.#speed.isSlow === false
			? this.#unaskedBytes >= unaskedBytes && (this.#underWay.length === 0 || this.#isOverdue(nowMs))
			: this.isPaced || this.#underWay.length < firstQuestions;
	}

	/** Whether updates may have to go in portions. */
	get isPaced(): boolean {
		return this.#speed.isSlow ?? this.#isAnswering;
	}

	/** The link is so slow that the person should know how to send less over it. */
	get isCrawling(): boolean {
		return this.#crawl.isCertain;
	}

	/** For how long the last request may still be answered; 0 when none is open or its answer will not come any more. */
	answerDueMs(nowMs: number): number {
		const newest = this.#underWay.at(-1);
		const patienceMs = this.#isAnswering ? lostAnswerMs : firstAnswerMs;
		return newest === undefined ? 0 : Math.max(0, newest.sentMs + patienceMs - nowMs);
	}

	/** After how long to look whether more may be sent although no answer came. */
	overdueInMs(nowMs: number): number {
		const [oldest] = this.#underWay;
		return oldest === undefined ? 0 : Math.max(0, oldest.sentMs + this.#patienceMs(oldest) - nowMs);
	}

	/** An update was sent without a status request. */
	sentUnasked(bytes: number): void {
		this.#unaskedBytes += bytes;
	}

	/** An update that ends with a status request was sent. */
	sent(bytes: number, nowMs: number, busyMs = 0): void {
		if (this.#isAnswering && this.#isOverdue(nowMs)) {
			// Either an answer was lost, and each one since was taken for the one before it, or the link stands still.
			this.#givenUp += this.#underWay.length;
			this.#underWay.length = 0;
		}

		const {sentMs: aheadSinceMs, busyMs: aheadBusyMs} = this.#underWay[0] ?? {sentMs: nowMs, busyMs};
		this.#underWay.push({bytes, sentMs: nowMs, busyMs, aheadBytes: this.#underWayBytes() + this.#unaskedBytes + bytes, aheadSinceMs, aheadBusyMs});
		this.#unaskedBytes = 0;
	}

	/** Another program had the terminal and has read the answers. A mute terminal stays known as one. */
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
		if (this.#givenUp > 0 && tookMs < this.#speed.quickestMs / 2) {
			// Too quick to be true: it is an answer that was given up while the link stood still.
			this.#givenUp--;
			return;
		}

		this.#underWay.shift();
		this.#isAnswering = true;
		this.#speed.learn({...update, nowMs, busyMs: busyMs - update.busyMs});
		this.#crawl.see({bytes: update.aheadBytes, tookMs, waitMs: this.#queuedMs(update, nowMs, busyMs)});
	}

	/** How many bytes may be sent now; 0 while enough is under way. The answer to a key may exceed that a little. */
	roomBytes(nowMs: number, {isForKey}: {readonly isForKey: boolean}): number {
		if (!this.isPaced) {
			return this.#speed.isSlow === undefined && this.#underWay.length > 0 && !this.#isOverdue(nowMs) ? this.#firstRoomBytes() : Infinity;
		}

		if (!isForKey && this.#isUntold && !this.#isOverdue(nowMs)) {
			return 0;
		}

		if (this.#isOverdue(nowMs)) {
			// The overdue answer was lost, so what it belongs to no longer counts as under way.
			return this.#speed.windowBytes;
		}

		const roomBytes = this.#speed.windowBytes + (isForKey ? keyBytes : 0) - this.#underWayBytes();
		// Two portions under way keep a fast link busy; a slow one is busy with one.
		return roomBytes < narrowestWindowBytes ? 0 : Math.min(roomBytes, Math.max(leastPortionBytes, this.#speed.windowBytes / 2));
	}
}

/** An update that ends with a status request; when it was sent, the program had been busy for `busyMs`. */
type Update = {
	readonly bytes: number;
	readonly sentMs: number;
	readonly busyMs: number;
	/** Its own bytes and all those under way at that time, and when the oldest of them was sent. */
	readonly aheadBytes: number;
	readonly aheadSinceMs: number;
	readonly aheadBusyMs: number;
};

/** A fast link is asked again after this much. A slower one than it was taken for is known by then, and a question takes four bytes. */
const unaskedBytes = 4096;

/** One alone, when the terminal is taken, one after the screen is cleared, and one after the first picture. */
const firstQuestions = 3;

/** The first request goes ahead of the first picture, so only distance delays its answer; the longest link (two satellites) takes about this long. */
const firstAnswerMs = 1000;

/** A terminal that has not answered by then is mute, even allowing for distance and a slow start. */
const muteMs = 2000;

/** Enough to show the effect of a key: a letter in a box, or a mark that moved. */
const keyBytes = 64;

const leastPortionBytes = 128;

/** An answer this much later than the bytes ahead of it need will not come any more. */
const lostAnswerMs = 5000;

/** 1200 baud. */
const slowestBytesPerMs = 0.12;
