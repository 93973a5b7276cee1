import type {Clock} from './clock.ts';

/** When to turn again: at once, after a pause, or not by itself. */
export type Pace = 'at-once' | 'never' | {readonly afterMs: number};

/** Turns again and again, at the pace each turn asks for. Between two turns the event loop always runs, so that doorbells and requests come first. */
export type Loop = {
	/** Turn as soon as the event loop has got round. */
	hurry(): void;
	/** Turn after `delayMs` at the latest. */
	hurryWithin(delayMs: number): void;
	/** No turns until `resume`. */
	pause(): void;
	resume(): void;
	stop(): void;
};

export function openLoop(clock: Clock, turn: () => Pace): Loop {
	let cancel: (() => void) | undefined;
	let isHurrying = false;
	let dueAtMs = -Infinity;
	let isPaused = false;
	let isStopped = false;

	return {
		hurry,
		hurryWithin(delayMs) {
			if (delayMs <= 0) {
				hurry();
			} else if (!isHurrying && dueAtMs > clock.nowMs() + delayMs) {
				cancel?.();
				turnAfter(delayMs);
			}
		},
		pause() {
			isPaused = true;
			cancel?.();
			isHurrying = false;
		},
		resume() {
			isPaused = false;
			hurry();
		},
		stop() {
			isStopped = true;
			cancel?.();
		},
	};

	function hurry(): void {
		if (isHurrying || isPaused || isStopped) {
			return;
		}

		isHurrying = true;
		cancel?.();
		cancel = clock.soon(run);
	}

	function run(): void {
		isHurrying = false;
		dueAtMs = -Infinity;
		const pace = turn();
		if (pace === 'at-once') {
			hurry();
		} else if (pace !== 'never' && !isHurrying) {
			turnAfter(pace.afterMs);
		}
	}

	function turnAfter(delayMs: number): void {
		if (isPaused || isStopped) {
			return;
		}

		dueAtMs = clock.nowMs() + delayMs;
		cancel = clock.after(delayMs, run);
	}
}
