import test from 'ava';
import type {MemoryDisk} from './stage/memory-disk.ts';
import {diskWithFolder, followInMemory} from './stage/memory-ground.ts';
import {live} from './stage/scripted-log.ts';

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

for (const [[name, happens], when, waitMs] of happenings.flatMap(happening => [[happening, 'while the log is at rest', aWhileMs], [happening, 'as soon as the log has been rotated', soonMs]] as const)) {
	test(`a previous file that ${name} while the log is empty, ${when}, is no gap`, t => {
		const disk = diskWithFolder();
		disk.create(live);
		disk.hold(live)('one\n');
		const {clock, recorder, lookFor, close} = followInMemory({disk});
		clock.advance(aWhileMs);

		disk.rename(live, `${live}.1`);
		disk.create(live);
		disk.date(live, clock.calendarMs());
		lookFor(waitMs);
		happens(disk);
		lookFor(waitMs);
		disk.hold(live)('two\n');
		lookFor(aWhileMs);
		close();
		t.deepEqual(recorder.told.map(({type, text}) => `${type} ${text}`), ['line one', 'line two']);
	});
}

test('a log copied and truncated so soon that both changes have the same time is not taken for one at rest', t => {
	const disk = diskWithFolder();
	disk.create(live);
	const {clock, recorder, lookFor, close} = followInMemory({disk});
	clock.advance(aWhileMs);
	disk.hold(live)('one\n');
	lookFor(soonMs);
	disk.copy(live, `${live}.1`);
	disk.truncate(live, 0);
	const coarselyMs = clock.calendarMs();
	disk.date(live, coarselyMs);
	lookFor(soonMs);

	disk.hold(live)('two\n');
	disk.copy(live, `${live}.1`);
	disk.truncate(live, 0);
	disk.hold(live)('three\n');
	disk.date(live, coarselyMs);
	lookFor(aWhileMs);
	close();
	t.deepEqual(recorder.texts, ['one', 'two', 'three']);
});

test('a log copied and truncated while the clock is set back is not taken for one at rest because it is dated as before', t => {
	const disk = diskWithFolder();
	disk.create(live);
	disk.hold(live)('one\n');
	const {clock, recorder, lookFor, close} = followInMemory({disk});
	clock.advance(aWhileMs);
	disk.copy(live, `${live}.1`);
	disk.truncate(live, 0);
	const restingMs = clock.calendarMs();
	disk.date(live, restingMs);
	lookFor(aWhileMs);

	disk.hold(live)('two\n');
	disk.copy(live, `${live}.1`);
	disk.truncate(live, 0);
	disk.hold(live)('three\n');
	disk.date(live, restingMs);
	lookFor(aWhileMs);
	close();
	t.deepEqual(recorder.told.map(({type, text}) => type === 'hole' ? type : text), ['one', 'hole', 'two', 'three']);
});

test('of an empty log in a folder where other files come and go while it is written, a doubt whether something was missed is told once', t => {
	const disk = diskWithFolder();
	disk.create(live);
	const write = disk.hold(live);
	const {recorder, lookFor, close} = followInMemory({disk});
	lookFor(aWhileMs);
	const goOn = (index: number): void => {
		disk.create(`/logs/other-${index}`);
		write(`${index}\n`);
	};

	goOn(0);
	disk.meanwhile(live, ...[1, 2, 3].map(index => () => {
		goOn(index);
	}));
	lookFor(aWhileMs);
	close();
	t.deepEqual(recorder.told.map(({type, text}) => type === 'hole' ? type : text), ['hole', '0', '1', '2', '3']);
});
