import path from 'node:path';
import test from 'ava';
import {openFollow} from '../../source/follow/open-follow.ts';
import {ManualClock} from './manual-clock.ts';
import {MemoryDisk} from './memory-disk.ts';
import {Recorder} from './recorder.ts';
import {live} from './scripted-log.ts';
import {TestDoorbell} from './test-doorbell.ts';

/** Long enough for what was looked at to count as settled, and for the next look. */
const aWhileMs = 500;

/** Long enough for what rang to be read, and shorter than what makes a file one at rest. */
const soonMs = 20;

/** Each is what happens to the previous file of an empty log; nothing of the log itself can be missing. */
const happenings: ReadonlyArray<readonly [name: string, happens: (disk: MemoryDisk) => void]> = [
	['is removed', disk => {
		disk.remove(`${live}.1`);
	}],
	['is packed by a program nobody knows', disk => {
		disk.rename(`${live}.1`, `${live}.1.foo`);
	}],
	['is written anew', disk => {
		disk.fill(`${live}.1`, disk.bytesOf(`${live}.1`).slice(1));
	}],
];

for (const [name, happens] of happenings) {
	test(`a previous file that ${name} while the log is empty is no gap`, t => {
		const disk = new MemoryDisk();
		disk.create(path.dirname(live), 'folder');
		disk.create(live);
		disk.hold(live)('one\n');
		const clock = new ManualClock();
		const recorder = new Recorder();
		const doorbell = new TestDoorbell(1);
		const following = openFollow({paths: [live], isFollowing: true}, recorder, {disk, clock, openDoorbell: doorbell.open});
		following.start();
		clock.advance(aWhileMs);

		disk.rename(live, `${live}.1`);
		disk.create(live);
		doorbell.ring();
		clock.advance(aWhileMs);
		happens(disk);
		doorbell.ring();
		clock.advance(aWhileMs);
		disk.hold(live)('two\n');
		doorbell.ring();
		clock.advance(aWhileMs);
		following.close();
		t.deepEqual(recorder.told.map(({type, text}) => `${type} ${text}`), ['line one', 'line two']);
	});
}

test('a log copied and truncated so soon that both changes have the same time is not taken for one at rest', t => {
	const disk = new MemoryDisk();
	disk.create(path.dirname(live), 'folder');
	disk.create(live);
	const clock = new ManualClock();
	const recorder = new Recorder();
	const doorbell = new TestDoorbell(1);
	const following = openFollow({paths: [live], isFollowing: true}, recorder, {disk, clock, openDoorbell: doorbell.open});
	following.start();
	clock.advance(aWhileMs);
	disk.hold(live)('one\n');
	doorbell.ring();
	clock.advance(soonMs);
	disk.copy(live, `${live}.1`);
	disk.truncate(live, 0);
	const coarselyMs = clock.calendarMs();
	disk.date(live, coarselyMs);
	doorbell.ring();
	clock.advance(soonMs);

	disk.hold(live)('two\n');
	disk.copy(live, `${live}.1`);
	disk.truncate(live, 0);
	disk.hold(live)('three\n');
	disk.date(live, coarselyMs);
	doorbell.ring();
	clock.advance(aWhileMs);
	following.close();
	t.deepEqual(recorder.texts, ['one', 'two', 'three']);
});
