import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {setInterval} from 'node:timers/promises';
import type {ExecutionContext} from 'ava';
import {openFollow} from '../../../source/follow/open-follow.ts';
import type {Follow} from '../../../source/follow/follow-port.ts';
import {patienceMs} from '../../patience.ts';
import {Recorder} from './recorder.ts';

/** A folder of its own for one test, gone afterwards. */
export function temporaryFolder(t: ExecutionContext): string {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ledgerline-follow-'));
	t.teardown(() => {
		fs.rmSync(folder, {recursive: true, force: true});
	});
	return folder;
}

type Options = {readonly isFollowing?: boolean; readonly isRecursive?: boolean; readonly ground?: Parameters<typeof openFollow>[2]};

/** Follows real files until the test ends. */
export function follow(t: ExecutionContext, paths: readonly string[], {isFollowing = true, isRecursive = false, ground}: Options = {}): {readonly recorder: Recorder; readonly following: Follow} {
	const recorder = new Recorder();
	const following = openFollow({paths, isFollowing, isRecursive}, recorder, ground);
	t.teardown(() => {
		following.close();
	});
	following.start();
	return {recorder, following};
}

/** Paths in a folder that this process holds open. A descriptor may close while it is looked at. */
export function heldIn(folder: string): readonly string[] {
	return fs.readdirSync('/proc/self/fd').map(fd => {
		try {
			return fs.readlinkSync(`/proc/self/fd/${fd}`);
		} catch {
			return '';
		}
	}).filter(target => target.startsWith(folder));
}

/** Waits for a fact; fails with its name when it does not come true. */
export async function until(isTrue: () => boolean, name: string): Promise<void> {
	for await (const startMs of setInterval(2, Date.now())) {
		if (isTrue()) {
			return;
		}

		if (Date.now() - startMs > patienceMs) {
			throw new Error(`waited in vain until ${name}`);
		}
	}
}
