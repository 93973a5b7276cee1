import type {Engine} from '../../engine/engine.ts';
import type {ArrivalIntent} from '../intents.ts';
import {isReading} from '../reading.ts';
import type {ViewState} from '../view-state.ts';
import {type Desk, isDue, newDesk} from './desk.ts';
import {answerFrom} from './engine-answers.ts';
import {type Ask, type Slot, wantedRequests} from './requests.ts';
import {type Schedule, Timers} from './timers.ts';

type Surroundings = {
	readonly engine: Engine;
	readonly schedule: Schedule;
	/** The current state, read anew each time. */
	readonly state: () => ViewState;
	readonly onAnswer: (intent: ArrivalIntent) => void;
};

/**
How long an answer stays fresh while the log grows, in milliseconds. A request that itself changed is sent at once.
Rows are what the eye follows, counts may lag a little, and counting hits reads the whole log. Every new line shifts all bars of the histogram slightly:
that tells nobody anything and would be most of the bytes sent per line, so once a second is enough.
*/
const refreshMs: Readonly<Record<Slot, number>> = {page: 50, histogram: 1000, facets: 250, health: 500, find: 1000, values: 2000, details: 1000, related: 1000, 'last-login': 1000, summary: 3000};

/** While the logs are first read, over a very slow link, none of these is worth sending before it stands: counts and bars of half of the logs say little. */
const refreshWhileReadingMs: Partial<Readonly<Record<Slot, number>>> = {page: 4000, histogram: 30_000, facets: 30_000, health: 2000};

/** An unfinished search is polled this often: most are over by then, and somebody is waiting for it. */
const lookAgainMs = 100;

/** A failed request is retried after this long, and after twice as long each further time. */
const firstRetryMs = 500;
const longestRetryMs = 10_000;

/** An answer that takes longer is reported as late. */
const lateAfterMs = 100;

/** Requests that somebody waits for with nothing on screen to show that they are under way. */
const toldLate: ReadonlySet<Slot> = new Set(['find']);

/** Longer than any engine, local or remote, takes to answer over millions of events. */
export const patienceMs = 20_000;

/** Keeps the state's requests answered: one of a kind at a time, and none repeated while its answer is fresh. */
export class Asking {
	readonly #surroundings: Surroundings;
	readonly #timers: Timers;
	readonly #desks = new Map<Slot, Desk>();
	#hasCaughtUp = false;

	constructor(surroundings: Surroundings) {
		this.#surroundings = surroundings;
		this.#timers = new Timers(surroundings.schedule);
	}

	async #answer(wanted: Ask, text: string, desk: Desk): Promise<void> {
		const {engine, onAnswer} = this.#surroundings;
		desk.waitingFor = text;
		this.#rest(desk, this.#freshMs(wanted.slot));
		const answering = answerFrom(engine, wanted);
		const callOffLate = this.#tellLate(wanted);
		const intent = await this.#withPatience(answering, wanted);
		callOffLate();
		// A newer search may have replaced this one.
		desk.waitingFor = desk.waitingFor === text ? undefined : desk.waitingFor;
		this.#settle(desk, intent);
		onAnswer(intent);
		this.ask();
		const late = await answering;
		// A retry may have succeeded meanwhile; then this answer is older than the one shown.
		if (late !== intent && desk.failures > 0) {
			onAnswer(late);
		}
	}

	#tellLate({slot, serial}: Ask): () => void {
		return toldLate.has(slot)
			? this.#timers.after(lateAfterMs, () => {
				this.#surroundings.onAnswer({type: 'late', slot, serial});
			})
			: () => undefined;
	}

	/** A remote engine may vanish without a word: after `patienceMs` the request counts as unanswered. */
	async #withPatience(answering: Promise<ArrivalIntent>, {slot, serial}: Ask): Promise<ArrivalIntent> {
		const {promise, resolve} = Promise.withResolvers<ArrivalIntent>();
		const callOff = this.#timers.after(patienceMs, () => {
			resolve({type: 'unanswered', slot, serial, reason: `no answer for ${patienceMs / 1000} s`});
		});
		const intent = await Promise.race([answering, promise]);
		callOff();
		return intent;
	}

	#settle(desk: Desk, intent: ArrivalIntent): void {
		const isAnswered = intent.type !== 'unanswered';
		desk.failures = isAnswered ? 0 : desk.failures + 1;
		desk.isUnfinished = !isAnswered || isUnfinished(intent);
		if (!isAnswered) {
			this.#rest(desk, Math.min(longestRetryMs, firstRetryMs * (2 ** (desk.failures - 1))));
		} else if (desk.isUnfinished) {
			this.#rest(desk, lookAgainMs);
		}
	}

	#freshMs(slot: Slot): number {
		return (!this.#hasCaughtUp && this.#surroundings.state().isSlowLink ? refreshWhileReadingMs[slot] : undefined) ?? refreshMs[slot];
	}

	#rest(desk: Desk, forMs: number): void {
		desk.callOff?.();
		desk.isResting = true;
		desk.callOff = this.#timers.after(forMs, () => {
			desk.isResting = false;
			this.ask();
		});
	}

	/** Once the logs are read, counts made over half of them must not stand as if they were final. */
	#endRests(): void {
		for (const desk of this.#desks.values()) {
			desk.isResting = false;
		}
	}

	/** Sends every request that the state needs and that is not under way or answered yet. */
	ask(): void {
		const now = this.#surroundings.state();
		if (!this.#hasCaughtUp && !isReading(now)) {
			this.#hasCaughtUp = true;
			this.#endRests();
		}

		const revision = now.change?.revision;
		for (const wanted of wantedRequests(now)) {
			const desk = this.#desks.get(wanted.slot) ?? newDesk();
			this.#desks.set(wanted.slot, desk);
			const text = JSON.stringify(wanted);
			if (!isDue(desk, {text, revision, replaces: wanted.slot === 'find'})) {
				continue;
			}

			desk.askedText = text;
			desk.askedRevision = revision;
			void this.#answer(wanted, text, desk);
		}
	}

	close(): void {
		this.#timers.callOffAll();
	}
}

/** A search still running is polled for its progress. */
const isUnfinished = (intent: ArrivalIntent): boolean => intent.type === 'find-answered' && intent.answer.searchedShare !== undefined;
