import test from 'ava';
import fc from 'fast-check';
import {isoTime} from '../../source/domain/time.ts';

for (const [name, instant, iso] of [
	['no digits', {micros: 1_772_527_812_000_000, nanos: 0, digits: 0}, '2026-03-03T08:50:12Z'],
	['milliseconds', {micros: 1_772_527_812_418_000, nanos: 0, digits: 3}, '2026-03-03T08:50:12.418Z'],
	['seven digits, as Entra writes them', {micros: 1_772_527_812_853_002, nanos: 300, digits: 7}, '2026-03-03T08:50:12.8530023Z'],
	['nine digits', {micros: 1_168_335_660_535_404, nanos: 56, digits: 9}, '2007-01-09T09:41:00.535404056Z'],
	['a zero that the source wrote', {micros: 0, nanos: 0, digits: 3}, '1970-01-01T00:00:00.000Z'],
	['before the epoch', {micros: -1, nanos: 0, digits: 6}, '1969-12-31T23:59:59.999999Z'],
] as const) {
	test(`a time is written with the digits its source had: ${name}`, t => {
		t.is(isoTime(instant), iso);
	});
}

test('a time of nine digits agrees with whole-number arithmetic for every year up to 2255', t => {
	fc.assert(fc.property(fc.integer({min: 0, max: 9_000_000_000_000_000}), fc.integer({min: 0, max: 999}), (micros, nanos) => {
		const total = (BigInt(micros) * 1000n) + BigInt(nanos);
		const whole = new Date(Number(total / 1_000_000_000n) * 1000).toISOString().slice(0, 19);
		t.is(isoTime({micros, nanos, digits: 9}), `${whole}.${String(total % 1_000_000_000n).padStart(9, '0')}Z`);
	}));
});
