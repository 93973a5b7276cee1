import test from 'ava';
import {dayNumber, wallSeconds} from '../../../source/format/time/calendar.ts';

const day = dayNumber(2026, 3, 3);

for (const [time, seconds] of [
	[[0, 0, 0], Date.UTC(2026, 2, 3) / 1000],
	[[23, 59, 60], Date.UTC(2026, 2, 4) / 1000],
	[[24, 0, 0], Date.UTC(2026, 2, 4) / 1000],
	[[24, 0, 1], NaN],
	[[24, 1, 0], NaN],
	[[25, 0, 0], NaN],
	[[12, 60, 0], NaN],
	[[12, 0, 61], NaN],
] as const) {
	const [hour, minute, second] = time;
	test(`${time.join(':')} is ${Number.isNaN(seconds) ? 'no time of a day' : new Date(seconds * 1000).toISOString()}`, t => {
		t.is(wallSeconds(day, hour, minute, second), seconds);
	});
}
