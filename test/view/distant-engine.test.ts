import test from 'ava';
import fc from 'fast-check';
import {patienceMs} from '../../source/view/asking/asking.ts';
import {frameOf} from '../../source/view/frame.ts';
import type {ViewIntent} from '../../source/view/intents.ts';
import {startSession} from '../../source/view/session.ts';
import type {StartingPoint} from '../../source/view/starting-state.ts';
import type {ViewState} from '../../source/view/view-state.ts';
import {ManualClock} from '../follow/stage/manual-clock.ts';
import {applianceEngine} from './appliance.ts';
import {type Journey, type Question, type Weather, distantEngine} from './distant-engine.ts';
import {knowsNothing} from './knows-nothing.ts';
import {noErrands} from './no-errands.ts';
import {answered, freshState} from './states.ts';

const questions = ['page', 'facets', 'groups', 'histogram', 'find', 'details', 'health'] as const satisfies readonly Question[];

/** What makes the screen ask each of its questions. */
const asking: Readonly<Record<Question, readonly ViewIntent[]>> = {
	page: [],
	facets: [],
	histogram: [],
	health: [],
	find: [{type: 'open-search'}, {type: 'type-text', text: 'reset'}],
	details: [{type: 'open-details'}],
	groups: [{type: 'open-summary'}],
};

/** Longer than any pause between two tries. */
const settleMs = 60_000;

async function quiet(): Promise<void> {
	await new Promise(resolve => {
		setImmediate(resolve);
	});
}

function started(weather: Weather, start: Partial<StartingPoint> = {}) {
	const clock = new ManualClock();
	const session = startSession({
		engine: distantEngine(applianceEngine(), clock, weather),
		state: freshState(start),
		schedule: (callback, delayMs) => clock.after(delayMs, callback),
		interpreter: knowsNothing,
		errands: noErrands,
	});
	return {
		session,
		/** Lets time pass, and everything that promises lead to in it. */
		async live(forMs: number) {
			const untilMs = clock.nowMs() + forMs;
			/* eslint-disable no-await-in-loop -- Time passes step by step. */
			while (clock.nowMs() < untilMs) {
				await quiet();
				clock.advance(Math.min(250, untilMs - clock.nowMs()));
			}

			await quiet();
			/* eslint-enable no-await-in-loop */
		},
	};
}

const textOf = (state: ViewState): string => frameOf(state).rows.map(({spans}) => spans.map(({text}) => text).join('')).join('\n');

/** What stands beside the box of the search. */
const status = (state: ViewState): string => frameOf(state).rows.flatMap(({input}) => input?.after ?? []).map(({text}) => text).join('');

const near: Journey = {delayMs: 0, outcome: 'answered'};

/** The screen after some keys, with an engine that never fails. */
async function calmScreen(intents: readonly ViewIntent[]): Promise<string> {
	const {session, live} = started(() => near);
	await live(1000);
	for (const intent of intents) {
		session.dispatch(intent);
		// eslint-disable-next-line no-await-in-loop -- A person sees the answer to a key before the next one.
		await live(1000);
	}

	return textOf(session.state());
}

for (const question of questions) {
	test(`a failing ${question} is told in a sentence that holds no byte of the engine's own, and is asked again until it is answered`, async t => {
		let isFailing = true;
		const {session, live} = started(asked => asked === question && isFailing ? {delayMs: 300, outcome: 'failed'} : near);
		await live(1000);
		for (const intent of asking[question]) {
			session.dispatch(intent);
			// eslint-disable-next-line no-await-in-loop -- A person sees the answer to a key before the next one.
			await live(2000);
		}

		const text = textOf(session.state());
		t.regex(text, /The\s+engine\s+could\s+not\s+answer/v);
		t.notRegex(text, /Server\.cpp|searching\.\.\.|reading\.\.\./v);
		t.false(text.includes('\u{1B}'));
		isFailing = false;
		await live(settleMs);
		t.is(textOf(session.state()), await calmScreen(asking[question]));
	});

	test(`a ${question} that is lost without a word is told after a while, and asked again`, async t => {
		let isLosing = true;
		const {session, live} = started(asked => asked === question && isLosing ? {delayMs: 0, outcome: 'lost'} : near);
		await live(1000);
		for (const intent of asking[question]) {
			session.dispatch(intent);
		}

		await live(patienceMs + 1000);
		t.regex(textOf(session.state()), /no\s+answer\s+for\s+20\s+s/v);
		isLosing = false;
		await live(patienceMs + settleMs);
		t.is(textOf(session.state()), await calmScreen(asking[question]));
	});
}

test('word that a question failed, come after it was asked again and answered, is none any more', async t => {
	let calls = 0;
	const {session, live} = started(asked => asked === 'facets' && calls++ === 0 ? {delayMs: patienceMs + 10_000, outcome: 'failed'} : near);
	await live(patienceMs + 5000);
	t.is(textOf(session.state()), await calmScreen([]));
	await live(settleMs);
	t.is(textOf(session.state()), await calmScreen([]));
});

test('that a search is under way is said after a tenth of a second, and never where the answer came before', async t => {
	for (const delayMs of [80, 300]) {
		const {session, live} = started(asked => asked === 'find' ? {delayMs, outcome: 'answered'} : near);
		const said: string[] = [];
		session.onState(() => {
			const now = status(session.state());
			said.push(now);
		});
		await live(1000); // eslint-disable-line no-await-in-loop -- one engine after the other
		session.dispatch({type: 'open-search'});
		session.dispatch({type: 'type-text', text: 'reset'});
		await live(90); // eslint-disable-line no-await-in-loop -- see above
		t.notRegex(status(session.state()), /searching/v);
		await live(20); // eslint-disable-line no-await-in-loop -- see above
		t.is(said.includes(' searching... '), delayMs === 300);
		await live(300); // eslint-disable-line no-await-in-loop -- see above
		t.regex(status(session.state()), /hit 2 of 2/v);
	}
});

test('on a small screen, too, a failing question is told', async t => {
	const failing = started(asked => asked === 'page' ? {delayMs: 0, outcome: 'failed'} : near, {size: {columns: 50, rows: 12}});
	await failing.live(1000);
	t.regex(textOf(failing.session.state()), /The\s+engine\s+could\s+not\s+answer[\s\S]*be\s+asked\s+again\./v);
});

const journey = fc.record<Journey>({delayMs: fc.constantFrom(0, 50, 500, 3000), outcome: fc.constantFrom('answered', 'answered', 'failed', 'lost')});
const someIntent: fc.Arbitrary<ViewIntent> = fc.constantFrom<ViewIntent>(
	{type: 'open-search'}, {type: 'type-text', text: 'reset'}, {type: 'accept-text'}, {type: 'move', by: -1}, {type: 'open-details'}, {type: 'toggle-sidebar'}, {type: 'include'}, {type: 'undo-query'},
);

test('however late and whatever failed, the screen ends with the answers of an engine that never failed', async t => {
	await fc.assert(fc.asyncProperty(fc.array(journey, {minLength: 1, maxLength: 20}), fc.array(someIntent, {maxLength: 6}), async (journeys, intents) => {
		let calls = 0;
		let isCalm = false;
		const {session, live} = started(() => isCalm ? near : journeys[calls++ % journeys.length]!);
		await live(patienceMs);
		for (const intent of intents) {
			session.dispatch(intent);
			// eslint-disable-next-line no-await-in-loop -- One key after the other.
			await live(1000);
		}

		isCalm = true;
		await live(patienceMs + settleMs);
		const state = session.state();
		t.is(textOf(state), textOf(await answered(state)));
		t.notRegex(textOf(state), /could not answer|searching\.\.\.|reading\.\.\./v);
		session.close();
	}), {numRuns: 15});
});
