import test from 'ava';
import fc from 'fast-check';
import {isZone, microsInZone, offsetMinutesAt} from '../../source/config/zone.ts';

for (const [zone, isOne] of [['UTC', true], ['Europe/Berlin', true], ['+02:00', true], ['-0530', true], ['Mars/Olympus', false], ['', false], ['2 hours', false]] as const) {
	test(`'${zone}' is ${isOne ? 'a' : 'no'} zone`, t => {
		t.is(isZone(zone), isOne);
	});
}

for (const [zone, day, minutes] of [
	['UTC', '2026-03-03', 0],
	['Europe/Berlin', '2026-03-03', 60],
	['Europe/Berlin', '2026-07-03', 120],
	['America/St_Johns', '2026-03-03', -210],
	['+05:30', '2026-03-03', 330],
] as const) {
	test(`${zone} is ${minutes} minutes ahead on ${day}`, t => {
		t.is(offsetMinutesAt(zone, Date.parse(day)), minutes);
	});
}

test('what a clock shows at an instant leads back to it, except where the clocks are set back', t => {
	const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', '+02:00'];
	fc.assert(fc.property(fc.constantFrom(...zones), fc.integer({min: 0, max: 4_000_000_000}), (zone, seconds) => {
		const shownMinutes = offsetMinutesAt(zone, seconds * 1000);
		const isNearChange = [-3, 3].some(hours => offsetMinutesAt(zone, (seconds + (hours * 3600)) * 1000) !== shownMinutes);
		fc.pre(!isNearChange);
		t.is(microsInZone((seconds + (shownMinutes * 60)) * 1e6, zone), seconds * 1e6);
	}));
});
