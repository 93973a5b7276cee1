import test from 'ava';
import fc from 'fast-check';
import {isZone, microsInZone} from '../../source/config/zone.ts';
import {offsetMinutes} from '../../source/domain/zone-offset.ts';

for (const [zone, isOne] of [['UTC', true], ['Europe/Berlin', true], ['+02:00', true], ['-0530', true], ['Mars/Olympus', false], ['', false], ['2 hours', false]] as const) {
	test(`'${zone}' is ${isOne ? 'a' : 'no'} zone`, t => {
		t.is(isZone(zone), isOne);
	});
}

test('what a clock shows at an instant leads back to it, except where the clocks are set back', t => {
	const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', '+02:00'];
	fc.assert(fc.property(fc.constantFrom(...zones), fc.integer({min: 0, max: 4_000_000_000}), (zone, seconds) => {
		const shownMinutes = offsetMinutes(seconds * 1000, zone);
		const isNearChange = [-3, 3].some(hours => offsetMinutes((seconds + (hours * 3600)) * 1000, zone) !== shownMinutes);
		fc.pre(!isNearChange);
		t.is(microsInZone((seconds + (shownMinutes * 60)) * 1e6, zone), seconds * 1e6);
	}));
});
