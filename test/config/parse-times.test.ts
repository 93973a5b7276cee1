import test from 'ava';
import fc from 'fast-check';
import {isoTime} from '../../source/domain/time.ts';
import {parseTime} from '../../source/config/parse-times.ts';

const nowMs = Date.parse('2026-03-05T10:00:00Z');
const inUtc = {nowMs, zone: 'UTC'};
const inBerlin = {nowMs, zone: 'Europe/Berlin'};

const read = (text: string, clock = inUtc): string => {
	const reading = parseTime(text, clock);
	return 'value' in reading ? isoTime({micros: reading.value, nanos: 0, digits: 6}).replace('.000000Z', 'Z') : reading.trouble;
};

for (const [text, instant] of [
	['now', '2026-03-05T10:00:00Z'],
	['-1h', '2026-03-05T09:00:00Z'],
	['-1h30m', '2026-03-05T08:30:00Z'],
	['-2d', '2026-03-03T10:00:00Z'],
	['+10s', '2026-03-05T10:00:10Z'],
	['09:15', '2026-03-05T09:15:00Z'],
	['10:15', '2026-03-04T10:15:00Z'],
	['9:15:30,5', '2026-03-05T09:15:30.500000Z'],
	['2026-03-03', '2026-03-03T00:00:00Z'],
	['2026-03-03 09:06', '2026-03-03T09:06:00Z'],
	['2026-03-03 09:06:30,425', '2026-03-03T09:06:30.425000Z'],
	['2026-03-03T09:06:30.425937512Z', '2026-03-03T09:06:30.425937Z'],
	['2026-03-03T09:06:30+02:00', '2026-03-03T07:06:30Z'],
	['2026-03-03T09:06:30-0530', '2026-03-03T14:36:30Z'],
	['1772527805', '2026-03-03T08:50:05Z'],
	['1772527805.341', '2026-03-03T08:50:05.341000Z'],
	['1772527805341', '2026-03-03T08:50:05.341000Z'],
	['1772527805341097', '2026-03-03T08:50:05.341097Z'],
	['yesterday', '2026-03-04T00:00:00Z'],
	['yesterday 14:00', '2026-03-04T14:00:00Z'],
	['Yesterday at noon', '2026-03-04T12:00:00Z'],
	['2 hours ago', '2026-03-05T08:00:00Z'],
	['3 days ago', '2026-03-02T00:00:00Z'],
	['Mar  3 08:50:05', '2026-03-03T08:50:05Z'],
	['3h', '2026-03-05T07:00:00Z'],
	['now-1h', '2026-03-05T09:00:00Z'],
	['-5 minutes', '2026-03-05T09:55:00Z'],
	['-1hr 30min', '2026-03-05T08:30:00Z'],
	['-2 days', '2026-03-03T10:00:00Z'],
	['09:15Z', '2026-03-05T09:15:00Z'],
	['11:15+02:00', '2026-03-05T09:15:00Z'],
	['13:15+02:00', '2026-03-04T11:15:00Z'],
	['noon', '2026-03-04T12:00:00Z'],
	['8 pm', '2026-03-04T20:00:00Z'],
	['9am', '2026-03-05T09:00:00Z'],
	['last monday', '2026-03-02T00:00:00Z'],
	['2026/3/3', '2026-03-03T00:00:00Z'],
	['3.3.2026 09:06', '2026-03-03T09:06:00Z'],
	['20260303T090630Z', '2026-03-03T09:06:30Z'],
	['2026-03-03 09', '2026-03-03T09:00:00Z'],
	['2026-02', '2026-02-01T00:00:00Z'],
	['2026-W10', '2026-03-02T00:00:00Z'],
	['2026-W10-2', '2026-03-03T00:00:00Z'],
	['2026-W01', '2025-12-29T00:00:00Z'],
	['2020W537', '2021-01-03T00:00:00Z'],
	['@1772527805', '2026-03-03T08:50:05Z'],
	['2026-03-03 09:06 Europe/Berlin', '2026-03-03T08:06:00Z'],
	['yesterday 14:00 America/New_York', '2026-03-04T19:00:00Z'],
] as const) {
	test(`time: ${text}`, t => {
		t.is(read(text), instant);
	});
}

for (const [text, instant] of [
	['2026-03-03 09:06', '2026-03-03T08:06:00Z'],
	['2026-07-03 09:06', '2026-07-03T07:06:00Z'],
	['2026-03-29 03:30', '2026-03-29T01:30:00Z'],
	['10:15', '2026-03-05T09:15:00Z'],
	['11:15', '2026-03-04T10:15:00Z'],
	['yesterday', '2026-03-03T23:00:00Z'],
	['yesterday 14:00', '2026-03-04T13:00:00Z'],
	['2026-03-03T09:06:30Z', '2026-03-03T09:06:30Z'],
	['-1h', '2026-03-05T09:00:00Z'],
	['2 hours ago', '2026-03-05T08:00:00Z'],
	['noon', '2026-03-04T11:00:00Z'],
	['10:15Z', '2026-03-04T10:15:00Z'],
	['2026-W14', '2026-03-29T22:00:00Z'],
	['25.10.2026 02:30', '2026-10-25T01:30:00Z'],
	['25.10.2026 02:30 first', '2026-10-25T00:30:00Z'],
	['2026-10-25 02:30:00,5 First', '2026-10-25T00:30:00.500000Z'],
	['2026-10-25 02:30 second', '2026-10-25T01:30:00Z'],
	['2026-10-25 02:30 +02:00', '2026-10-25T00:30:00Z'],
	['2026-11-01 01:30 first America/New_York', '2026-11-01T05:30:00Z'],
	['2026-11-01 01:30 America/New_York first', '2026-11-01T05:30:00Z'],
	['2026-04-05 01:45 first Australia/Lord_Howe', '2026-04-04T14:45:00Z'],
	['2026-04-05 01:45 Australia/Lord_Howe', '2026-04-04T15:15:00Z'],
] as const) {
	test(`time in a zone: ${text}`, t => {
		t.is(read(text, inBerlin), instant);
	});
}

for (const [text, way] of [
	['10/11/2026', 'which is the day? write 2026-11-20 or 20 Nov'],
	['20/11', 'which is the day? write 2026-11-20 or 20 Nov'],
	['20.11.', 'which year? write 20.11.2026 or 20 Nov'],
	['week 47', 'which year? write 2026-W47'],
	['25:00', 'no such hour, write 10:15 or 2026-03-03 09:06'],
	['10:61', 'no such hour, write 10:15 or 2026-03-03 09:06'],
	['2026-02-30', 'no such day, write it like 2026-03-31'],
	['2026-13-01', 'no such day, write it like 2026-03-31'],
	['2026-W54', 'no such day, write it like 2026-03-31'],
	['-1', 'which unit? write -30m, -3h or -2d'],
	['12', 'which unit? write -30m, -3h or -2d'],
	['2026-03-03 Mars/Olympus', 'no such zone, write it like Europe/Berlin or +02:00'],
	['10:15 first', 'that time comes once, write it without first or second'],
	['2026-10-25 02:30 second', 'that time comes once, write it without first or second'],
	['25:00 first', 'no such hour, write 10:15 or 2026-03-03 09:06'],
	['2026', 'a year or a time of day? write 2026-01-01 or 20:26'],
] as const) {
	test(`nearly a time: '${text}': ${way}`, t => {
		t.is(read(text), `'${text}' is not a time; ${way}`);
	});
}

test('more than two hundred characters are no time: reading dates from the thousands that a box holds would stop the screen', t => {
	const wide = (blanks: number) => `yesterday${' '.repeat(blanks)}14:00`;
	t.is(read(wide(100)), '2026-03-04T14:00:00Z');
	t.is(read(wide(200)), `'${wide(200)}' is not a time; write it like -1h, 10:15, '2026-03-03 09:06' or 'yesterday 14:00'`);
});

for (const text of ['', 'soon-ish', 'yesterday banana', '-1y', '--since', 'NaN']) {
	test(`no time: '${text}' is answered with one sentence that shows how to write one`, t => {
		t.is(read(text), `'${text}' is not a time; write it like -1h, 10:15, '2026-03-03 09:06' or 'yesterday 14:00'`);
	});
}

test('an instant written as ISO 8601 is read back to the microsecond', t => {
	fc.assert(fc.property(fc.integer({min: 0, max: 4_102_444_800_000_000}), micros => {
		t.deepEqual(parseTime(isoTime({micros, nanos: 0, digits: 6}), inBerlin), {value: micros});
	}));
});
