import path from 'node:path';
import test from 'ava';
import type {OpenDoorman} from '../../source/follow/doorman/doorman.ts';
import {MemoryDisk} from './stage/memory-disk.ts';
import {followInMemory} from './stage/memory-ground.ts';
import type {Recorder} from './stage/recorder.ts';
import {live} from './stage/scripted-log.ts';
import {WakefulDoorman} from './stage/wakeful-doorman.ts';

/** A log that is not there yet is waited for; meanwhile `happen`, and then it is looked at. */
function waitedFor(disk: MemoryDisk, happen: () => void, openDoorman?: OpenDoorman): Recorder {
	disk.create(path.dirname(live), 'folder');
	const {clock, recorder, lookFor, close} = followInMemory({disk, ...openDoorman !== undefined && {openDoorman}});
	clock.advance(100);
	happen();
	lookFor(1000);
	close();
	return recorder;
}

function write(disk: MemoryDisk, text: string): void {
	if (!disk.has(live)) {
		disk.create(live);
	}

	disk.hold(live)(text);
}

for (const [name, rotate] of [
	['renamed', (disk: MemoryDisk) => {
		disk.rename(live, `${live}.1`);
	}],
	['copied and truncated', (disk: MemoryDisk) => {
		disk.copy(live, `${live}.1`);
		disk.truncate(live, 0);
	}],
] as const) {
	test(`what a log that is waited for held before it was first seen is read from the file to which it was ${name}`, t => {
		const disk = new MemoryDisk();
		const {texts, holes} = waitedFor(disk, () => {
			write(disk, 'one\n');
			rotate(disk);
			write(disk, 'two\n');
		});
		t.deepEqual(texts, ['one', 'two']);
		t.deepEqual(holes, []);
		t.is(disk.openHandles, 0);
	});
}

test('a log that is waited for, rotated before it was first seen, is read in order where a doorman apart opened the previous file first', t => {
	const disk = new MemoryDisk();
	const doorman = new WakefulDoorman(disk, ['beside', 'look', 'send']);
	const {texts} = waitedFor(disk, () => {
		write(disk, 'one\n');
		disk.rename(live, `${live}.1`);
		doorman.stir();
		write(disk, 'two\n');
		doorman.stir();
		doorman.stir();
	}, doorman.open);
	t.deepEqual(texts, ['one', 'two']);
	t.is(disk.openHandles, 0);
});

test('a copy made of a log when it first came is not read beside it', t => {
	const disk = new MemoryDisk();
	const {texts} = waitedFor(disk, () => {
		write(disk, 'one\n');
		disk.copy(live, `${live}.1`);
	});
	t.deepEqual(texts, ['one']);
	t.is(disk.openHandles, 0);
});
