import type {Clock} from './clock.ts';

/** How much is going on at the moment. */
export type Pulse = {
	readonly nowMs: number;
	/** Names that are looked at. */
	readonly sources: number;
	/** How long the last look at all of them took. */
	readonly lookMs: number;
	/** Of the source rotated last. */
	readonly rotatedAtMs: number;
	/** A doorbell was taken down because it rang too often. */
	readonly isHot: boolean;
	/** When anything happened last. */
	readonly stirredAtMs: number;
	/** Whether the folders report every change by themselves. Only asked if it matters: it costs a look at each folder. */
	readonly isTold: () => boolean;
};

/** Doorbells can fall silent without notice (a full inotify queue, a network file system), so every name is looked at this often at least. */
export const calmPauseMs = 250;

/** If every folder reports its changes and none has done so for long, looks by the clock only serve to find a lost ring: they may be rare, and cost next to nothing. */
const quietPauseMs = 1000;
const quietAfterMs = 10_000;

/** What a full inotify queue swallowed has been found long before this. These looks are only for writers through memory maps, which the kernel does not report (inotify(7)). */
const restPauseMs = 5000;
const restAfterMs = 60_000;

/** After this long nobody is waiting for anything: a program left running overnight should use no measurable processor time. */
const sleepPauseMs = 30_000;
const sleepAfterMs = 600_000;

/** A rotation seldom comes alone. */
const afterRotationPauseMs = 50;
const afterRotationMs = 10_000;

/** In place of a doorbell. Shorter than a 64 kB file lives at 200 rotations a second: what a copytruncate destroys must be read before. */
const hotPauseMs = 4;

/** In place of a doorbell if nothing rotates: reading larger pieces costs less. */
const hotWithoutRotationPauseMs = 10;

/** With thousands of logs, looks by the clock may take a tenth of a processor, because writes ring anyway; if nothing was written for a minute, a hundredth. */
const lookShare = 0.1;
const restingLookShare = 0.01;

/** The least and the most that a look at one log is counted as: one that took longer was held up by others, so its duration says nothing. */
const leastLookMsPerSource = 0.01;
const mostLookMsPerSource = 0.1;

/** If nothing rotates, lines appended one by one are read together: a turn for each would cost more than the reading. */
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

/** When all names are looked at by the clock. A ring causes a look at its own name and postpones this for no other. */
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
