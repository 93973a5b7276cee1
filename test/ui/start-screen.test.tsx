import test from 'ava';
import {applianceEngine, applianceEvents, hostileEvents} from '../view/appliance.ts';
import {screenRig} from './screen-rig.tsx';

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
