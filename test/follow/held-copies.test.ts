import path from 'node:path';
import test from 'ava';
import {openFollow} from '../../source/follow/open-follow.ts';
import {ManualClock} from './manual-clock.ts';
import {MemoryDisk} from './memory-disk.ts';
import {Recorder} from './recorder.ts';
import {live} from './scripted-log.ts';
import {TestDoorbell} from './test-doorbell.ts';
import {WakefulDoorman} from './wakeful-doorman.ts';

test('a doorman of whom once nothing was heard in time is given as much time at the next copy', t => {
	const disk = new MemoryDisk();
	disk.create(path.dirname(live), 'folder');
	disk.create(live);
	const clock = new ManualClock();
	const recorder = new Recorder();
	const doorbell = new TestDoorbell(1);
	const doorman = new WakefulDoorman(disk, ['beside', 'beside', 'send']);
	const following = openFollow({paths: [live], isFollowing: true}, recorder, {disk, clock, openDoorbell: doorbell.open, openDoorman: doorman.open});
	const write = (text: string) => {
		disk.hold(live)(text);
	};

	const ringFor = (forMs: number) => {
		doorbell.ring();
		clock.advance(forMs);
	};

	following.start();
	write('one\ntwo\n');
	ringFor(100);

	// Nothing is heard of this copy, and it is found in the folder in the end.
	disk.copy(live, `${live}.1`);
	disk.truncate(live, 0);
	write('three\n');
	ringFor(1000);

	// The next one is gone from the folder before the log is looked at; the doorman holds it.
	write('four\n');
	disk.copy(live, `${live}.1`);
	doorman.stir();
	disk.truncate(live, 0);
	write('5\n');
	disk.copy(live, `${live}.1`);
	doorman.stir();
	disk.truncate(live, 0);
	write('6\n');
	ringFor(10);
	doorman.stir();
	ringFor(1000);
	following.close();
	t.deepEqual(recorder.texts, ['one', 'two', 'three', 'four', '5', '6']);
	t.is(disk.openHandles, 0);
});
