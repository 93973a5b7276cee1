import test from 'ava';
import {offsetMinutes} from '../../source/domain/zone-offset.ts';

for (const [zone, day, minutes] of [
	['UTC', '2026-03-03', 0],
	['Europe/Berlin', '2026-03-03', 60],
	['Europe/Berlin', '2026-07-03', 120],
	['America/St_Johns', '2026-03-03', -210],
	['+05:30', '2026-03-03', 330],
] as const) {
	test(`${zone} is ${minutes} minutes ahead on ${day}`, t => {
		t.is(offsetMinutes(Date.parse(day), zone), minutes);
	});
}
