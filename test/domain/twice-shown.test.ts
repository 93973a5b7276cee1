import test from 'ava';
import {twiceShown} from '../../source/domain/twice-shown.ts';
import {offsetMinutes} from '../../source/domain/zone-offset.ts';

const micros = (iso: string) => Date.parse(iso) * 1000;

for (const [zone, time, pass, other] of [
	['Europe/Berlin', '2026-10-24T23:59:59Z'],
	['Europe/Berlin', '2026-10-25T00:00:00Z', 'first', '2026-10-25T01:00:00Z'],
	['Europe/Berlin', '2026-10-25T00:59:59Z', 'first', '2026-10-25T01:59:59Z'],
	['Europe/Berlin', '2026-10-25T01:00:00Z', 'second', '2026-10-25T00:00:00Z'],
	['Europe/Berlin', '2026-10-25T02:00:00Z'],
	['Europe/Berlin', '2026-03-29T01:00:00Z'],
	['Australia/Lord_Howe', '2026-04-04T14:45:00Z', 'first', '2026-04-04T15:15:00Z'],
	['America/New_York', '2026-11-01T06:30:00Z', 'second', '2026-11-01T05:30:00Z'],
	['+02:00', '2026-10-25T00:30:00Z'],
	['UTC', '2026-10-25T00:30:00Z'],
] as const) {
	test(`what clocks in ${zone} show at ${time} comes ${pass === undefined ? 'once' : `twice: the ${pass}`}`, t => {
		t.deepEqual(twiceShown(micros(time), zone), pass && {pass, otherMicros: micros(other)});
	});
}

test('the other of two shows the same time, and is the other of that one', t => {
	const shown = (at: number, zone: string) => at + (offsetMinutes(Math.floor(at / 1000), zone) * 6e7);
	for (const [zone, from, minutes] of [['Europe/Berlin', '2026-10-24T22:00:00Z', 120], ['Australia/Lord_Howe', '2026-04-04T12:00:00Z', 60], ['America/St_Johns', '2026-11-01T02:00:00Z', 120]] as const) {
		const instants = Array.from({length: 6 * 60}, (_, minute) => micros(from) + (minute * 6e7));
		const twice = instants.flatMap(at => {
			const found = twiceShown(at, zone);
			return found === undefined ? [] : [{at, ...found}];
		});
		t.is(twice.length, minutes);
		for (const {at, pass, otherMicros} of twice) {
			t.is(shown(otherMicros, zone), shown(at, zone));
			t.deepEqual(twiceShown(otherMicros, zone), {pass: pass === 'first' ? 'second' : 'first', otherMicros: at});
		}
	}
});
