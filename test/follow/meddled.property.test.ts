import assert from 'node:assert/strict';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as pause} from 'node:timers/promises';
import test from 'ava';
import fc from 'fast-check';
import {openFollow} from '../../source/follow/open-follow.ts';
import {ManualClock} from './stage/manual-clock.ts';
import {MeddledDisk} from './stage/meddled-disk.ts';
import {silentlyLost} from './stage/silently-lost.ts';
import {type Stepped, SteppedLog} from './stage/stepped-log.ts';
import {Recorder} from './stage/recorder.ts';
import {live} from './stage/scripted-log.ts';
import {TestDoorbell} from './stage/test-doorbell.ts';
import {WakefulDoorman, type Stir} from './stage/wakeful-doorman.ts';

/** Enough for every day; what is rare takes thousands (`LEDGERLINE_MEDDLED_RUNS`). */
const {LEDGERLINE_MEDDLED_RUNS = '100'} = process.env;
const numRuns = Number(LEDGERLINE_MEDDLED_RUNS);

/** Longer than any wait that following knows. */
const settleMs = 20_000;

/** Archives are unpacked by threads of the machine, which may be busy: it is given so much time at most, a millisecond at a time. */
const patienceMs = 20_000;

/** How many steps of the rotator pass before each call of the follower: mostly none, now and then several rotations. */
const meddling = fc.array(fc.oneof(
	{weight: 6, arbitrary: fc.constant(0)},
	{weight: 3, arbitrary: fc.integer({min: 1, max: 3})},
	{weight: 1, arbitrary: fc.integer({min: 4, max: 30})},
), {minLength: 20, maxLength: 150});

/** What a doorman apart does meanwhile, over and over. */
const stirring = fc.array(fc.constantFrom<Stir>('sleep', 'sleep', 'look', 'beside', 'beside', 'written', 'send', 'send'), {minLength: 1, maxLength: 60});

const setting = fc.record({keep: fc.integer({min: 1, max: 3}), linesPerFile: fc.integer({min: 0, max: 3})});

type Played = {readonly log: SteppedLog; readonly recorder: Recorder; readonly disk: MeddledDisk};

async function play(stepped: Stepped, steps: readonly number[], stirs?: readonly Stir[]): Promise<Played> {
	const disk = new MeddledDisk();
	disk.create(path.dirname(live), 'folder');
	const log = new SteppedLog(disk, live, stepped);
	const clock = new ManualClock();
	const doorbell = new TestDoorbell(1);
	const recorder = new Recorder();
	const doorman = stirs === undefined ? undefined : new WakefulDoorman(disk.unmeddled, stirs);
	const following = openFollow({paths: [live], isFollowing: true}, recorder, {disk, clock, openDoorbell: doorbell.open, ...(doorman && {openDoorman: doorman.open})});
	following.start();
	clock.advance(1);
	const left = [...steps];
	disk.meddle = () => {
		for (let count = left.shift() ?? 0; count > 0; count--) {
			log.step(1);
			doorman?.stir();
		}

		doorman?.stir();
	};

	while (left.length > 0) {
		doorbell.ring();
		clock.advance(10);
	}

	disk.meddle = () => undefined;
	log.finish();
	doorman?.lookAround();
	doorbell.ring();
	await settle(clock, () => recorder.texts.includes(log.written.at(-1)!));
	following.close();
	return {log, recorder, disk};
}

async function settle(clock: ManualClock, isRead: () => boolean): Promise<void> {
	clock.advance(settleMs);
	for (let waitedMs = 0; !isRead() && waitedMs < patienceMs; waitedMs++) {
		// eslint-disable-next-line no-await-in-loop -- One turn after the other is what is waited for.
		await pause(1);
		clock.advance(1);
	}

	clock.advance(settleMs);
}

/** What nobody may ever do, whatever happens. */
function sinsOf({log, recorder, disk}: Played) {
	const lines = recorder.texts;
	return {
		silent: silentlyLost(log.written, recorder.told),
		twice: lines.filter((line, index) => lines.indexOf(line) !== index),
		torn: lines.filter(line => !log.written.includes(line)),
		disordered: lines.filter((line, index) => index > 0 && line < lines[index - 1]!),
		held: disk.openHandles,
	};
}

const noSins = {silent: [], twice: [], torn: [], disordered: [], held: 0};

for (const kind of ['rename', 'gzip', 'olddir', 'olddir-gzip', 'delete', 'rename-over', 'symlink', 'copytruncate'] as const) {
	test(`${kind}, with rotations between any two calls of the follower: nothing is lost in silence, told twice, torn or out of order`, async t => {
		await t.notThrowsAsync(async () => {
			await fc.assert(fc.asyncProperty(setting, meddling, async ({keep, linesPerFile}, steps) => {
				assert.deepEqual(sinsOf(await play({kind, keep, linesPerFile}, steps)), noSins);
			}), {numRuns});
		});
	});

	test(`${kind}, with a doorman who looks at any moment and is heard of later: nothing is lost in silence, told twice, torn or out of order`, async t => {
		await t.notThrowsAsync(async () => {
			await fc.assert(fc.asyncProperty(setting, meddling, stirring, async ({keep, linesPerFile}, steps, stirs) => {
				assert.deepEqual(sinsOf(await play({kind, keep, linesPerFile}, steps, stirs)), noSins);
			}), {numRuns});
		});
	});
}
