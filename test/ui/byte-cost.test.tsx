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
const mostOfInk = 0.7;

/** Ten screens of events, no two alike. */
const events = Array.from({length: 200}, (_, at) => ({
	time: new Date(Date.UTC(2026, 2, 3, 9, 0, at * 7)).toISOString(),
	action: deeds[(at * 7) % deeds.length]!,
	user: users[(at * 3) % users.length]!,
	devices: [`10.2.${at % 9}.${(at * 37) % 250}`],
	message: `${deeds[(at * 7) % deeds.length]!}: user=${users[(at * 3) % users.length]!}, session ${at * 7919}`,
}));

/** From one picture at rest to the next: what is drawn between them depends on how fast the engine is. What a synthetic screen costs is held to the byte in `test/terminal/byte-budget.test.ts`. */
for (const [name, before, keys, mostBytes] of [
	['the selection one line up, beside the filters', [], ['up'], 325],
	['the selection one line up', ['f', 'f'], ['up'], 325],
	['the selection one line up, further up', ['pageup', 'pageup'], ['up'], 250],
	['a page up, beside the filters', [], ['pageup'], 1300],
	['a page up', ['f', 'f'], ['pageup'], 1400],
	['half a page up', ['f', 'f'], ['ctrl+u'], 1050],
	['to the first event', ['f', 'f'], ['g'], 1500],
	['the details opened', [], ['enter'], 1450],
	['the details of the event before', ['enter', '2'], ['up'], 550],
	['the details closed', ['enter'], ['escape'], 1475],
	['the filters taken', [], ['f'], 325],
	['the filters shut', ['f'], ['f'], 1850],
	['the filters opened', ['f', 'f'], ['f'], 2500],
	['the next filter', ['f'], ['down'], 200],
	['the next pane', [], ['tab'], 800],
	['the histogram taken', [], ['5'], 800],
	['the bar to the left', ['5'], ['left'], 125],
	['the help opened', [], ['?'], 1450],
	['the help closed', ['?'], ['escape'], 2675],
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
