import test from 'ava';
import type {MemoryDisk} from './stage/memory-disk.ts';
import {diskWithFolder, followInMemory} from './stage/memory-ground.ts';
import {live} from './stage/scripted-log.ts';

const rotations = 4;

/** Long enough for what rang to be read. */
const aWhileMs = 100;

/** What logrotate does for `renamecopy`, system call by system call: the file that was read ends under a name of its own, and another holds the same. */
function * rotate(disk: MemoryDisk, keep: number): Generator<undefined, void> {
	disk.remove(`${live}.${keep}`);
	for (let serial = keep - 1; serial >= 1; serial--) {
		if (!disk.has(`${live}.${serial}`)) {
			continue;
		}

		disk.rename(`${live}.${serial}`, `${live}.${serial + 1}`);
		yield;
	}

	disk.rename(live, `${live}.1.tmp`);
	yield;
	disk.create(live);
	yield;
	disk.create(`${live}.1`);
	yield;
	disk.fill(`${live}.1`, disk.bytesOf(`${live}.1.tmp`));
	yield;
	disk.remove(`${live}.1.tmp`);
}

for (const keep of [1, 2, 3]) {
	for (const [name, isLookedAtEachStep] of [['at each step', true], ['once it is over', false]] as const) {
		test(`a log renamed and copied, ${keep} kept, looked at ${name}: its copies are not read again`, t => {
			const disk = diskWithFolder();
			disk.create(live);
			const {recorder, lookFor, close} = followInMemory({disk});
			const written = Array.from({length: rotations}, (_, index) => `line ${index}`);
			for (const line of written) {
				disk.hold(live)(`${line}\n`);
				lookFor(aWhileMs);
				for (const _ of rotate(disk, keep)) {
					if (isLookedAtEachStep) {
						lookFor(aWhileMs);
					}
				}

				lookFor(aWhileMs);
			}

			close();
			t.deepEqual(recorder.texts, written);
			t.is(disk.openHandles, 0);
		});
	}
}
