import test from 'ava';
import {frameOf} from '../../../source/view/frame.ts';
import {dayBars, dayScale} from '../../../source/view/summary/day-hours.ts';
import {inMemoryEngine} from '../../in-memory-engine.ts';
import {answered, freshState, lived} from '../states.ts';

const look = {isUnicode: true, hasColours: true};

const hoursOf = (counts: Readonly<Record<number, number>>): number[] => Array.from({length: 24}, (_, hour) => counts[hour] ?? 0);

for (const [name, counts, cells, shown] of [
	['one event in the night beside a thousand by day', {3: 1, 9: 500, 10: 1000}, 24, '   ▁     ▄█             '],
	['two hours share a cell where there is no room', {0: 1, 3: 1, 22: 1, 23: 1}, 12, '▄▄         █'],
	['nothing at all', {}, 12, ' '.repeat(12)],
] as const) {
	test(`hours of the day: ${name}`, t => {
		t.is(dayBars(hoursOf(counts), cells, look), shown);
	});
}

test('the scale stands above its hours', t => {
	for (const cells of [12, 24]) {
		for (const hour of [0, 6, 12, 18]) {
			t.is(dayScale(cells).indexOf(String(hour)), hour * cells / 24);
		}
	}
});

for (const columns of [40, 60, 80, 132]) {
	test(`at ${columns} columns the summary shows at which hours a user was active, and says which hours they are`, async t => {
		const engine = inMemoryEngine(['03:10', '12:00', '12:30', '18:00'].map(clock => ({time: `2026-03-03T${clock}:00Z`, user: 'r.lind', message: 'x'})));
		const state = await lived({...await answered(freshState({opened: engine.opened}), engine), size: {columns, rows: 60}}, [{type: 'open-summary'}], engine);
		const rows = frameOf(state).rows.map(({spans}) => spans.map(({text}) => text).join(''));
		const at = rows.findIndex(row => row.includes('Users by hour of the day'));
		const scale = rows[at]!.indexOf(dayScale(columns < 60 ? 12 : 24).trim());
		const [low, high] = ['▄', '█'];
		t.true(scale > 0);
		t.deepEqual([3, 12, 18].map(hour => rows[at + 1]![scale + Math.floor(hour * (columns < 60 ? 12 : 24) / 24)]), [low, high, low]);
	});
}
