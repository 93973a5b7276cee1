import test from 'ava';
import {diskWithFolder, followInMemory} from './stage/memory-ground.ts';
import {live} from './stage/scripted-log.ts';

/** Longer than any pause of following. */
const longMs = 60_000;

test('that all is read is said once, and again only after something came', t => {
	const disk = diskWithFolder();
	disk.create(live);
	const {recorder, lookFor, close} = followInMemory({disk});
	lookFor(longMs);
	t.is(recorder.caughtUpCount, 1);
	disk.hold(live)('a line\n');
	lookFor(longMs);
	t.is(recorder.caughtUpCount, 2);
	close();
});
