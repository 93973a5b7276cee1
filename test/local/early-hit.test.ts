import test, {type ExecutionContext} from 'ava';
import type {Engine, FindAnswer, FindRequest} from '../../source/engine/engine.ts';
import {openEngineHere} from '../../source/local/engine-here.ts';
import {everything} from '../../source/query/query.ts';
import {auditLine, logFolder} from './logs.ts';

/** Enough for an answer before the end. */
const records = 120_000;

const plain = auditLine('08:50:01,200', 'User creation: user=admin role="AUDIT"');
const hit = auditLine('08:50:01,200', 'User creation: user=svc-backup role="ADMIN"');
const hitsAt = [10, records - 2000, records - 20];

async function openLong(t: ExecutionContext): Promise<Engine> {
	const logs = await logFolder(t);
	await logs.write('audit.log', Array.from({length: records}, (_, index) => hitsAt.includes(index) ? hit : plain).join(''));
	const engine = openEngineHere();
	t.teardown(async () => engine.close());
	await engine.open({paths: [logs.path('audit.log')], isFollowing: false, options: {}});
	await engine.tail({query: {facets: {}, keywords: ['action:none']}, order: 'time', batch: 1}, () => undefined);
	return engine;
}

const newest = {at: 'newest'} as const;
const at = (event: number) => ({at: 'event', event}) as const;

/**
No column and no byte of a record can answer these searches before the record is described: counting surely takes longer than the nearest hit.
Each is another, so that nothing of it is counted yet.
*/
const searches = [
	['role:admin', 'the newest', newest, 'here', hitsAt[2]],
	['role:dmin', 'the next older', at(hitsAt[2]!), 'previous', hitsAt[1]],
	['role:admi', 'the next newer', at(hitsAt[1]!), 'next', hitsAt[2]],
	['role:dmi', 'the one at the row itself', at(hitsAt[1]!), 'here', hitsAt[1]],
	['role:adm', 'none that is far away', at(hitsAt[1]!), 'previous', undefined],
] as const;

test('of a long search a hit that lies near is told before all are counted, and then with its number', async t => {
	const engine = await openLong(t);
	/* eslint-disable no-await-in-loop -- one question after the other */
	for (const [search, name, from, direction, event] of searches) {
		const early = await engine.find({query: everything, search, from, direction, isEarly: true});
		t.is(early.hit?.event, event, name);
		t.false(early.isComplete, name);
		t.true(early.searchedShare! < 1, name);
		t.is(early.trouble, undefined, name);
	}

	const [search] = searches.at(-1)!;
	for (const [, name, from, direction, event] of searches.toReversed()) {
		const whole = await untilCounted(engine, {query: everything, search, from, direction, isEarly: true});
		t.is(whole.hits, hitsAt.length, name);
		t.is(whole.hit?.event, event ?? hitsAt[0], name);
		t.is(whole.hit?.number, hitsAt.indexOf(whole.hit!.event) + 1, name);
	}
	/* eslint-enable no-await-in-loop */
});

/** As a screen asks, again and again. */
async function untilCounted(engine: Engine, request: FindRequest): Promise<FindAnswer> {
	const answer = await engine.find(request);
	return answer.searchedShare === undefined ? answer : untilCounted(engine, request);
}
