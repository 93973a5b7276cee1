import test from 'ava';
import fc from 'fast-check';
import {optionRows} from '../../../source/config/options.ts';
import {type ColumnName, columns, markCells, shownColumns} from '../../../source/view/timeline/columns.ts';

const names = columns.map(({name}) => name);

test('the option for columns lists those that there are', t => {
	t.deepEqual<readonly string[] | undefined, readonly string[]>(optionRows.find(({name}) => name === 'columns')!.listedWords, names);
});

const shownAt = (paneColumns: number, chosen?: readonly ColumnName[]) => shownColumns(paneColumns, {chosen}).map(({name}) => name).join(' ');

for (const [paneColumns, shown] of [
	[40, 'time severity action user'],
	[55, 'time severity action user message'],
	[90, 'time severity action user device message'],
	[120, 'time severity action user device source message'],
	[200, 'time severity action user device source host type message'],
] as const) {
	test(`${paneColumns} cells show ${shown}`, t => {
		t.is(shownAt(paneColumns), shown);
	});
}

for (const [paneColumns, shown] of [
	[160, 'message host user source device time action severity'],
	[95, 'message user source device time action severity'],
	[78, 'message user device time action severity'],
	[62, 'message user time action severity'],
	[40, 'message time action severity'],
	[30, 'time action severity'],
	[20, 'time severity'],
	[9, 'time'],
	[1, 'time'],
] as const) {
	test(`of all columns chosen, ${paneColumns} cells have room for ${shown}`, t => {
		t.is(shownAt(paneColumns, ['message', 'host', 'user', 'source', 'device', 'time', 'action', 'severity']), shown);
	});
}

const anySeenCells = fc.option(fc.dictionary(fc.constantFrom(...names), fc.nat(30)), {nil: undefined});

test('whatever is chosen and seen, the columns fill the pane exactly, in the order chosen', t => {
	fc.assert(fc.property(fc.shuffledSubarray(names, {minLength: 1}), fc.integer({min: 25, max: 250}), anySeenCells, (chosen, paneColumns, seenCells) => {
		const shown = shownColumns(paneColumns, {chosen, seenCells});
		t.is(shown.reduce((sum, {widthCells}) => sum + widthCells, markCells + shown.length - 1), paneColumns);
		t.deepEqual(shown.map(({name}) => name), chosen.filter(name => shown.some(column => column.name === name)));
	}));
});
