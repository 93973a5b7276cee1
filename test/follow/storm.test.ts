import test from 'ava';
import {modes} from '../../bench/storm/rotations.ts';
import {runStorm} from '../../bench/storm/run-storm.ts';

/** Half a second of the storm each: 64 kB files, 200 rotations a second. All at once, so that they starve each other. The long form is bench/storm/storm.ts. */
const quick = {fileBytes: 64 * 1024, rotationsPerSecond: 200, rotations: 80, writeBytes: 8192, keep: 1, seed: 1};

for (const mode of modes) {
	test(`storm, ${mode}: nothing is lost in silence, told twice, torn or out of order`, async t => {
		const [row] = await runStorm({...quick, mode});
		t.like(row!.verdict, {silent: 0, duplicated: 0, torn: 0, outOfOrder: 0});
	});
}

test('storm: a follower stopped for a while announces what it missed', async t => {
	const [row] = await runStorm({...quick, mode: 'rename', rotations: 200, stopMs: 250});
	t.like(row!.verdict, {silent: 0, duplicated: 0, torn: 0, outOfOrder: 0});
});
