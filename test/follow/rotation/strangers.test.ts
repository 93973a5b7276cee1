import test from 'ava';
import type {MemoryDisk} from '../stage/memory-disk.ts';
import {diskWithFolder, followInMemory} from '../stage/memory-ground.ts';
import {live} from '../stage/scripted-log.ts';
import {WakefulDoorman} from '../stage/wakeful-doorman.ts';

/** Longer than any rotator takes to truncate what it copied. */
const longMs = 5000;

function write(disk: MemoryDisk, file: string, text: string): void {
	if (!disk.has(file)) {
		disk.create(file);
	}

	disk.hold(file)(text);
}

/** Each is what happens in steps, each looked at for long, and what must come; the log holds `one` and `two` before. */
const happenings: ReadonlyArray<readonly [name: string, steps: ReadonlyArray<(disk: MemoryDisk) => void>, told: readonly string[]]> = [
	['written to by a rotator that counts upwards is read and read on', [
		disk => {
			write(disk, `${live}.1`, 'three\n');
		},
		disk => {
			write(disk, `${live}.1`, 'four\n');
		},
		disk => {
			write(disk, `${live}.2`, 'five\n');
		},
	], ['late three', 'late four', 'late five']],
	['made of the log as it stands is not read, nor is it when the log has grown', [
		disk => {
			disk.copy(live, `${live}.1`);
		},
		disk => {
			write(disk, live, 'three\n');
		},
	], ['line three']],
	['copied long before the log was truncated is not read', [
		disk => {
			disk.copy(live, `${live}.1`);
		},
		disk => {
			disk.truncate(live, 0);
			write(disk, live, 'three\n');
		},
	], ['line three']],
	['that is empty for long and filled then is read', [
		disk => {
			disk.create(`${live}.1`);
		},
		disk => {
			write(disk, `${live}.1`, 'three\n');
		},
	], ['late three']],
	['emptied and written anew when its turn comes again is read each time', [
		disk => {
			write(disk, `${live}.1`, 'three\n');
		},
		disk => {
			disk.truncate(`${live}.1`, 0);
			write(disk, `${live}.1`, '4\n');
		},
		disk => {
			disk.truncate(`${live}.1`, 0);
			write(disk, `${live}.1`, 'five and more than before\n');
		},
	], ['late three', 'hole', 'late 4', 'hole', 'late five and more than before']],
	['mirrored after the new one gives what was not read of the old one', [
		disk => {
			write(disk, `${live}~`, 'four\n');
			disk.rename(`${live}~`, live);
		},
		disk => {
			write(disk, `${live}~`, 'one\ntwo\nthree\n');
			disk.rename(`${live}~`, `${live}.1`);
		},
	], ['hole', 'line four', 'late three']],
];

for (const [name, steps, told] of happenings) {
	test(`a previous file beside an untouched log, ${name}`, t => {
		const disk = diskWithFolder();
		write(disk, live, 'one\ntwo\n');
		const doorman = new WakefulDoorman(disk, ['sleep']);
		const {recorder, lookFor, close} = followInMemory({disk, openDoorman: doorman.open});
		lookFor(longMs);
		for (const step of steps) {
			step(disk);
			doorman.lookAround();
			lookFor(longMs);
		}

		close();
		t.deepEqual(recorder.told.map(({type, text}) => type === 'hole' ? type : `${type} ${text}`), ['line one', 'line two', ...told]);
		t.is(disk.openHandles, 0);
	});
}
