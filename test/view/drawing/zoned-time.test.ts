import test from 'ava';
import fc from 'fast-check';
import {duration, zonedTime} from '../../../source/view/drawing/zoned-time.ts';

const micros = (iso: string) => Date.parse(iso) * 1000;

for (const [zone, iso, date, clock] of [
	['UTC', '2026-03-03T09:04:58Z', '2026-03-03', '09:04:58'],
	['+02:00', '2026-03-03T23:04:58Z', '2026-03-04', '01:04:58'],
	['Asia/Kolkata', '2026-03-03T20:00:00Z', '2026-03-04', '01:30:00'],
	['Europe/Berlin', '2026-03-29T00:59:59Z', '2026-03-29', '01:59:59'],
	['Europe/Berlin', '2026-03-29T01:00:00Z', '2026-03-29', '03:00:00'],
	['America/St_Johns', '2026-01-01T00:00:00Z', '2025-12-31', '20:30:00'],
] as const) {
	test(`${iso} is ${date} ${clock} in ${zone}`, t => {
		const time = zonedTime(micros(iso), zone);
		t.is(`${time.date} ${time.clock}`, `${date} ${clock}`);
	});
}

test('any instant is what the calendar of the runtime says', t => {
	const formatter = new Intl.DateTimeFormat('sv-SE', {timeZone: 'Australia/Lord_Howe', dateStyle: 'short', timeStyle: 'medium'});
	fc.assert(fc.property(fc.integer({min: 0, max: 4_000_000_000}), seconds => {
		const {date, clock} = zonedTime(seconds * 1e6, 'Australia/Lord_Howe');
		t.is(`${date} ${clock}`, formatter.format(seconds * 1000));
	}));
});

test('the fraction goes down to the nanosecond', t => {
	t.is(zonedTime(micros('2026-03-03T09:04:58.123Z') + 456, 'UTC', 789).fraction, '123456789');
});

for (const [seconds, words] of [[0, '0 s'], [59, '59 s'], [61, '1 min 1 s'], [3600, '1 h'], [6284, '1 h 44 min'], [190_000, '2 d 4 h'], [26_662 * 86_400, '26,662 d']] as const) {
	test(`${seconds} seconds are ${words}`, t => {
		t.is(duration(seconds), words);
	});
}
