import {setImmediate} from 'node:timers/promises';
import test from 'ava';
import type {MemoryEngine} from '../in-memory-engine.ts';
import {applianceEngine, applianceEvents, hostileEvents} from '../view/appliance.ts';
import {screenRig} from './screen-rig.tsx';

const lastRows = (picture: readonly string[]) => picture.slice(-2).map(row => row.trimEnd());

test.serial('q ends the screen', async t => {
	const rig = await screenRig(applianceEngine());
	await rig.press('q');
	t.is(await rig.ended, 'quit');
});

test.serial('Ctrl+C ends it from a text box too', async t => {
	const rig = await screenRig(applianceEngine());
	await rig.press('/', 'ctrl+c');
	t.is(await rig.ended, 'quit');
});

test.serial('Ctrl+C does not wait for what was typed before it', async t => {
	const rig = await screenRig(applianceEngine());
	await rig.burst('/', ...'typed ahead', 'ctrl+c');
	t.is(await rig.ended, 'quit');
	t.is(rig.session.state().search?.text, '');
});

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

test.serial('a lost link ends it', async t => {
	const rig = await screenRig(applianceEngine());
	rig.loseLink();
	t.is(await rig.ended, 'lost');
});

test.serial('when the line is very slow and the logs grow, the filters are shut, and the screen says so', async t => {
	const engine = applianceEngine();
	const rig = await screenRig(engine);
	engine.add(applianceEvents[0]!);
	await rig.crawl();
	t.regex(rig.picture().join('\n'), /FILTERS/v);
	engine.add(applianceEvents[0]!);
	await rig.crawl();
	t.regex(rig.picture().at(-2)!, /a slow link: the filters are shut to send less; f opens them/v);
	await rig.close();
});

test.serial('Ctrl+L and Ctrl+Z are for the device', async t => {
	const rig = await screenRig(applianceEngine());
	await rig.press('ctrl+l', 'ctrl+z', 'ctrl+l');
	t.deepEqual(rig.asked, {repaints: 2, suspensions: 1});
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

test.serial('where there is no room for the text box, typing in it holds nothing up', async t => {
	const rig = await screenRig(applianceEngine());
	await rig.press('/');
	await rig.resize({columns: 12, rows: 3});
	await rig.type('abc');
	await rig.press('ctrl+c');
	t.is(await rig.ended, 'quit');
});

test.serial('text is edited in the middle', async t => {
	const rig = await screenRig(applianceEngine());
	await rig.press('/');
	await rig.type('dna');
	await rig.burst('left', 'left', 'a', 'right', 'right', '!', 'backspace', 'enter');
	t.regex(lastRows(rig.picture())[0]!, /^ \/ dana +hit/v);
	await rig.close();
});

test.serial('Backspace in the middle takes a whole emoji away, and nothing else', async t => {
	const rig = await screenRig(applianceEngine());
	await rig.press('/');
	await rig.paste('a😀b');
	await rig.press('left', 'backspace');
	t.is(rig.session.state().search?.text, 'ab');
	await rig.close();
});

for (const [name, pasted, keys, text, under] of [
	['before an emoji', 'a😀b', ['left', 'left'], 'a😀b', '😀'],
	['after Backspace over an emoji', 'a😀b', ['left', 'backspace'], 'ab', 'b'],
	['after a wide character typed in the middle', 'a😀b', ['left', '界'], 'a😀界b', 'b'],
	['after a step over an accent of its own', 'e\u{301}😀b', ['left', 'left', 'left'], 'e\u{301}😀b', 'e\u{301}'],
	['after a step over an emoji and back', 'a😀b', ['left', 'left', 'right'], 'a😀b', 'b'],
] as const) {
	test.serial(`the cursor stands where one types: ${name}`, async t => {
		const rig = await screenRig(applianceEngine());
		await rig.press('/');
		await rig.paste(pasted);
		await rig.press(...keys);
		t.is(rig.session.state().search?.text, text);
		t.true(lastRows(rig.picture())[0]!.includes(` / ${text} `));
		await rig.press('x');
		t.is(rig.session.state().search?.text, text.split(under).join(`x${under}`));
		await rig.close();
	});
}

test.serial('Backspace takes a whole emoji away', async t => {
	const rig = await screenRig(applianceEngine());
	await rig.press('/');
	await rig.type('ab😀');
	await rig.press('backspace');
	t.is(rig.session.state().search?.text, 'ab');
	await rig.close();
});

test.serial('a paste is one line of visible text and never submits', async t => {
	const rig = await screenRig(applianceEngine());
	await rig.press('/');
	await rig.paste('dana\r\nq\u{1B}[2Jx\u{7}');
	t.is(rig.session.state().textBox, 'search');
	t.is(rig.session.state().search?.text, String.raw`dana q\x1b[2Jx\x07`);
	await rig.close();
});

test.serial('a paste outside a box does nothing, and says so', async t => {
	const rig = await screenRig(applianceEngine());
	const before = rig.session.state();
	await rig.paste('qqq/');
	const {notice, ...after} = rig.session.state();
	t.deepEqual({...after, notice: before.notice}, before);
	t.is(notice, '4 characters came at once, like a paste: open a box for it, or type');
	await rig.close();
});

test.serial('text longer than its box shows its end', async t => {
	const rig = await screenRig(applianceEngine(), {columns: 40, rows: 10});
	await rig.press('/');
	await rig.paste('a very long search that no small screen can hold at once');
	t.regex(lastRows(rig.picture())[0]!, /hold at once/v);
	t.true(rig.picture().every(row => row.length <= 40));
	await rig.close();
});

test.serial('a window resized again and again ends with the right picture', async t => {
	const rig = await screenRig(applianceEngine());
	for (const [columns, rows] of [[40, 10], [200, 60], [1, 1], [79, 23], [120, 40], [80, 24]] as const) {
		// eslint-disable-next-line no-await-in-loop -- one size after the other
		await rig.resize({columns, rows});
	}

	const fresh = await screenRig(applianceEngine());
	t.deepEqual(rig.picture(), fresh.picture());
	await rig.close();
	await fresh.close();
});

type Sent = {readonly parameters: string; readonly final: string; readonly text: string};

/** What is sent, taken apart at every escape byte: a sequence and the text after it. */
function partsOf(sent: string): Sent[] {
	return sent.split('\u{1B}').slice(1).map(part => {
		const {parameters, final} = /^\[(?<parameters>[\d;?]*)(?<final>[A-Za-z])/v.exec(part)!.groups!;
		return {parameters: parameters!, final: final!, text: part.slice(2 + parameters!.length)};
	});
}

test.serial('no byte of a hostile log drives the terminal', async t => {
	const rig = await screenRig(applianceEngine(hostileEvents), {columns: 120, rows: 40});
	await rig.press('up', 'up', 'enter', 'tab', 'tab', 'up', 'up', 'x', 'f');
	const parts = partsOf(rig.sent());
	// Ink's own: colours, moves, erasing, the cursor and synchronised output.
	t.deepEqual(parts.filter(({final}) => !'mHABCDGJKhl'.includes(final)), []);
	t.deepEqual(parts.filter(({text}) => /[\p{Control}\p{Format}\p{Surrogate}]/v.test(text.replaceAll('\n', ''))), []);
	t.true(rig.sent().includes(String.raw`\x1b[2J`));
	await rig.close();
});

test.serial('with no colours only bold, underline and reverse are sent, and only ASCII', async t => {
	const rig = await screenRig(applianceEngine(hostileEvents), {look: {isUnicode: false, hasColours: false}, colours: 0});
	await rig.press('up', 'enter', '/', 'd');
	const codes = partsOf(rig.sent()).filter(({final}) => final === 'm').map(({parameters}) => parameters);
	t.deepEqual(codes.filter(code => !['0', '1', '4', '7', '22', '24', '27'].includes(code)), []);
	t.notRegex(rig.sent(), /\P{ASCII}/v);
	await rig.close();
});
