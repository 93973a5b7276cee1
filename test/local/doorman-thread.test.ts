import fs from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {openFollow} from '../../source/follow/open-follow.ts';
import {openDoormanThread} from '../../source/local/doorman-thread.ts';
import {Recorder} from '../follow/recorder.ts';
import {heldIn, temporaryFolder, until} from '../follow/real-ground.ts';

test.serial('with the doorman in its own thread every line comes once through rotations, and after closing nothing is held open', async t => {
	const folder = temporaryFolder(t);
	const live = path.join(folder, 'audit.log');
	fs.writeFileSync(live, 'line 0\n');
	const recorder = new Recorder();
	const following = openFollow({paths: [live], isFollowing: true}, recorder, {openDoorman: openDoormanThread});
	following.start();
	const written = ['line 0'];
	for (let round = 1; round <= 20; round++) {
		fs.renameSync(live, `${live}.1`);
		fs.writeFileSync(live, `line ${round}\n`);
		written.push(`line ${round}`);
		// eslint-disable-next-line no-await-in-loop -- Each rotation waits for the one before, now before and now after the thread stands.
		await until(() => recorder.texts.length === written.length, 'the new file is read');
	}

	t.deepEqual(recorder.texts, written);
	t.deepEqual(recorder.holes, []);
	fs.rmSync(live);
	fs.writeFileSync(live, 'closed before it was read\n');
	following.close();
	await until(() => heldIn(folder).length === 0, 'nothing is held open');
});

test.serial('closed before its thread stands, the doorman leaves nothing open either', async t => {
	const folder = temporaryFolder(t);
	const live = path.join(folder, 'audit.log');
	fs.writeFileSync(live, 'line\n');
	const following = openFollow({paths: [live], isFollowing: true}, new Recorder(), {openDoorman: openDoormanThread});
	following.start();
	following.close();
	await t.notThrowsAsync(until(() => heldIn(folder).length === 0, 'nothing is held open'));
});
