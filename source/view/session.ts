import type {Engine} from '../engine/engine.ts';
import type {ArrivalIntent, ViewIntent} from './intents.ts';
import {type Ask, type Slot, wantedRequests} from './requests.ts';
import {update} from './update.ts';
import type {ViewState} from './view-state.ts';

/** A state that lives: intents change it, the engine is asked what it needs, listeners hear of every new picture. */
export type Session = {
	state(): ViewState;
	dispatch(intent: ViewIntent): void;
	/** Called once per tick however much changed in it. Returns how to stop. */
	onState(listener: () => void): () => void;
	close(): void;
};

export type SessionParts = {
	readonly engine: Engine;
	readonly state: ViewState;
	/** The only clock there is. Returns how to call it off. */
	readonly schedule: (callback: () => void, delayMs: number) => () => void;
};

/**
How long an answer is good for while the log grows, milliseconds. A question that itself changed is asked at once.
Rows are what the eye follows; counts beside them may be a moment older; counting hits reads the whole log.
*/
const refreshMs: Readonly<Record<Slot, number>> = {page: 50, histogram: 250, facets: 250, health: 500, find: 1000, details: 1000};

/** Runs until closed. */
export function startSession({engine, state: firstState, schedule}: SessionParts): Session {
	let state = firstState;
	let isClosed = false;
	let isTold = true;
	const listeners = new Set<() => void>();
	const desks = new Map<Slot, Desk>();

	const stopListening = engine.onChange(change => {
		dispatch({type: 'changed', change});
	});
	look();
	return {
		state: () => state,
		dispatch,
		onState(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
		close() {
			isClosed = true;
			stopListening();
			for (const desk of desks.values()) {
				desk.callOff?.();
			}
		},
	};

	function dispatch(intent: ViewIntent): void {
		if (isClosed) {
			return;
		}

		const before = state;
		state = update(state, intent);
		if (state === before) {
			return;
		}

		look();
		tellOnce();
	}

	/** Many intents of one tick are one picture. */
	function tellOnce(): void {
		if (!isTold) {
			return;
		}

		isTold = false;
		queueMicrotask(() => {
			isTold = true;
			for (const listener of listeners) {
				listener();
			}
		});
	}

	/** Asks what the state needs and nobody has asked yet. */
	function look(): void {
		for (const ask of wantedRequests(state)) {
			const desk = desks.get(ask.slot) ?? newDesk();
			desks.set(ask.slot, desk);
			const text = JSON.stringify(ask);
			const isNew = text !== desk.askedText;
			const isOld = state.change !== undefined && state.change.revision !== desk.askedRevision && ask.slot !== 'details';
			// A newer search replaces the one still running; of everything else one at a time is enough.
			const isFree = !desk.isWaiting || ask.slot === 'find';
			if (!isFree || !(isNew || (isOld && !desk.isResting))) {
				continue;
			}

			desk.askedText = text;
			desk.askedRevision = state.change?.revision;
			void answer(ask, desk);
		}
	}

	async function answer(ask: Ask, desk: Desk): Promise<void> {
		desk.isWaiting = true;
		rest(ask.slot, desk);
		const intent = await answerFrom(engine, ask);
		desk.isWaiting = false;
		dispatch(intent);
		look();
	}

	function rest(slot: Slot, desk: Desk): void {
		desk.callOff?.();
		desk.isResting = true;
		desk.callOff = schedule(() => {
			desk.isResting = false;
			look();
		}, refreshMs[slot]);
	}
}

/** What is known of one slot's questions: the last one asked, and whether it is answered. */
type Desk = {
	askedText: string | undefined;
	askedRevision: number | undefined;
	isWaiting: boolean;
	isResting: boolean;
	callOff: (() => void) | undefined;
};

const newDesk = (): Desk => ({askedText: undefined, askedRevision: undefined, isWaiting: false, isResting: false, callOff: undefined});

/** The engine's answer as an intent; its refusal as a sentence on the status line. */
async function answerFrom(engine: Engine, ask: Ask): Promise<ArrivalIntent> {
	try {
		return await askEngine(engine, ask);
	} catch (error) {
		return {type: 'refused', reason: `the engine could not answer: ${error instanceof Error ? error.message : String(error)}`};
	}
}

async function askEngine(engine: Engine, ask: Ask): Promise<ArrivalIntent> {
	switch (ask.slot) {
		case 'page': {
			return {type: 'page-answered', ask, answer: await engine.page(ask.request)};
		}

		case 'facets': {
			return {type: 'facets-answered', ask, answer: await engine.facets(ask.request)};
		}

		case 'histogram': {
			return {type: 'histogram-answered', ask, answer: await engine.histogram(ask.request)};
		}

		case 'find': {
			return {type: 'find-answered', ask, answer: await engine.find(ask.request)};
		}

		case 'details': {
			return {type: 'details-answered', ask, answer: await engine.details(ask.request)};
		}

		case 'health': {
			return {type: 'health-answered', ask, answer: await engine.health()};
		}
	}
}
