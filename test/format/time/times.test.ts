import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {isoTime} from '../../../source/domain/time.ts';
import {findTime, readAnyTime, readCloudTime} from '../../../source/format/time/find-time.ts';
import type {SourceHints} from '../../../source/format/format.ts';
import {Stamp, type TimeReader} from '../../../source/format/time/stamp.ts';
import {readEpochMicros, readEpochMillis, readEpochSeconds, readEpochTime} from '../../../source/format/time/time-epoch.ts';
import {readIsoTime} from '../../../source/format/time/time-iso.ts';
import {readDayFirstMonthTime, readMonthDayTime, readWebTime, readWeekdayTime} from '../../../source/format/time/time-named-month.ts';
import {readTaiTime} from '../../../source/format/time/time-tai.ts';
import {readDayFirstTime, readMonthFirstTime, readSlashedTime} from '../../../source/format/time/time-slashed.ts';
import {hintsAt} from '../collected-events.ts';

const springOf2026 = Date.UTC(2026, 3, 3);

/** The instant that a reader finds at the head of a text; undefined where it finds none, `unusable` where it finds one no clock can hold. */
function instantOf(read: TimeReader, text: string, hints: SourceHints = hintsAt(springOf2026)): string | undefined {
	const bytes = Buffer.from(text);
	const stamp = new Stamp(hints);
	if (!read(bytes, 0, bytes.length, stamp)) {
		return undefined;
	}

	return Number.isNaN(stamp.micros) ? 'unusable' : isoTime(stamp);
}

for (const [name, read, text, instant] of [
	['log4j', readIsoTime, '2026-03-03 08:50:12,418', '2026-03-03T08:50:12.418Z'],
	['RFC 3339', readIsoTime, '2026-03-03T08:50:12Z', '2026-03-03T08:50:12Z'],
	['nine digits', readIsoTime, '2026-03-03T08:50:12.123456789Z', '2026-03-03T08:50:12.123456789Z'],
	['more than nine digits are cut, not rounded', readIsoTime, '2026-03-03T08:50:12.9999999999Z', '2026-03-03T08:50:12.999999999Z'],
	['seven digits of Azure', readIsoTime, '2026-03-03T08:50:12.0000001Z', '2026-03-03T08:50:12.0000001Z'],
	['a zone', readIsoTime, '2026-03-03T08:50:12+02:00', '2026-03-03T06:50:12Z'],
	['a zone without a colon', readIsoTime, '2026-03-03T08:50:12.5+0530', '2026-03-03T03:20:12.5Z'],
	['a zone of hours', readIsoTime, '2026-03-03T08:50:12-03', '2026-03-03T11:50:12Z'],
	['a zone by name', readIsoTime, '2025-08-13 01:45:01.123 PDT', '2025-08-13T08:45:01.123Z'],
	['a zone of one digit', readIsoTime, '2026-03-03T08:50:12-5:00', '2026-03-03T13:50:12Z'],
	['a zone whose sign is written twice', readIsoTime, '2026-03-03T08:50:12--5:00', '2026-03-03T13:50:12Z'],
	['a time until another is no zone', readIsoTime, '2026-03-03 08:50:12-9:15:00', '2026-03-03T08:50:12Z'],
	['a number after a space is no zone', readIsoTime, '2026-03-03 08:50:12 -5', '2026-03-03T08:50:12Z'],
	['a number of two digits neither', readIsoTime, '2026-03-03 08:50:12 -10,5 C', '2026-03-03T08:50:12Z'],
	['hours that stand for a zone before the next column', readIsoTime, '2026-03-03 08:50:12.345 -03,"dana"', '2026-03-03T11:50:12.345Z'],
	['the same before a process', readIsoTime, '2026-03-03 08:50:12.345 +08 [4711]', '2026-03-03T00:50:12.345Z'],
	['a word that begins like a zone is none', readIsoTime, '2026-03-03 08:50:12 ESTABLISHED', '2026-03-03T08:50:12Z'],
	['without seconds', readIsoTime, '2026-03-03 08:50', '2026-03-03T08:50:00Z'],
	['nginx', readIsoTime, '2026/03/03 08:50:12', '2026-03-03T08:50:12Z'],
	['29 February of a leap year', readIsoTime, '2024-02-29 00:00:00', '2024-02-29T00:00:00Z'],
	['29 February of another year', readIsoTime, '2025-02-29 00:00:00', 'unusable'],
	['a leap second', readIsoTime, '2016-12-31T23:59:60Z', '2017-01-01T00:00:00Z'],
	['before 1970', readIsoTime, '1969-12-31T23:59:59Z', 'unusable'],
	['after 2255', readIsoTime, '2300-01-01T00:00:00Z', 'unusable'],
	['no time', readIsoTime, '2026-03-03 xx:50:12', undefined],
	['RFC 3164, padded day', readMonthDayTime, 'Mar  3 08:50:05 host', '2026-03-03T08:50:05Z'],
	['RFC 3164, a day later than the file is of the year before', readMonthDayTime, 'Apr  5 08:50:05', '2025-04-05T08:50:05Z'],
	['RFC 3164, within a day after the file', readMonthDayTime, 'Apr  3 20:00:00', '2026-04-03T20:00:00Z'],
	['RFC 3164, 29 February', readMonthDayTime, 'Feb 29 08:50:05', '2024-02-29T08:50:05Z'],
	['RFC 3164 with microseconds', readMonthDayTime, 'Mar  3 08:50:05.000001', '2026-03-03T08:50:05.000001Z'],
	['a day that no month has', readMonthDayTime, 'Feb 30 08:50:05', 'unusable'],
	['CEF start', readMonthDayTime, 'Mar 03 2026 08:52:20', '2026-03-03T08:52:20Z'],
	['Apache error', readWeekdayTime, 'Sun Dec 04 04:47:44 2005', '2005-12-04T04:47:44Z'],
	['Apache error with microseconds', readWeekdayTime, 'Mon Dec 26 16:22:13.123456 2016', '2016-12-26T16:22:13.123456Z'],
	['the year and a zone right behind it', readMonthDayTime, 'Mar  3 2026 08:50:05+08:00 host', '2026-03-03T00:50:05Z'],
	['the day first', readDayFirstMonthTime, '3 Mar 08:50:05 host', '2026-03-03T08:50:05Z'],
	['the day first, later than the file', readDayFirstMonthTime, '05 Apr 08:50:05.25 host', '2025-04-05T08:50:05.25Z'],
	['a colon before the time of day', readSlashedTime, '03/04/2026:08:50:05 GMT host', '2026-03-04T08:50:05Z'],
	['a number after the time is no year', readMonthDayTime, 'Mar  3 08:50:05 1234x', '2026-03-03T08:50:05Z'],
	['web servers', readWebTime, '03/Mar/2026:08:50:00 +0100', '2026-03-03T07:50:00Z'],
	['day first', readDayFirstTime, '03/04/2026 08:50:12', '2026-04-03T08:50:12Z'],
	['month first', readMonthFirstTime, '3/4/2026 8:50:12 PM', '2026-03-04T20:50:12Z'],
	['midnight as 12 AM', readMonthFirstTime, '3/4/2026 12:00:00 AM', '2026-03-04T00:00:00Z'],
	['epoch seconds', readEpochTime, '1772527812', '2026-03-03T08:50:12Z'],
	['epoch seconds with a fraction', readEpochTime, '1772527812.000001', '2026-03-03T08:50:12.000001Z'],
	['epoch milliseconds', readEpochTime, '1772527812418', '2026-03-03T08:50:12.418Z'],
	['epoch microseconds', readEpochTime, '1772527812418001', '2026-03-03T08:50:12.418001Z'],
	['epoch nanoseconds', readEpochTime, '1772527812418001009', '2026-03-03T08:50:12.418001009Z'],
	['a number that is no time', readEpochTime, '12345678901', undefined],
	['declared seconds', readEpochSeconds, '1772527812.5', '2026-03-03T08:50:12.5Z'],
	['declared milliseconds near 1970', readEpochMillis, '5', '1970-01-01T00:00:00.005Z'],
	['declared microseconds', readEpochMicros, '1772527812418001', '2026-03-03T08:50:12.418001Z'],
	['a number beyond all clocks', readEpochMillis, '99999999999999999999', 'unusable'],
	['Sophos', readAnyTime, '2026:03:03-08:50:12 gate', '2026-03-03T08:50:12Z'],
	['IOS, hours behind UTC', readAnyTime, 'Mar  3 2026 08:50:12.906 UTC+1: %DOT1X', '2026-03-03T07:50:12.906Z'],
	['IOS, hours and minutes behind UTC', readAnyTime, 'Mar  3 2026 08:50:12.906 UTC-03:30: %DOT1X', '2026-03-03T12:20:12.906Z'],
	['IOS, a zone in small letters before a tag', readAnyTime, 'Mar  3 2026 08:50:12.906 mst: %IOSXE', '2026-03-03T15:50:12.906Z'],
	['NX-OS, the year first', readAnyTime, '2026 Mar  3 08:50:12.906 UTC: %ETHPORT', '2026-03-03T08:50:12.906Z'],
	['the year first, a month by name, dashes', readAnyTime, '2026-Mar-03 08:50:12', '2026-03-03T08:50:12Z'],
	['Check Point, without marks', readAnyTime, '03Mar2026 08:50:12 accept', '2026-03-03T08:50:12Z'],
	['a number before a month is no year', readAnyTime, '1234 Mar x', undefined],
	['Gin', readAnyTime, '2026/03/03 - 08:50:12 | 401 |', '2026-03-03T08:50:12Z'],
	['month, day and two digits of the year with dashes', readAnyTime, 'Mar-03-26 08:50:12', '2026-03-03T08:50:12Z'],
	['month, day and year with dashes', readAnyTime, 'Mar-03-2026 08:50:12.418', '2026-03-03T08:50:12.418Z'],
	['month, day and year with slashes, as RouterOS writes them', readAnyTime, 'mar/03/2026 08:50:12', '2026-03-03T08:50:12Z'],
	['Kerio', readAnyTime, '03/Mar/2026 08:50:12', '2026-03-03T08:50:12Z'],
	['TAI64N', readTaiTime, '@4000000069a6a0ce18ea7a40 text', '2026-03-03T08:50:12.418019904Z'],
	['TAI64N of too many nanoseconds', readTaiTime, '@4000000069a6a0ceffffffff text', undefined],
	['TAI64N cut short', readTaiTime, '@4000000069a6a0ce18ea7a', undefined],
	['any: month first where day first cannot be', readAnyTime, '12/31/2025 23:59:59', '2025-12-31T23:59:59Z'],
	['cloud: month first where both can be', readCloudTime, '1/9/2007 9:41:00 AM', '2007-01-09T09:41:00Z'],
] as const) {
	test(`time: ${name}`, t => {
		t.is(instantOf(read, text), instant);
	});
}

test('a time ends where what it is read from does, whatever stands behind that', t => {
	const stamp = new Stamp(hintsAt(0));
	const bytes = Buffer.from('2026-03-03 08:50:12,418');
	t.deepEqual([19, 20, 21, 23].map(end => readIsoTime(bytes, 0, end, stamp) && [stamp.end, stamp.digits]), [[19, 0], [19, 0], [21, 1], [23, 3]]);
});

test('a leap day of a file from a leap year is of that year, or of the one before when it lies ahead', t => {
	const read = (modified: number, zone?: string) => instantOf(readMonthDayTime, 'Feb 29 12:00:00', hintsAt(modified, {zone}));
	t.is(read(Date.UTC(2024, 2, 1)), '2024-02-29T12:00:00Z');
	t.is(read(Date.UTC(2024, 1, 1)), '2020-02-29T12:00:00Z');
	t.is(read(Date.UTC(2026, 3, 3), 'Europe/Berlin'), '2024-02-29T11:00:00Z');
	t.is(read(NaN), 'unusable');
});

test('a year hint counts on when December is followed by January', t => {
	const stamp = new Stamp(hintsAt(springOf2026, {yearHint: 2020}));
	const years = ['Nov 30 10:00:00', 'Dec 31 23:59:59', 'Jan  1 00:00:00', 'Dec 31 23:59:59', 'Feb  1 00:00:00'].map(text => {
		const bytes = Buffer.from(text);
		t.true(readMonthDayTime(bytes, 0, bytes.length, stamp));
		return isoTime(stamp).slice(0, 4);
	});
	t.deepEqual(years, ['2020', '2020', '2021', '2020', '2021']);
});

test('every instant that Date can spell is read as Date means it', t => {
	const dates = fc.date({min: new Date(0), max: new Date('2255-01-01'), noInvalidDate: true});
	fc.assert(fc.property(dates, date => {
		t.is(instantOf(readIsoTime, date.toISOString()), date.toISOString());
	}), {numRuns: 1000});
});

test('a zone by name gives what Intl says for every wall-clock time that is not skipped or doubled', t => {
	const format = new Intl.DateTimeFormat('sv-SE', {timeZone: 'America/New_York', dateStyle: 'short', timeStyle: 'medium'});
	const hints = hintsAt(springOf2026, {zone: 'America/New_York'});
	const dates = fc.date({min: new Date('1990-01-01'), max: new Date('2037-01-01'), noInvalidDate: true});
	fc.assert(fc.property(dates, date => {
		const second = new Date(Math.floor(date.getTime() / 1000) * 1000);
		const read = new Date(instantOf(readIsoTime, format.format(second), hints)!);
		// By itself a time of the doubled hour is read as of its first pass.
		t.true(read.getTime() === second.getTime() || second.getTime() - read.getTime() === 3_600_000);
		t.is(format.format(read), format.format(second));
	}), {numRuns: 500});
});

for (const [name, times, read] of [
	['every quarter', ['01:45', '02:00', '02:15', '02:30', '02:45', '02:00', '02:15', '02:59', '03:00'], ['23:45', '00:00', '00:15', '00:30', '00:45', '01:00', '01:15', '01:59', '02:00']],
	['few lines', ['01:10', '02:40', '02:25', '03:10'], ['23:10', '00:40', '01:25', '02:10']],
	['two writers a little out of order are one pass', ['02:30', '02:29', '02:31', '02:30'], ['00:30', '00:29', '00:31', '00:30']],
] as const) {
	test(`an hour that occurs twice is told apart by the order of the file: ${name}`, t => {
		const stamp = new Stamp(hintsAt(springOf2026, {zone: 'Europe/Berlin'}));
		const told = times.map(time => {
			const bytes = Buffer.from(`2025-10-26 ${time}:00`);
			readIsoTime(bytes, 0, bytes.length, stamp);
			return isoTime(stamp).slice(11, 16);
		});
		t.deepEqual(told, [...read]);
	});
}

test('a year later the doubled hour begins with its first pass again', t => {
	const stamp = new Stamp(hintsAt(springOf2026, {zone: 'Europe/Berlin'}));
	const hours = ['2024-10-27 02:50:00', '2024-10-27 02:10:00', '2025-10-26 02:05:00'].map(text => {
		readIsoTime(Buffer.from(text), 0, text.length, stamp);
		return isoTime(stamp).slice(11, 16);
	});
	t.deepEqual(hours, ['00:50', '01:10', '00:05']);
});

for (const [name, text, start] of [
	['behind a bracket', '[2026-03-03 08:50:12] text', 1],
	['behind a name', 'host-7 app: at 03/Mar/2026:08:50:00 +0100', 15],
	['not inside a word', 'id92026-03-03 08:50:12', -1],
	['a number only at the head of the line', 'took 1772527812', -1],
	['too far into the line', `${'x '.repeat(100)}2026-03-03 08:50:12`, -1],
] as const) {
	test(`time found: ${name}`, t => {
		const bytes = Buffer.from(text);
		const stamp = new Stamp(hintsAt(springOf2026));
		t.is(findTime(bytes, 0, bytes.length, stamp), start);
	});
}
