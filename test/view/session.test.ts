import test from 'ava';
import {foreignText} from '../../source/domain/foreign.ts';
import type {Engine, Page} from '../../source/engine/engine.ts';
import {type Session, startSession} from '../../source/view/session.ts';
import {unansweredSentence} from '../../source/view/asking/unanswered.ts';
import {selectedRow} from '../../source/view/view-state.ts';
import type {MemoryEngine} from '../in-memory-engine.ts';
import {applianceEngine} from './appliance.ts';
import {knowsNothing} from './knows-nothing.ts';
import {noErrands} from './no-errands.ts';
import {freshState} from './states.ts';

/** Timers that go off when the test says so. */
function handTimers() {
	const waiting = new Set<() => void>();
	return {
		schedule(callback: () => void) {
			waiting.add(callback);
			return () => {
				waiting.delete(callback);
			};
		},
		goOff() {
			const due = [...waiting];
			waiting.clear();
			for (const callback of due) {
				callback();
			}
		},
	};
}

/** An engine whose questions are counted, and whose pages wait to be let go. */
function watched(engine: MemoryEngine) {
	const asked: Record<string, number> = {page: 0, facets: 0, find: 0, histogram: 0};
	const held: Array<() => void> = [];
	const count = <Request, Answer>(name: string, ask: (request: Request) => Promise<Answer>) => async (request: Request): Promise<Answer> => {
		asked[name] = (asked[name] ?? 0) + 1;
		return ask(request);
	};

	const counted: Engine = {
		...engine,
		page: count('page', async request => new Promise<Page>(resolve => {
			held.push(() => {
				resolve(engine.page(request));
			});
		})),
		facets: count('facets', engine.facets),
		find: count('find', engine.find),
		histogram: count('histogram', engine.histogram),
	};
	return {engine: counted, asked, letGo() {
		for (const answer of held.splice(0)) {
			answer();
		}
	}};
}

async function quiet(): Promise<void> {
	await new Promise(resolve => {
		setImmediate(resolve);
	});
}

function started(memory = applianceEngine()) {
	const timers = handTimers();
	const {engine, asked, letGo} = watched(memory);
	const session: Session = startSession({engine, state: freshState(), schedule: timers.schedule, interpreter: knowsNothing, errands: noErrands});
	return {session, asked, letGo, timers, memory};
}

test('a session asks for everything its first picture needs', async t => {
	const {session, asked, letGo} = started();
	letGo();
	await quiet();
	t.deepEqual(asked, {page: 1, facets: 1, find: 0, histogram: 1});
	t.is(session.state().timeline.page?.matchedEvents, 21);
	session.close();
});

test('of one kind only one question is under way, and the newest is asked next', async t => {
	const {session, asked, letGo} = started();
	session.dispatch({type: 'go-to-first'});
	session.dispatch({type: 'follow-newest'});
	session.dispatch({type: 'go-to-first'});
	t.is(asked.page, 1);
	letGo();
	await quiet();
	t.is(asked.page, 2);
	letGo();
	await quiet();
	t.is(session.state().timeline.selectedIndex, 0);
	session.close();
});

test('a burst of lines is asked about once, and once more when the rest is over', async t => {
	const {session, asked, letGo, timers, memory} = started();
	letGo();
	await quiet();
	timers.goOff();
	for (let at = 0; at < 50; at++) {
		memory.add({time: '2026-03-03T09:30:00Z', message: `line ${at}`});
	}

	letGo();
	await quiet();
	t.is(asked.page, 2);
	timers.goOff();
	letGo();
	await quiet();
	t.is(asked.page, 3);
	t.is(session.state().timeline.page?.matchedEvents, 71);
	session.close();
});

test('once the logs are read, bars of half of them are counted again without a rest', async t => {
	const memory = applianceEngine();
	const {session, asked, letGo} = started(memory);
	memory.reading(43);
	letGo();
	await quiet();
	t.is(asked.histogram, 1);
	memory.reading(80);
	await quiet();
	t.is(asked.histogram, 1, 'while more is read, the rest holds');
	memory.reading(100);
	await quiet();
	t.is(asked.histogram, 2);
	memory.reading(90);
	memory.reading(100);
	await quiet();
	t.is(asked.histogram, 2, 'a burst of later lines waits for the rest again');
	session.close();
});

test('an idle session asks nothing, whatever timers go off', async t => {
	const {session, asked, letGo, timers} = started();
	letGo();
	await quiet();
	timers.goOff();
	timers.goOff();
	await quiet();
	t.is(asked.page, 1);
	session.close();
});

test('however many intents come in a tick, listeners hear once', async t => {
	const {session, letGo} = started();
	letGo();
	await quiet();
	let heard = 0;
	session.onState(() => {
		heard++;
	});
	session.dispatch({type: 'move', by: -1});
	session.dispatch({type: 'move', by: -1});
	session.dispatch({type: 'move', by: -1});
	await Promise.resolve();
	t.is(heard, 1);
	session.close();
});

test('an engine that fails is a sentence on the status line', async t => {
	const memory = applianceEngine();
	const engine: Engine = {...memory, async facets() {
		throw new Error('the worker has ended');
	}};
	const session = startSession({engine, state: freshState(), schedule: handTimers().schedule, interpreter: knowsNothing, errands: noErrands});
	await quiet();
	t.is(unansweredSentence(session.state()), 'The engine could not answer: the worker has ended. It will be asked again.');
	session.close();
});

test('a closed session changes no more', async t => {
	const {session, letGo} = started();
	session.close();
	letGo();
	await quiet();
	t.is(session.state().timeline.page, undefined);
});

test('a search under way is not begun anew by every line that arrives; another search replaces it', t => {
	const engine = applianceEngine();
	const asked: string[] = [];
	const {promise: never} = Promise.withResolvers<never>();
	const timers = handTimers();
	const session = startSession({
		engine: {...engine, async find({search}) {
			asked.push(search);
			await never;
			return never;
		}},
		state: freshState(), schedule: timers.schedule, interpreter: knowsNothing, errands: noErrands,
	});
	session.dispatch({type: 'open-search'});
	session.dispatch({type: 'type-text', text: 'slow'});
	for (let at = 0; at < 3; at++) {
		engine.add({time: '2026-03-03T09:20:00Z', message: 'Login'});
		timers.goOff();
	}

	t.deepEqual(asked, ['slow']);
	session.dispatch({type: 'type-text', text: 'slower'});
	t.deepEqual(asked, ['slow', 'slower']);
	session.close();
});

test('a search that goes on is asked again how far it has come, until all is counted', async t => {
	const engine = applianceEngine();
	let asked = 0;
	const timers = handTimers();
	const session = startSession({
		engine: {...engine, async find(request) {
			const {hit, ...counted} = await engine.find(request);
			asked++;
			return asked < 3 ? {...counted, isComplete: false, searchedShare: asked / 4} : {...counted, ...(hit && {hit})};
		}},
		state: freshState(), schedule: timers.schedule, interpreter: knowsNothing, errands: noErrands,
	});
	await quiet();
	session.dispatch({type: 'open-search'});
	session.dispatch({type: 'type-text', text: 'password'});
	for (let turn = 0; turn < 4; turn++) {
		await quiet(); // eslint-disable-line no-await-in-loop -- one answer after the other
		timers.goOff();
	}

	await quiet();
	t.is(asked, 3);
	t.is(session.state().search?.answer?.searchedShare, undefined);
	t.is(selectedRow(session.state())?.message, foreignText('Password reset: userName=support'));
	session.close();
});
