import assert from 'node:assert/strict';
import path from 'node:path';
import {setImmediate as turn} from 'node:timers/promises';
import test from 'ava';
import fc from 'fast-check';
import {openFollow} from '../../source/follow/open-follow.ts';
import {ManualClock} from './manual-clock.ts';
import {MeddledDisk, SteppedLog, silentlyLost, type Stepped} from './meddling.ts';
import {Recorder} from './recorder.ts';
import {live, TestDoorbell} from './script.ts';

/** Longer than any wait that following knows. */
const settleMs = 20_000;

/** Archives are unpacked in the real event loop: it is given so many turns at most. */
const patienceTurns = 2000;

/** How many steps of the rotator pass before each call of the follower: mostly none, now and then several rotations. */
const meddling = fc.array(fc.oneof(
	{weight: 6, arbitrary: fc.constant(0)},
	{weight: 3, arbitrary: fc.integer({min: 1, max: 3})},
	{weight: 1, arbitrary: fc.integer({min: 4, max: 30})},
), {minLength: 20, maxLength: 150});

const setting = fc.record({keep: fc.integer({min: 1, max: 3}), linesPerFile: fc.integer({min: 0, max: 3})});

async function play(stepped: Stepped, steps: readonly number[]): Promise<{readonly log: SteppedLog; readonly recorder: Recorder; readonly disk: MeddledDisk}> {
	const disk = new MeddledDisk();
	disk.create(path.dirname(live), 'folder');
	const log = new SteppedLog(disk, live, stepped);
	const clock = new ManualClock();
	const doorbell = new TestDoorbell(1);
	const recorder = new Recorder();
	const following = openFollow({paths: [live], isFollowing: true}, recorder, {disk, clock, openDoorbell: doorbell.open});
	following.start();
	clock.advance(1);
	const left = [...steps];
	disk.meddle = () => {
		log.step(left.shift() ?? 0);
	};

	while (left.length > 0) {
		doorbell.ring();
		clock.advance(10);
	}

	log.finish();
	await settle(clock, () => recorder.texts.includes(log.written.at(-1)!));
	following.close();
	return {log, recorder, disk};
}

async function settle(clock: ManualClock, isRead: () => boolean): Promise<void> {
	clock.advance(settleMs);
	for (let turns = 0; !isRead() && turns < patienceTurns; turns++) {
		// eslint-disable-next-line no-await-in-loop -- One turn after the other is what is waited for.
		await turn();
		clock.advance(1);
	}

	clock.advance(settleMs);
}

for (const kind of ['rename', 'gzip', 'delete', 'rename-over', 'symlink', 'copytruncate'] as const) {
	test(`${kind}, with rotations between any two calls of the follower: nothing is lost in silence, told twice, torn or out of order`, async t => {
		await t.notThrowsAsync(async () => {
			await fc.assert(fc.asyncProperty(setting, meddling, async ({keep, linesPerFile}, steps) => {
				const {log, recorder, disk} = await play({kind, keep, linesPerFile}, steps);
				const lines = recorder.texts;
				assert.deepEqual({
					silent: silentlyLost(log.written, recorder.told),
					twice: lines.filter((line, index) => lines.indexOf(line) !== index),
					torn: lines.filter(line => !log.written.includes(line)),
					disordered: lines.filter((line, index) => index > 0 && line < lines[index - 1]!),
					held: disk.openHandles,
				}, {silent: [], twice: [], torn: [], disordered: [], held: 0});
			}), {numRuns: 100});
		});
	});
}
