import test from 'ava';
import {openDoorbells} from '../../../source/follow/doorman/doorbells.ts';
import {ManualClock} from '../stage/manual-clock.ts';
import {TestDoorbell} from '../stage/test-doorbell.ts';

const folder = '/logs';

function hung() {
	const clock = new ManualClock();
	const doorbell = new TestDoorbell(1);
	const doorbells = openDoorbells({openDoorbell: doorbell.open, clock, identityOf: () => 'the same', onRing: () => undefined, onSilent: () => undefined});
	doorbells.hang([folder]);
	const ring = (times: number, everyMs: number): void => {
		for (let count = 0; count < times; count++) {
			doorbell.ring();
			clock.advance(everyMs);
		}
	};

	return {clock, doorbells, ring};
}

test('a doorbell that rings for every line of a busy log is taken down, and tried again later and later', t => {
	const {clock, doorbells, ring} = hung();
	for (const hotMs of [5000, 10_000, 20_000, 40_000, 60_000, 60_000]) {
		ring(500, 0.1);
		t.true(doorbells.isHot(folder));
		clock.advance(hotMs - 100);
		doorbells.hang([folder]);
		t.true(doorbells.isHot(folder));
		clock.advance(100);
		doorbells.hang([folder]);
		t.false(doorbells.isHot(folder));
	}
});

test('a doorbell that rings now and then, or very often for a moment, hangs on', t => {
	const {doorbells, ring} = hung();
	ring(300, 10);
	ring(90, 0.1);
	ring(10, 100);
	t.false(doorbells.isHot(folder));
});
