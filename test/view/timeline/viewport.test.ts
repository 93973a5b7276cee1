import test from 'ava';
import fc from 'fast-check';
import type {TimelineLine} from '../../../source/view/timeline/timeline-lines.ts';
import {viewportOf} from '../../../source/view/timeline/viewport.ts';
import {applianceEngine} from '../appliance.ts';

const page = await applianceEngine().page({query: {facets: {}}, anchor: {at: 'newest'}, before: 0, after: 0, longestMessage: 10});
const anyRow = page.rows[0]!;

const lines = (count: number): TimelineLine[] => Array.from({length: count}, (_, index) => ({type: 'row', index, row: anyRow}));

for (const [what, count, selected, wanted, height, first, line] of [
	['the row lies where it wants to', 100, 50, 4, 10, 46, 4],
	['the first rows leave no room above', 100, 2, 4, 10, 0, 2],
	['the last rows leave no room below', 100, 98, 4, 10, 90, 8],
	['few rows begin at the top', 3, 2, 9, 10, 0, 2],
	['a line beyond the pane is its last', 100, 50, 99, 10, 41, 9],
] as const) {
	test(`viewport: ${what}`, t => {
		const viewport = viewportOf(lines(count), selected, wanted, height);
		t.is(viewport.selectedLine, line);
		t.deepEqual(viewport.lines[0], lines(count)[first]);
	});
}

test('the selected row is always in sight and the pane as full as it can be', t => {
	const numbers = fc.record({count: fc.integer({min: 1, max: 60}), selected: fc.nat(59), wanted: fc.integer({min: -5, max: 40}), height: fc.integer({min: 1, max: 30})});
	fc.assert(fc.property(numbers, ({count, selected, wanted, height}) => {
		const row = Math.min(selected, count - 1);
		const viewport = viewportOf(lines(count), row, wanted, height);
		const shown = viewport.lines[viewport.selectedLine];
		t.true(shown?.type === 'row' && shown.index === row);
		t.is(viewport.lines.length, Math.min(count, height));
	}));
});
