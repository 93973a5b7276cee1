import {execFileSync} from 'node:child_process';
import type {ExecutionContext} from 'ava';
import {temporaryFolder} from './program.ts';

/** A folder with a disk of its own, of so many kB, gone at the end of the test; undefined where nobody may mount one (mount(2): EPERM). */
export function smallDisk(t: ExecutionContext, kilobytes: number): {readonly folder: string; makeReadOnly(): void} | undefined {
	const folder = temporaryFolder(t);
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder], {stdio: 'ignore'});
	} catch {
		t.pass('skipped: nobody may mount a small disk here');
		return undefined;
	}

	t.teardown(() => execFileSync('umount', [folder]));
	return {
		folder,
		makeReadOnly() {
			execFileSync('mount', ['-o', 'remount,ro', folder]);
		},
	};
}
