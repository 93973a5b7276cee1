import {setImmediate} from 'node:timers/promises';
import test from 'ava';
import type {MemoryEngine} from '../in-memory-engine.ts';
import {applianceEngine} from '../view/appliance.ts';
import {screenRig} from './screen-rig.tsx';
import {lastRows} from './last-rows.ts';

test.serial('letters typed ahead are one picture, and none is lost', async t => {
	const rig = await screenRig(applianceEngine());
	const seen = new Set<string | undefined>();
	const ahead = 'a line of letters that was typed while the link stood still';
	await rig.press('/');
	rig.session.onState(() => {
		seen.add(rig.session.state().search?.text);
	});
	await rig.burst(...ahead);
	t.is(rig.session.state().search?.text, ahead);
	// The first letter, and the box as it was before; all others came while the first was read.
	t.true(seen.size <= 3, `${seen.size} texts`);
	await rig.close();
});

test.serial('a search and its Enter, typed in one read, find each other', async t => {
	const rig = await screenRig(applianceEngine());
	await rig.burst('/', ...'password', 'enter', 'N');
	t.regex(lastRows(rig.picture())[0]!, /^ \/ password +hit 2 of 3 {2}n N$/v);
	await rig.close();
});

/** What is searched for lies far above the rows loaded, and rows and counts come a few turns after the search has named its hit, as they do from a thread of its own. */
function engineWithLaterRows(): MemoryEngine {
	const engine = applianceEngine();
	engine.add(...Array.from({length: 100}, () => ({time: '2026-03-03T09:20:00Z', action: 'login' as const, message: 'Heartbeat'})));
	return {
		...engine,
		async page(request) {
			await someTurns();
			return engine.page(request);
		},
		async groups(request) {
			await someTurns();
			return engine.groups(request);
		},
	};
}

async function someTurns(): Promise<void> {
	for (let turn = 0; turn < 10; turn++) {
		// eslint-disable-next-line no-await-in-loop -- one turn after the other
		await setImmediate();
	}
}

for (const [name, search, keys, sign] of [
	['begins the range there', 'reset dana', ['['], / since 2026-03-03 09:06:52 ×/v],
	['marks that event', 'reset dana', ['m', 'g', '\''], / 1 mark [\s\S]*▸09:06:52/v],
	['includes what that event says', 'reset dana', ['+'], / action Password reset ×/v],
	['shows the bar of that event', 'reset dana', ['5', 'enter'], / since 2026-03-03 09:06:37 × {2}until 2026-03-03 09:07:00 ×/v],
	['moves on from there', 'reset dana', ['down', '['], / since 2026-03-03 09:07:10 ×/v],
	['goes to one hit after the other', 'password', ['N', 'N'], / hit 1 of 3 /v],
] as const) {
	test.serial(`a key that came in one read with the search before it waits for the hit and ${name}`, async t => {
		const rig = await screenRig(engineWithLaterRows());
		await rig.burst('/', ...search, 'enter', ...keys);
		t.regex(rig.picture().join('\n'), sign);
		await rig.close();
	});
}

test.serial('keys that came in one read with the summary wait until it is counted', async t => {
	const keys = ['down', 'down', 'enter'];
	const patient = await screenRig(engineWithLaterRows());
	await patient.press('S', ...keys);
	const hasty = await screenRig(engineWithLaterRows());
	await hasty.burst('S', ...keys);
	t.regex(hasty.picture().join('\n'), /Esc goes back to the summary/v);
	t.deepEqual(hasty.picture(), patient.picture());
	await hasty.close();
	await patient.close();
});

test.serial('a key waits a second at most for its row', async t => {
	const engine = engineWithLaterRows();
	const rig = await screenRig({...engine, page: async request => request.search === undefined ? engine.page(request) : Promise.withResolvers<never>().promise});
	await rig.burst('/', ...'reset dana', 'enter', '[', 'q');
	t.is(await rig.ended, 'quit');
});

test.serial('a search given up and another begun in one read do not mix', async t => {
	const rig = await screenRig(applianceEngine());
	await rig.burst('/', ...'one', 'escape', '/', ...'dana', 'enter');
	t.regex(lastRows(rig.picture())[0]!, /^ \/ dana +hit 3 of 3/v);
	await rig.close();
});

test.serial('Escape and the key after it, come in one read as Alt with that key, are those two keys', async t => {
	const rig = await screenRig(applianceEngine());
	await rig.burst('/', ...'svc-backup', 'alt+q');
	t.is(await rig.ended, 'quit');
});
