import test from 'ava';
import {wireBytes} from '../../source/terminal/wire-bytes.ts';
import {paintedFrames} from '../../source/ui/painted-frame.ts';
import {inMemoryEngine} from '../in-memory-engine.ts';
import {asInkWrites, DiffScreen} from '../terminal/diff-screen.ts';
import {screenRig} from './screen-rig.tsx';

const size = {columns: 80, rows: 24};
const colours = 256;

const users = ['dana.admin', 'svc-backup', 'support', 'm.ortiz', 'cyberx'];
const deeds = ['login', 'logout', 'password-reset', 'user-created'] as const;

/** Ink sends every frame whole. */
const mostOfInk = 0.8;

/** Ten screens of events, no two alike. */
const events = Array.from({length: 200}, (_, at) => ({
	time: new Date(Date.UTC(2026, 2, 3, 9, 0, at * 7)).toISOString(),
	action: deeds[(at * 7) % deeds.length]!,
	user: users[(at * 3) % users.length]!,
	devices: [`10.2.${at % 9}.${(at * 37) % 250}`],
	message: `${deeds[(at * 7) % deeds.length]!}: user=${users[(at * 3) % users.length]!}, session ${at * 7919}`,
}));

/** From one picture at rest to the next: what is drawn between them depends on how fast the engine is. The bounds leave room for other words and columns; what a made-up screen costs is held to the byte in `test/terminal/byte-budget.test.ts`. */
for (const [name, before, keys, mostBytes] of [
	['the selection one line up, beside the filters', [], ['up'], 400],
	['the selection one line up', ['f', 'f'], ['up'], 400],
	['the selection one line up, further up', ['pageup', 'pageup'], ['up'], 300],
	['a page up, beside the filters', [], ['pageup'], 1600],
	['a page up', ['f', 'f'], ['pageup'], 1700],
	['half a page up', ['f', 'f'], ['ctrl+u'], 1300],
	['to the first event', ['f', 'f'], ['g'], 1800],
	['the details opened', [], ['enter'], 1750],
	['the details of the event before', ['enter', '2'], ['up'], 700],
	['the details closed', ['enter'], ['escape'], 1800],
	['the filters taken', [], ['f'], 400],
	['the filters shut', ['f'], ['f'], 2250],
	['the filters opened', ['f', 'f'], ['f'], 3000],
	['the next filter', ['f'], ['down'], 250],
	['the next pane', [], ['tab'], 1000],
	['the histogram taken', [], ['5'], 1000],
	['the bar to the left', ['5'], ['left'], 150],
	['the help opened', [], ['?'], 1750],
	['the help closed', ['?'], ['escape'], 3250],
	['nothing', [], [], 0],
] as ReadonlyArray<readonly [string, readonly string[], readonly string[], number]>) {
	test(`${name} costs at most ${mostBytes} bytes at 80x24`, async t => {
		const rig = await screenRig(inMemoryEngine(events), {...size, colours});
		const frames = paintedFrames(rig.session, colours);
		const frame = () => frames.now().map(({text}) => text).join('\n');
		const screen = new DiffScreen(size);
		await rig.press(...before);
		await screen.draw(frame());
		await rig.press(...keys);
		const bytes = wireBytes(await screen.draw(frame()));
		await rig.close();
		t.log(`${bytes} bytes`);
		t.true(bytes <= mostBytes);
		const inkBytes = wireBytes(asInkWrites(frame()));
		t.true(bytes < inkBytes * mostOfInk);
	});
}

for (const [name, {columns, rows}, look, most, capabilities, mostBytes] of [
	['80x24 with 256 colours', size, {isUnicode: true, hasColours: true}, 256, {}, 2400],
	['80x24 with 16 colours in ASCII', size, {isUnicode: false, hasColours: true}, 16, {isUnicode: false}, 2100],
	['80x24 on a VT100', size, {isUnicode: true, hasColours: false}, 0, {hasEraseCharacters: false}, 2000],
	['200x60 with 256 colours', {columns: 200, rows: 60}, {isUnicode: true, hasColours: true}, 256, {}, 9500],
	['200x60 on a VT100', {columns: 200, rows: 60}, {isUnicode: true, hasColours: false}, 0, {hasEraseCharacters: false}, 8400],
] as const) {
	test(`the whole first picture costs at most ${mostBytes} bytes at ${name}`, async t => {
		const rig = await screenRig(inMemoryEngine(events), {columns, rows, colours: most, look});
		const frame = paintedFrames(rig.session, most).now().map(({text}) => text).join('\n');
		const bytes = wireBytes(await new DiffScreen({columns, rows}, {...capabilities, colours: most}).draw(frame));
		await rig.close();
		t.log(`${bytes} bytes`);
		t.true(bytes <= mostBytes);
	});
}
