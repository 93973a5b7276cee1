import test from 'ava';
import type {MemoryDisk} from '../stage/memory-disk.ts';
import {diskWithFolder, followInMemory} from '../stage/memory-ground.ts';
import {live} from '../stage/scripted-log.ts';

/** Longer than a rotator leaves a name absent. */
const longMs = 2000;

/** Much shorter. */
const briefMs = 20;

function write(disk: MemoryDisk, file: string, text: string): void {
	if (!disk.has(file)) {
		disk.create(file);
	}

	disk.hold(file)(text);
}

/** Each is what happens in steps, the lines that must come and how many holes are told; a step is looked at for a long time. */
const happenings: ReadonlyArray<readonly [name: string, steps: ReadonlyArray<(disk: MemoryDisk) => void>, lines: readonly string[], holes: number]> = [
	['a writer whose names hold the date is followed from file to file', [
		disk => {
			write(disk, `${live}.2026-11-23`, 'one\n');
		},
		disk => {
			write(disk, `${live}.2026-11-23`, 'two\n');
			write(disk, `${live}.2026-11-24`, 'three\n');
		},
		disk => {
			write(disk, `${live}.2026-11-24`, 'four\n');
		},
	], ['one', 'two', 'three', 'four'], 0],
	['files that come together are read in their order', [
		disk => {
			write(disk, `${live}.2026-11-23`, 'one\n');
		},
		disk => {
			write(disk, `${live}.2026-11-25`, 'three\n');
			write(disk, `${live}.2026-11-24`, 'two\n');
		},
	], ['one', 'two', 'three'], 0],
	['a file deleted before the next one came is told', [
		disk => {
			write(disk, `${live}.2026-11-23`, 'one\n');
		},
		disk => {
			disk.remove(`${live}.2026-11-23`);
			write(disk, `${live}.2026-11-25`, 'three\n');
		},
	], ['one', 'three'], 1],
	['a program that was stopped after it rotated twice unseen', [
		disk => {
			write(disk, live, 'one\n');
		},
		disk => {
			disk.rename(live, `${live}.2`);
			write(disk, `${live}.1`, 'two\n');
		},
	], ['one', 'two'], 0],
	['a live file that comes after all goes on from the file that stood in for it', [
		disk => {
			write(disk, `${live}-20261123`, 'one\n');
		},
		disk => {
			write(disk, `${live}-20261124`, 'two\n');
		},
		disk => {
			write(disk, live, 'three\n');
		},
	], ['one', 'two', 'three'], 0],
];

for (const [name, steps, lines, holes] of happenings) {
	test(`without a live file: ${name}`, t => {
		const disk = diskWithFolder();
		const {recorder, lookFor, close} = followInMemory({disk});
		for (const step of steps) {
			step(disk);
			lookFor(longMs);
		}

		close();
		t.deepEqual([recorder.texts, recorder.holes.length], [lines, holes]);
		t.is(disk.openHandles, 0);
	});
}

test('what lies beside a name that is absent for a moment waits for the file that comes', t => {
	const disk = diskWithFolder();
	write(disk, live, 'one\n');
	const {recorder, lookFor, close} = followInMemory({disk});
	lookFor(longMs);
	disk.rename(live, `${live}.3`);
	write(disk, `${live}.1`, 'three\n');
	lookFor(briefMs);
	t.deepEqual(recorder.texts, ['one']);
	write(disk, `${live}.2`, 'two\n');
	write(disk, live, 'four\n');
	lookFor(longMs);
	close();
	t.deepEqual(recorder.texts, ['one', 'two', 'three', 'four']);
});
