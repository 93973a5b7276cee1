import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import test from 'ava';
import fc from 'fast-check';
import {openFollow} from '../../source/follow/open-follow.ts';
import {until} from './stage/real-ground.ts';
import {RealDisk} from './stage/real-disk.ts';
import {Recorder} from './stage/recorder.ts';
import {realActions, type Action} from './stage/script.ts';
import {countAgainst} from './stage/script-count.ts';
import {live, ScriptedLog} from './stage/scripted-log.ts';

const runs = 25;

/** Long enough for late lines to be looked for. */
const settleMs = 200;

/** A pause of a script, shortened: the clock of the machine cannot be turned. */
const longestPauseMs = 20;

async function play(folder: string, actions: readonly Action[], keep: number): Promise<{readonly log: ScriptedLog; readonly recorder: Recorder}> {
	const disk = new RealDisk(path.join(folder, 'logs'));
	const log = new ScriptedLog(disk, keep, () => performance.now());
	const recorder = new Recorder();
	const following = openFollow({paths: [disk.at(live)], isFollowing: true}, recorder);
	following.start();
	await until(() => recorder.caughtUpCount > 0, 'following stands');
	await playAll(log, actions);
	log.play({type: 'write', lines: 1});
	await until(() => recorder.texts.includes(log.written.at(-1)!), 'the last line is read');
	// An archive met while it was being packed is read later than what follows it, when its packer has come to rest.
	await until(() => countAgainst(log, recorder.told).silent.length === 0, 'nothing is missing in silence');
	await pause(settleMs);
	following.close();
	disk.close();
	return {log, recorder};
}

async function playAll(log: ScriptedLog, [action, ...rest]: readonly Action[]): Promise<void> {
	if (action === undefined) {
		return;
	}

	if (action.type === 'look') {
		await pause(Math.min(action.afterMs, longestPauseMs));
	} else if (action.type !== 'step-clock') {
		log.play(action);
	}

	await playAll(log, rest);
}

test('on files of the machine: whatever happens, nothing is lost in silence, told twice or torn', async t => {
	await t.notThrowsAsync(async () => {
		await fc.assert(fc.asyncProperty(realActions, fc.integer({min: 1, max: 3}), async (actions, keep) => {
			const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ledgerline-script-'));
			const {log, recorder} = await play(folder, actions, keep);
			fs.rmSync(folder, {recursive: true, force: true});
			const {silent, twice, torn, disordered} = countAgainst(log, recorder.told);
			assert.deepEqual({silent, twice, torn, disordered}, {silent: [], twice: [], torn: [], disordered: []});
		}), {numRuns: runs});
	});
});
