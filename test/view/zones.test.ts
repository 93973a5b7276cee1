import test from 'ava';
import {paneLines} from '../../source/view/timeline/pane-lines.ts';
import {update} from '../../source/view/update.ts';
import {inMemoryEngine} from '../in-memory-engine.ts';
import {answered, freshState} from './states.ts';

test('the zone of the machine, found after the first frame, is one that z walks through, once', t => {
	const start = freshState({zones: ['UTC']});
	const found = update(start, {type: 'zone-found', zone: 'Europe/Berlin'});
	t.is(found.zone, 'UTC');
	t.deepEqual(update(found, {type: 'zone-found', zone: 'Europe/Berlin'}).zones, ['UTC', 'Europe/Berlin']);
	t.is(update(found, {type: 'next-zone'}).zone, 'Europe/Berlin');
});

test('a zone found takes no answer to a key off the screen', t => {
	t.is(update({...freshState(), notice: 'said'}, {type: 'zone-found', zone: 'Asia/Kolkata'}).notice, 'said');
});

for (const [zone, times, ...said] of [
	['Europe/Berlin', ['2026-03-29T00:30:00Z', '2026-03-29T00:59:59Z', '2026-03-29T01:00:00Z', '2026-03-29T01:30:00Z'], 'clocks 1 h ahead: UTC+02:00 from here'],
	['Europe/Berlin', ['2026-10-25T00:30:00Z', '2026-10-25T01:00:00Z', '2026-10-25T01:30:00Z'], 'clocks back 1 h: UTC+01:00 from here'],
	['Europe/London', ['2026-10-25T00:30:00Z', '2026-10-25T01:00:00Z'], 'clocks back 1 h: UTC from here'],
	['Australia/Lord_Howe', ['2026-04-04T14:59:00Z', '2026-04-04T15:00:00Z'], 'clocks back 30 min: UTC+10:30 from here'],
	['UTC', ['2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z']],
] as const) {
	test(`in ${zone} a line of the timeline says ${said.join('') || 'nothing'} on ${times[0].slice(0, 10)}`, async t => {
		const engine = inMemoryEngine(times.map(time => ({time, message: 'Login'})));
		const state = await answered(freshState({opened: engine.opened, zones: [zone], size: {columns: 80, rows: 40}}), engine);
		const lines = paneLines(state);
		t.deepEqual<readonly string[], readonly string[]>(lines.flatMap(line => line.type === 'clocks' ? [line.sentence] : []), said);
		t.deepEqual(lines.flatMap(line => line.type === 'row' ? [line.index] : []), times.keys().toArray());
	});
}
