import type {Engine} from '../engine/engine.ts';
import {Asking} from './asking/asking.ts';
import type {Schedule} from './asking/timers.ts';
import {type Errands, openErrandDesk} from './errands.ts';
import type {ViewIntent} from './intents.ts';
import {interpreted, type Interpreter} from './interpreter.ts';
import {update} from './update.ts';
import type {ViewState} from './view-state.ts';

/** The running view: intents change its state, the engine is asked for what the state needs, and listeners hear of every change. */
export type Session = {
	state(): ViewState;
	dispatch(intent: ViewIntent): void;
	/** Calls the listener once per tick, however much changed in it. Returns a function that stops it. */
	onState(listener: () => void): () => void;
	close(): void;
};

export type SessionParts = {readonly engine: Engine; readonly state: ViewState; readonly schedule: Schedule; readonly interpreter: Interpreter; readonly errands: Errands};

/** Runs until closed. */
export function startSession({engine, state: firstState, schedule, interpreter, errands}: SessionParts): Session {
	let state = firstState;
	let isClosed = false;
	const bell = tickBell();
	const dispatch = (intent: ViewIntent): void => {
		const next = isClosed ? state : interpreted(update(state, intent), interpreter);
		if (next === state) {
			return;
		}

		state = next;
		desk.attend(state.errand);
		asking.ask();
		bell.ring();
	};

	const desk = openErrandDesk(errands, (serial, news) => {
		dispatch({type: 'errand-told', serial, news});
	});
	const asking = new Asking({engine, schedule, state: () => state, onAnswer: dispatch});
	const stopListening = engine.onChange(change => {
		dispatch({type: 'changed', change});
	});
	asking.ask();
	return {
		state: () => state,
		dispatch,
		onState: bell.onRing,
		close() {
			isClosed = true;
			desk.attend(undefined);
			stopListening();
			asking.close();
		},
	};
}

/** Rings once for everything that happens in a tick, so that many intents make one picture. */
function tickBell() {
	const listeners = new Set<() => void>();
	let isRinging = false;
	return {
		ring(): void {
			if (isRinging) {
				return;
			}

			isRinging = true;
			queueMicrotask(() => {
				isRinging = false;
				for (const listener of listeners) {
					listener();
				}
			});
		},
		onRing(listener: () => void): () => void {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
	};
}
