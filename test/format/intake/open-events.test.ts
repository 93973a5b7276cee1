import test from 'ava';
import fc from 'fast-check';
import {OpenEvents} from '../../../source/format/intake/open-events.ts';

/** Keys that share their lower bits, and more of them than are kept open. */
const join = fc.record({key: fc.nat(90).map(number => 1 + (number * 512 * (number % 3))), weight: fc.nat(1), hasStages: fc.constant(false)});
const staged = join.map(each => ({...each, hasStages: true}));

for (const [title, joins] of [['of one key', join], ['of one key that has not its stage', staged]] as const) {
	test(`a record belongs to the newest of the last 64 events ${title}, as by looking at each`, t => {
		const asLookedAt = fc.property(fc.array(joins, {minLength: 100, maxLength: 300}), records => {
			const events = new OpenEvents();
			const each: Array<{readonly key: number; readonly weight: number; readonly row: number}> = [];
			for (const [row, record] of records.entries()) {
				const {key, weight, hasStages} = record;
				const expected = each.slice(-64).findLast(event => event.key === key && !(hasStages && event.weight === weight));
				t.is(events.find(record)?.row, expected?.row);
				events.open(record, row, {offsetBytes: row, lengthBytes: 1});
				each.push({key, weight, row});
			}
		});
		fc.assert(asLookedAt, {numRuns: 20});
	});
}
