import test from 'ava';
import {applianceEngine} from '../view/appliance.ts';
import {screenRig} from './screen-rig.tsx';
import {lastRows} from './last-rows.ts';

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
