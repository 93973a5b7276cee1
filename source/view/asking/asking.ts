import type {Engine} from '../../engine/engine.ts';
import type {ArrivalIntent} from '../intents.ts';
import {isReading} from '../reading.ts';
import type {ViewState} from '../view-state.ts';
import {type Ask, type Slot, wantedRequests} from './requests.ts';
import {answerFrom} from './engine-answers.ts';

/** The view's only clock. Returns a function that cancels the timer. */
export type Schedule = (callback: () => void, delayMs: number) => () => void;

export type AskingParts = {
	readonly engine: Engine;
	readonly schedule: Schedule;
	/** The current state, read anew each time. */
	readonly state: () => ViewState;
	readonly onAnswer: (intent: ArrivalIntent) => void;
};

export type Asking = {
	/** Sends every request that the state needs and that is not under way or answered yet. */
	ask(): void;
	close(): void;
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
export function startAsking({engine, schedule, state, onAnswer}: AskingParts): Asking {
	const desks = new Map<Slot, Desk>();
	/** Cancels each pending timer; called on close. */
	const timers = new Set<() => void>();
	let hasCaughtUp = false;
	const ask = (): void => {
		const now = state();
		if (!hasCaughtUp && !isReading(now)) {
			hasCaughtUp = true;
			endRests();
		}

		for (const wanted of wantedRequests(now)) {
			const desk = desks.get(wanted.slot) ?? newDesk();
			desks.set(wanted.slot, desk);
			const text = JSON.stringify(wanted);
			if (!isDue(desk, wanted, text, now.change?.revision)) {
				continue;
			}

			desk.askedText = text;
			desk.askedRevision = now.change?.revision;
			void answer(wanted, text, desk);
		}
	};

	/** Once the logs are read, counts made over half of them must not stand as if they were final. */
	const endRests = (): void => {
		for (const desk of desks.values()) {
			desk.isResting = false;
		}
	};

	const freshMs = (slot: Slot): number => (!hasCaughtUp && state().isSlowLink ? refreshWhileReadingMs[slot] : undefined) ?? refreshMs[slot];

	const answer = async (wanted: Ask, text: string, desk: Desk): Promise<void> => {
		desk.waitingFor = text;
		rest(desk, freshMs(wanted.slot));
		const answering = answerFrom(engine, wanted);
		const callOffLate = tellLate(wanted);
		const intent = await withPatience(answering, wanted);
		callOffLate();
		// A newer search may have replaced this one.
		desk.waitingFor = desk.waitingFor === text ? undefined : desk.waitingFor;
		settle(desk, intent);
		onAnswer(intent);
		ask();
		const late = await answering;
		// A retry may have succeeded meanwhile; then this answer is older than the one shown.
		if (late !== intent && desk.failures > 0) {
			onAnswer(late);
		}
	};

	const tellLate = ({slot, serial}: Ask): (() => void) => {
		if (!toldLate.has(slot)) {
			return () => undefined;
		}

		const callOff = schedule(() => {
			onAnswer({type: 'late', slot, serial});
		}, lateAfterMs);
		timers.add(callOff);
		return () => {
			timers.delete(callOff);
			callOff();
		};
	};

	/** A remote engine may vanish without a word: after `patienceMs` the request counts as unanswered. */
	const withPatience = async (answering: Promise<ArrivalIntent>, {slot, serial}: Ask): Promise<ArrivalIntent> => {
		const {promise, resolve} = Promise.withResolvers<ArrivalIntent>();
		const callOff = schedule(() => {
			resolve({type: 'unanswered', slot, serial, reason: `no answer for ${patienceMs / 1000} s`});
		}, patienceMs);
		timers.add(callOff);
		const intent = await Promise.race([answering, promise]);
		timers.delete(callOff);
		callOff();
		return intent;
	};

	const settle = (desk: Desk, intent: ArrivalIntent): void => {
		const isAnswered = intent.type !== 'unanswered';
		desk.failures = isAnswered ? 0 : desk.failures + 1;
		desk.isUnfinished = !isAnswered || isUnfinished(intent);
		if (!isAnswered) {
			rest(desk, Math.min(longestRetryMs, firstRetryMs * (2 ** (desk.failures - 1))));
		} else if (desk.isUnfinished) {
			rest(desk, lookAgainMs);
		}
	};

	const rest = (desk: Desk, forMs: number): void => {
		desk.callOff?.();
		desk.isResting = true;
		desk.callOff = schedule(() => {
			desk.isResting = false;
			ask();
		}, forMs);
	};

	return {
		ask,
		close() {
			for (const desk of desks.values()) {
				desk.callOff?.();
			}

			for (const callOff of timers) {
				callOff();
			}
		},
	};
}

/** A search still running is polled for its progress. */
const isUnfinished = (intent: ArrivalIntent): boolean => intent.type === 'find-answered' && intent.answer.searchedShare !== undefined;

/** The state of one kind of request: the last one sent, whether it was answered, and whether the answer is fresh. */
type Desk = {
	askedText: string | undefined;
	askedRevision: number | undefined;
	/** The request under way, as text. */
	waitingFor: string | undefined;
	isResting: boolean;
	/** Failures in a row. */
	failures: number;
	/** The last answer was partial, or there was none. */
	isUnfinished: boolean;
	callOff: (() => void) | undefined;
};

const newDesk = (): Desk => ({askedText: undefined, askedRevision: undefined, waitingFor: undefined, failures: 0, isResting: false, isUnfinished: false, callOff: undefined});

function isDue(desk: Desk, {slot}: Ask, text: string, revision: number | undefined): boolean {
	// A new search replaces the running one. The same search is not restarted: with lines arriving all the time a long one would never end.
	const canReplace = slot === 'find' && desk.waitingFor !== text;
	if (!canReplace && desk.waitingFor !== undefined) {
		return false;
	}

	const isOutdated = !desk.isResting && (desk.isUnfinished || revision !== desk.askedRevision);
	return isOutdated || text !== desk.askedText;
}
