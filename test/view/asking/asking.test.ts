import test from 'ava';
import {startSession} from '../../../source/view/session.ts';
import {ManualClock} from '../../follow/stage/manual-clock.ts';
import {applianceEngine} from '../appliance.ts';
import {knowsNothing} from '../knows-nothing.ts';
import {noErrands} from '../no-errands.ts';
import {freshState} from '../states.ts';

async function quiet(): Promise<void> {
	await new Promise(resolve => {
		setImmediate(resolve);
	});
}

test('a search that goes on is asked ten times a second how far it has come, and one that is over no more', async t => {
	const engine = applianceEngine();
	const clock = new ManualClock();
	let asked = 0;
	let isOver = false;
	const session = startSession({
		engine: {...engine, async find(request) {
			asked++;
			return {...await engine.find(request), ...(!isOver && {isComplete: false, searchedShare: 0.5})};
		}},
		state: freshState(),
		schedule: (callback, delayMs) => clock.after(delayMs, callback),
		interpreter: knowsNothing,
		errands: noErrands,
	});
	/* eslint-disable no-await-in-loop -- Time passes step by step. */
	const live = async (steps: number) => {
		for (let step = 0; step < steps; step++) {
			await quiet();
			clock.advance(50);
		}

		await quiet();
	};
	/* eslint-enable no-await-in-loop */

	await live(1);
	session.dispatch({type: 'open-search'});
	session.dispatch({type: 'type-text', text: 'password'});
	await live(20);
	t.true(asked >= 9 && asked <= 12, `asked ${asked} times`);
	isOver = true;
	await live(4);
	const askedByThen = asked;
	await live(40);
	t.is(asked, askedByThen);
	session.close();
});

test('over a very slow line lists and bars of half-read logs are not counted again and again; once the logs are read, at once', async t => {
	const engine = applianceEngine();
	engine.reading(50);
	const clock = new ManualClock();
	let asked = 0;
	const session = startSession({
		engine: {...engine, async facets(request) {
			asked++;
			return engine.facets(request);
		}},
		state: {...freshState(), isSlowLink: true},
		schedule: (callback, delayMs) => clock.after(delayMs, callback),
		interpreter: knowsNothing,
		errands: noErrands,
	});
	for (let step = 0; step < 20; step++) {
		engine.add({time: '2026-03-03T09:30:00Z', message: `line ${step}`});
		// eslint-disable-next-line no-await-in-loop -- Time passes step by step.
		await quiet();
		clock.advance(250);
	}

	t.is(asked, 1);
	engine.reading(100);
	await quiet();
	t.is(asked, 2);
	session.close();
});

test('a request that fails is tried again after pauses that double, ten seconds at the longest, until the screen is closed', async t => {
	const engine = applianceEngine();
	const clock = new ManualClock();
	const askedAtMs: number[] = [];
	const session = startSession({
		engine: {...engine, async facets() {
			askedAtMs.push(clock.nowMs());
			throw new Error('out of reach');
		}},
		state: freshState(),
		schedule: (callback, delayMs) => clock.after(delayMs, callback),
		interpreter: knowsNothing,
		errands: noErrands,
	});
	/* eslint-disable no-await-in-loop -- Time passes step by step. */
	const live = async (forMs: number) => {
		for (let step = 0; step < forMs / 50; step++) {
			await quiet();
			clock.advance(50);
		}
	};
	/* eslint-enable no-await-in-loop */

	await live(40_000);
	const pausesMs = askedAtMs.slice(1).map((atMs, at) => atMs - askedAtMs[at]!);
	// The first retry comes at once: the news that all is read ends its pause.
	t.deepEqual(pausesMs.slice(0, 7), [0, 1000, 2000, 4000, 8000, 10_000, 10_000]);
	session.close();
	await live(20_000);
	t.is(askedAtMs.length, pausesMs.length + 1);
});
