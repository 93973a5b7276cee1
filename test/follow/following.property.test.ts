import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'ava';
import fc from 'fast-check';
import {openFollow} from '../../source/follow/open-follow.ts';
import {ManualClock} from './stage/manual-clock.ts';
import {MemoryDisk} from './stage/memory-disk.ts';
import {Recorder} from './stage/recorder.ts';
import {gentleActions, wildActions, type Action} from './stage/script.ts';
import {countAgainst} from './stage/script-count.ts';
import {live, ScriptedLog} from './stage/scripted-log.ts';
import {TestDoorbell} from './stage/test-doorbell.ts';

/** Longer than any wait that following knows. */
const settleMs = 20_000;

/** What becomes of the rings: told, dropped or doubled; at once, late, or each after the next one. */
type Hearing = {readonly rings: number; readonly delaysMs: readonly number[]};

const hearing: fc.Arbitrary<Hearing> = fc.record({
	rings: fc.constantFrom(0, 1, 2),
	delaysMs: fc.constantFrom([0], [3], [40], [700], [90, 10, 0], [0, 2000]),
});
const told: Hearing = {rings: 1, delaysMs: [0]};

const keep = fc.integer({min: 1, max: 3});

type Played = {readonly log: ScriptedLog; readonly recorder: Recorder; readonly disk: MemoryDisk};

type Circumstances = {readonly keep: number; readonly hearing: Hearing; readonly lookAfterEach?: boolean; readonly mostHandles?: number};

function play(actions: readonly Action[], {keep: kept, hearing: {rings, delaysMs}, lookAfterEach = false, mostHandles = Infinity}: Circumstances): Played {
	const disk = new MemoryDisk();
	disk.create(path.dirname(live), 'folder');
	const clock = new ManualClock();
	const doorbell = new TestDoorbell(rings);
	const log = new ScriptedLog(disk, kept, () => clock.nowMs());
	const recorder = new Recorder();
	const following = openFollow({paths: [live], isFollowing: true}, recorder, {disk, clock, openDoorbell: doorbell.open, mostHandles});
	following.start();
	for (const [index, action] of actions.entries()) {
		if (mostHandles === 0 && action.type === 'shrink' && disk.isForbidden) {
			// Nobody can see that it was cut, and what is told again then is nobody's fault.
			continue;
		}

		if (action.type === 'look') {
			clock.advance(action.afterMs);
		} else if (action.type === 'step-clock') {
			clock.stepCalendar(action.byMs);
			disk.clock.step(action.byMs);
		} else {
			// Where no log is held open, a cut is looked at only in a file that may be opened.
			if (mostHandles === 0 && action.type === 'shrink') {
				log.play({type: 'allow'});
			}

			log.play(action);
			ringAfter(delaysMs[index % delaysMs.length]!);
			// A file cut and grown again between two looks has been edited: what was told before is told again.
			clock.advance(lookAfterEach || action.type === 'shrink' ? 250 : 0);
		}
	}

	log.play({type: 'allow'});
	clock.advance(settleMs);
	following.close();
	clock.advance(settleMs);
	return {log, recorder, disk};

	function ringAfter(delayMs: number): void {
		if (delayMs === 0) {
			doorbell.ring();
		} else {
			clock.after(delayMs, () => {
				doorbell.ring();
			});
		}
	}
}

test('in the usual day every line comes once, in order, and no hole is claimed, with doorbells told, silent, doubled or late', t => {
	t.notThrows(() => {
		fc.assert(fc.property(gentleActions, hearing, keep, (actions, heard, kept) => {
			const {log, recorder, disk} = play(actions, {keep: kept, hearing: heard, lookAfterEach: true});
			assert.deepEqual(countAgainst(log, recorder.told), {lost: 0, silent: [], twice: [], torn: [], disordered: []});
			assert.deepEqual(recorder.holes, []);
			assert.equal(disk.openHandles, 0);
		}), {numRuns: 300});
	});
});

test('whatever happens, nothing is lost in silence, told twice or torn', t => {
	t.notThrows(() => {
		fc.assert(fc.property(wildActions, hearing, keep, (actions, heard, kept) => {
			const {log, recorder, disk} = play(actions, {keep: kept, hearing: heard});
			const {silent, twice, torn, disordered} = countAgainst(log, recorder.told);
			assert.deepEqual({silent, twice, torn, disordered}, {silent: [], twice: [], torn: [], disordered: []});
			assert.equal(disk.openHandles, 0);
		}), {numRuns: 1000});
	});
});

test('whatever happens where no log may be held open, nothing is lost in silence, told twice or torn', t => {
	t.notThrows(() => {
		fc.assert(fc.property(wildActions, hearing, keep, (actions, heard, kept) => {
			const {log, recorder, disk} = play(actions, {keep: kept, hearing: heard, mostHandles: 0});
			const {silent, twice, torn, disordered} = countAgainst(log, recorder.told);
			assert.deepEqual({silent, twice, torn, disordered}, {silent: [], twice: [], torn: [], disordered: []});
			assert.equal(disk.openHandles, 0);
		}), {numRuns: 300});
	});
});

test('with all doorbells dropped the same lines come', t => {
	t.notThrows(() => {
		fc.assert(fc.property(gentleActions, actions => {
			const heard = play(actions, {keep: 2, hearing: told, lookAfterEach: true});
			const deaf = play(actions, {keep: 2, hearing: {...told, rings: 0}, lookAfterEach: true});
			assert.deepEqual(deaf.recorder.texts.toSorted(), heard.recorder.texts.toSorted());
		}), {numRuns: 100});
	});
});
