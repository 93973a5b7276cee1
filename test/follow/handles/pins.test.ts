import test from 'ava';
import {letGoOver} from '../../../source/follow/handles/pins.ts';

const held = (...sizes: number[]) => sizes.map(sizeBytes => ({facts: {sizeBytes}}));
const caps = {leastFiles: 2, mostFiles: 4, mostBytes: 100};

for (const [name, sizes, letGo] of [
	['a few large files stay', [90, 90], []],
	['many small files stay while they fit the bytes', [10, 10, 10], []],
	['over the bytes the oldest goes', [50, 60, 10], [50]],
	['over the count the oldest go, however small', [1, 2, 3, 4, 5, 6], [1, 2]],
] as const) {
	test(`pins: ${name}`, t => {
		t.deepEqual(letGoOver(held(...sizes), caps).map(({facts}) => facts.sizeBytes), letGo);
	});
}
