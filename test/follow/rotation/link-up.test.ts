import test from 'ava';
import type {MemoryDisk} from '../stage/memory-disk.ts';
import {diskWithFolder, followInMemory} from '../stage/memory-ground.ts';
import {live} from '../stage/scripted-log.ts';

/** Long enough for the next look. */
const aWhileMs = 500;

const numbered = (serial: number): string => `${live}.${serial}`;

/** Rotators that count upwards. `keep`: more than that are removed, the oldest first, and the others move up where `isShifting`. */
const rotators = [
	{name: 'each with a higher number', keep: Infinity, isShifting: false},
	{name: 'the oldest removed', keep: 3, isShifting: false},
	{name: 'the oldest removed, and the others renamed', keep: 3, isShifting: true},
] as const;

/** Moves the log away, and begins another. `count`: how often it was rotated before. */
function rotate(disk: MemoryDisk, {keep, isShifting}: (typeof rotators)[number], count: number): void {
	const isFull = count >= keep;
	if (isFull) {
		disk.remove(numbered(isShifting ? 1 : count - keep + 1));
	}

	const moved = isFull && isShifting ? Array.from({length: keep - 1}, (_, index) => index + 1) : [];
	for (const serial of moved) {
		disk.rename(numbered(serial + 1), numbered(serial));
	}

	disk.rename(live, numbered(isFull && isShifting ? keep : count + 1));
	disk.create(live);
}

for (const rotator of rotators) {
	test(`a rotator that counts upwards, ${rotator.name}: of what was rotated unseen nothing is missed`, t => {
		const disk = diskWithFolder();
		disk.create(live);
		const {recorder, lookFor, close} = followInMemory({disk});
		const written: string[] = [];
		const unseen = [1, 1, 1, 2, 2, 1, 2];
		let count = 0;
		for (const times of unseen) {
			for (let time = 0; time < times; time++) {
				written.push(`line ${written.length}`);
				disk.hold(live)(`${written.at(-1)!}\n`);
				rotate(disk, rotator, count++);
			}

			lookFor(aWhileMs);
		}

		close();
		t.deepEqual(recorder.told.map(({text}) => text), written);
		t.is(disk.openHandles, 0);
	});
}

test('a previous file that somebody unpacks beside the log is not told again', t => {
	const disk = diskWithFolder();
	disk.create(numbered(2));
	disk.hold(numbered(2))('older\n');
	disk.create(live);
	disk.hold(live)('one\n');
	const {recorder, lookFor, close} = followInMemory({disk});
	lookFor(aWhileMs);
	disk.rename(live, numbered(1));
	disk.create(live);
	disk.hold(live)('two\n');
	lookFor(aWhileMs);
	disk.copy(numbered(2), numbered(3));
	disk.rename(live, `${live}~`);
	disk.rename(numbered(1), numbered(2));
	disk.rename(`${live}~`, numbered(1));
	disk.create(live);
	disk.hold(live)('three\n');
	lookFor(aWhileMs);
	close();
	t.deepEqual(recorder.told.map(({text}) => text), ['older', 'one', 'two', 'three']);
});
