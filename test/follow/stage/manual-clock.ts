import type {Clock} from '../../../source/follow/turns/clock.ts';

type Timer = {readonly atMs: number; readonly order: number; readonly call: () => void};

/** A clock that only moves when told to; the event loop in small. */
export class ManualClock implements Clock {
	#timers: Timer[] = [];
	#order = 0;
	#nowMs = 0;
	#calendarStartMs = 1_700_000_000_000;

	/** Files in memory are dated from the same moment. */
	readonly calendarMs = (): number => this.#calendarStartMs + this.#nowMs;

	/** Somebody sets the calendar; what only counts on is not touched by it. */
	stepCalendar(byMs: number): void {
		this.#calendarStartMs += byMs;
	}

	nowMs(): number {
		return this.#nowMs;
	}

	after(delayMs: number, call: () => void): () => void {
		const timer = {atMs: this.#nowMs + delayMs, order: this.#order++, call};
		this.#timers.push(timer);
		return () => {
			this.#timers = this.#timers.filter(other => other !== timer);
		};
	}

	soon(call: () => void): () => void {
		return this.after(0, call);
	}

	/** Lets time pass, calling what falls due on the way. */
	advance(byMs: number): void {
		const untilMs = this.#nowMs + byMs;
		for (let turns = 0; ; turns++) {
			const [next] = this.#timers.filter(({atMs}) => atMs <= untilMs).toSorted((a, b) => a.atMs - b.atMs || a.order - b.order);
			if (next === undefined) {
				break;
			}

			if (turns > 100_000) {
				throw new Error('following never comes to rest');
			}

			this.#timers = this.#timers.filter(timer => timer !== next);
			this.#nowMs = next.atMs;
			next.call();
		}

		this.#nowMs = untilMs;
	}
}
