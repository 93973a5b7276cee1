import test from 'ava';
import {foreignText} from '../../../source/domain/foreign.ts';
import {shownDevice} from '../../../source/view/timeline/shown-device.ts';

const devices = ['10.2.1.77', '10.2.1.14', 'plc-7'].map(device => foreignText(device));
const hit = (start: number, end: number) => ({field: 'devices' as const, start, end});

for (const [name, hits, device, marks] of [
	['nothing is searched for: the first', [], '10.2.1.77', []],
	['the first is found', [hit(0, 9)], '10.2.1.77', [[0, 9]]],
	['another is found: that one', [hit(10, 19)], '10.2.1.14', [[0, 9]]],
	['a part of the last is found', [hit(24, 25)], 'plc-7', [[4, 5]]],
	['several are found: the first of them', [hit(15, 19), hit(20, 23)], '10.2.1.14', [[5, 9]]],
	['a phrase over two: the part in the first', [hit(5, 14)], '10.2.1.77', [[5, 9]]],
	['found elsewhere: the first', [{field: 'message' as const, start: 0, end: 4}], '10.2.1.77', []],
] as const) {
	test(`of several devices the column shows one; ${name}`, t => {
		const shown = shownDevice({devices, hits});
		t.is(`${shown.device}`, device);
		t.deepEqual(shown.marks.map(({start, end}) => [start, end]), marks.map(mark => [...mark]));
	});
}

test('a row without devices shows none', t => {
	t.deepEqual(shownDevice({devices: [], hits: []}), {device: undefined, marks: []});
});
