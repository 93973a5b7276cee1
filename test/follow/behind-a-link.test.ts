import path from 'node:path';
import test from 'ava';
import type {MemoryDisk} from './stage/memory-disk.ts';
import {diskWithFolder, followInMemory} from './stage/memory-ground.ts';
import {live} from './stage/scripted-log.ts';

const target = '/pods/app/0.log';

function diskWithLink(text: string): MemoryDisk {
	const disk = diskWithFolder();
	disk.create(path.dirname(target), 'folder');
	disk.create(target);
	disk.hold(target)(text);
	disk.link(target, live);
	return disk;
}

/** As the kubelet does: the file is renamed, and the runtime makes another one. */
function rotate(disk: MemoryDisk, second: number, text: string): void {
	disk.rename(target, `${target}.20260101-1200${second}`);
	disk.create(target);
	disk.hold(target)(text);
}

for (const [name, rotations] of [
	['once', [['two\n']]],
	['again and again', [['two\n'], ['three\n'], ['four\n']]],
	['several times at once', [['two\n', 'three\n', 'four\n']]],
] as const) {
	test(`a file that a link leads to is rotated where it lies, ${name}: every line comes once, in order, and nothing is doubted`, t => {
		const disk = diskWithLink('one\n');
		const {clock, recorder, lookFor, close} = followInMemory({disk});
		clock.advance(300);
		let second = 10;
		for (const texts of rotations) {
			for (const text of texts) {
				second++;
				rotate(disk, second, text);
			}

			lookFor(300);
		}

		close();
		t.deepEqual(recorder.texts, ['one', ...rotations.flat().map(text => text.trimEnd())]);
		t.deepEqual(recorder.holes, []);
		t.is(disk.openHandles, 0);
	});
}

test('files that were rotated where a link leads are read before it', t => {
	const disk = diskWithLink('one\n');
	rotate(disk, 11, 'two\n');
	rotate(disk, 12, 'three\n');
	const {clock, recorder, close} = followInMemory({disk});
	clock.advance(300);
	close();
	t.deepEqual(recorder.texts, ['one', 'two', 'three']);
	t.deepEqual(recorder.holes, []);
});
