import type {Engine} from '../../engine/engine.ts';
import type {ArrivalIntent} from '../intents.ts';
import {isReading} from '../reading.ts';
import type {ViewState} from '../view-state.ts';
import {type Ask, type Slot, wantedRequests} from './requests.ts';
import {answerFrom} from './engine-answers.ts';

/** The only clock there is. Returns how to call it off. */
export type Schedule = (callback: () => void, delayMs: number) => () => void;

export type AskingParts = {
	readonly engine: Engine;
	readonly schedule: Schedule;
	/** The state to ask for, as it is at that moment. */
	readonly state: () => ViewState;
	readonly onAnswer: (intent: ArrivalIntent) => void;
};

export type Asking = {
	/** Asks what the state needs and nobody has asked yet. */
	ask(): void;
	close(): void;
};

/**
How long an answer is good for while the log grows, milliseconds. A question that itself changed is asked at once.
Rows are what the eye follows; counts beside them may be a moment older; counting hits reads the whole log. With every line the bars of the histogram all move a little,
which tells nobody anything and is most of what a followed line sends: once a second is enough.
*/
const refreshMs: Readonly<Record<Slot, number>> = {page: 50, histogram: 1000, facets: 250, health: 500, find: 1000, values: 2000, details: 1000, related: 1000, 'last-login': 1000, summary: 3000};

/** A search that goes on is asked so soon again: most are over by then, and whoever looks for one line waits for nothing else. */
const lookAgainMs = 100;

/** A question that failed is asked again so soon, and each time it fails at twice the distance. */
const firstRetryMs = 500;
const longestRetryMs = 10_000;

/** What is answered sooner needs no word that it is under way. */
const lateAfterMs = 100;

/** Questions whose answer somebody waits for without seeing that it is under way. */
const toldLate: ReadonlySet<Slot> = new Set(['find']);

/** Longer than an engine of millions of events on this machine or another one takes for anything. */
export const patienceMs = 20_000;

/** Keeps the state's questions answered: one of a kind at a time, none more often than its answer grows old. */
export function startAsking({engine, schedule, state, onAnswer}: AskingParts): Asking {
	const desks = new Map<Slot, Desk>();
	/** What is waited for, to be called off at the end. */
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

	/** Once the logs are read, what was counted of half of them is not left standing as if it were all. */
	const endRests = (): void => {
		for (const desk of desks.values()) {
			desk.isResting = false;
		}
	};

	const answer = async (wanted: Ask, text: string, desk: Desk): Promise<void> => {
		desk.waitingFor = text;
		rest(desk, refreshMs[wanted.slot]);
		const answering = answerFrom(engine, wanted);
		const callOffLate = tellLate(wanted);
		const intent = await withPatience(answering, wanted);
		callOffLate();
		// The answer to a search that was replaced meanwhile is not the one waited for.
		desk.waitingFor = desk.waitingFor === text ? undefined : desk.waitingFor;
		settle(desk, intent);
		onAnswer(intent);
		ask();
		const late = await answering;
		// Asked again it may have been answered since: what comes now is older than that.
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

	/** An engine on another machine may be gone without a word: what has no answer for long is told to have none. */
	const withPatience = async (answering: Promise<ArrivalIntent>, {slot, serial}: Ask): Promise<ArrivalIntent> => {
		const {promise, resolve} = Promise.withResolvers<ArrivalIntent>();
		const callOff = schedule(() => {
			resolve({type: 'unanswered', slot, serial, reason: `it has said nothing for ${patienceMs / 1000} s`});
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

/** A search that goes on is asked again how far it has come. */
const isUnfinished = (intent: ArrivalIntent): boolean => intent.type === 'find-answered' && intent.answer.searchedShare !== undefined;

/** What is known of one kind of question: the last one asked, whether it is answered, and whether the answer is fresh. */
type Desk = {
	askedText: string | undefined;
	askedRevision: number | undefined;
	/** The question under way. */
	waitingFor: string | undefined;
	isResting: boolean;
	/** How often in a row it was not answered. */
	failures: number;
	/** The last answer said that there will be a better one, or there was none. */
	isUnfinished: boolean;
	callOff: (() => void) | undefined;
};

const newDesk = (): Desk => ({askedText: undefined, askedRevision: undefined, waitingFor: undefined, failures: 0, isResting: false, isUnfinished: false, callOff: undefined});

function isDue(desk: Desk, {slot}: Ask, text: string, revision: number | undefined): boolean {
	// Another search replaces the one still running. The same one waits for its answer: asked anew with every line that arrives, a long one would never end.
	const canReplace = slot === 'find' && desk.waitingFor !== text;
	if (!canReplace && desk.waitingFor !== undefined) {
		return false;
	}

	const isOutdated = !desk.isResting && (desk.isUnfinished || revision !== desk.askedRevision);
	return isOutdated || text !== desk.askedText;
}
