import type {Clock} from './clock.ts';

/** How lively following is right now. */
export type Pulse = {
	readonly nowMs: number;
	/** Names that are looked at. */
	readonly sources: number;
	/** What the last look at all of them took. */
	readonly lookMs: number;
	/** Of the source rotated last. */
	readonly rotatedAtMs: number;
	/** A doorbell was taken down because it rang too often. */
	readonly isHot: boolean;
	/** When anything happened last. */
	readonly stirredAtMs: number;
	/** Whether the folders tell of every change by themselves. Asked only where it matters: it costs a look at each folder. */
	readonly isTold: () => boolean;
};

/** Doorbells fall silent without a word (a full inotify queue, a network file system): every name is looked at this often at least. */
export const calmPauseMs = 250;

/** Where every folder tells of its changes and none has done so for long, the look by the clock is for a ring that got lost: it may be rare, and costs next to nothing. */
const quietPauseMs = 1000;
const quietAfterMs = 10_000;

/** What a full inotify queue swallowed has been found long before this: the looks that are left are for writers through memory maps, of whom the kernel tells nothing (inotify(7)). */
const restPauseMs = 5000;
const restAfterMs = 60_000;

/** Nobody has waited for anything for so long: a program left standing overnight is to take nothing that can be measured. */
const sleepPauseMs = 30_000;
const sleepAfterMs = 600_000;

/** A rotation seldom comes alone. */
const afterRotationPauseMs = 50;
const afterRotationMs = 10_000;

/** In place of a doorbell, and below the life of a 64 kB file at 200 rotations a second: what a copytruncate destroys is read before, or never. */
const hotPauseMs = 4;

/** In place of a doorbell where nothing rotates: reading in larger pieces costs less. */
const hotWithoutRotationPauseMs = 10;

/** In a folder of thousands the clock may take a tenth of a processor, and no more: what is written rings. Where nothing has been written for a minute, a hundredth. */
const lookShare = 0.1;
const restingLookShare = 0.01;

/** What a look at one log costs at least, and at most: a look that took longer was held up by others, and what it measured is no measure. */
const leastLookMsPerSource = 0.01;
const mostLookMsPerSource = 0.1;

/** Where nothing rotates, lines appended one by one are read together: a turn for each would cost more than the reading. */
export function pauseAfterRing({nowMs, rotatedAtMs}: Pick<Pulse, 'nowMs' | 'rotatedAtMs'>, turnedAtMs: number): number {
	return nowMs - rotatedAtMs < afterRotationMs ? 0 : Math.max(0, turnedAtMs + hotWithoutRotationPauseMs - nowMs);
}

/** How long to wait between two looks at all names. */
export function pauseFor(pulse: Pulse): number {
	const pauseMs = livelyPause(pulse);
	return Math.max(pauseMs, lookCostMs(pulse) / (pauseMs >= restPauseMs ? restingLookShare : lookShare));
}

const lookCostMs = ({sources, lookMs}: Pick<Pulse, 'sources' | 'lookMs'>): number => Math.min(sources * mostLookMsPerSource, Math.max(sources * leastLookMsPerSource, lookMs));

function livelyPause({nowMs, rotatedAtMs, isHot, stirredAtMs, isTold}: Pulse): number {
	const hasRotated = nowMs - rotatedAtMs < afterRotationMs;
	if (isHot) {
		return hasRotated ? hotPauseMs : hotWithoutRotationPauseMs;
	}

	if (hasRotated) {
		return afterRotationPauseMs;
	}

	const quietMs = nowMs - stirredAtMs;
	return quietMs < quietAfterMs || !isTold() ? calmPauseMs : quietPause(quietMs);
}

function quietPause(quietMs: number): number {
	if (quietMs < restAfterMs) {
		return quietPauseMs;
	}

	return quietMs < sleepAfterMs ? restPauseMs : sleepPauseMs;
}

/** When all names are looked at by the clock. A ring leads to a look at its own name and puts this off for none. */
export class Heartbeat {
	readonly #clock: Clock;
	#lookedAtMs = -Infinity;
	#pauseMs = calmPauseMs;
	/** What the look under way has taken so far. */
	#lookMs = 0;

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	get isDue(): boolean {
		return this.#clock.nowMs() >= this.#lookedAtMs + this.#pauseMs;
	}

	/** All names are looked at from now on. */
	begin(): void {
		this.#lookMs = 0;
	}

	/** So many names are being looked at; the pause begins when all of them have been. */
	look(sources: number): void {
		this.#lookedAtMs = this.#clock.nowMs();
		this.#pauseMs = Math.max(this.#pauseMs, lookCostMs({sources, lookMs: this.#lookMs}) / lookShare);
	}

	/** A name was looked at, where there was nothing to read. */
	spend(forMs: number): void {
		this.#lookMs += forMs;
	}

	/** How long the next look may wait. */
	restMs(pulse: Omit<Pulse, 'lookMs'>): number {
		this.#pauseMs = pauseFor({...pulse, lookMs: this.#lookMs});
		return Math.max(0, this.#lookedAtMs + this.#pauseMs - this.#clock.nowMs());
	}
}
