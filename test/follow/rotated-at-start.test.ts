import path from 'node:path';
import test from 'ava';
import {MeddledDisk} from './stage/meddled-disk.ts';
import {SteppedLog} from './stage/stepped-log.ts';
import {followInMemory} from './stage/memory-ground.ts';
import {live} from './stage/scripted-log.ts';

/** More than pass in any of these runs, so that nothing that was written is ever out of reach. */
const keep = 9;

/** By then two files have been rotated away, and the third is being written. */
const linesBefore = 3;

const aWhileMs = 500;

/** Follows a log that is rotated while it is opened, so many steps before one of the calls that this takes. */
function followWhileRotated(steps: number, callsBefore: number) {
	const disk = new MeddledDisk();
	disk.create(path.dirname(live), 'folder');
	const log = new SteppedLog(disk, live, {kind: 'rename', keep, linesPerFile: 1});
	while (log.written.length < linesBefore) {
		log.step(1);
	}

	let calls = 0;
	disk.meddle = () => {
		log.step(calls++ === callsBefore ? steps : 0);
	};

	const {recorder, lookFor, close} = followInMemory({disk});
	const startCalls = calls;
	disk.meddle = () => undefined;
	log.finish();
	lookFor(aWhileMs);
	close();
	return {written: log.written, told: recorder.texts, isOver: startCalls <= callsBefore};
}

for (const [name, steps] of [['once', 5], ['twice', 16], ['three times', 28]] as const) {
	test(`a log rotated ${name} at any moment while it is opened comes whole and in order`, t => {
		let callsBefore = 0;
		for (; !followWhileRotated(steps, callsBefore).isOver; callsBefore++) {
			const {written, told} = followWhileRotated(steps, callsBefore);
			t.deepEqual(told, written, `before call ${callsBefore}`);
		}

		t.true(callsBefore > 5);
	});
}
