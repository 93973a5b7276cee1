import {homedir, tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import process from 'node:process';

/** The usual folders. */
export type Places = {readonly current: string; readonly home: string; readonly temporary: string};

export function placesHere(): Places {
	const temporary = tmpdir();
	// A user without $HOME and without an entry in the password file has no home folder (getpwuid_r(3)), and the current folder may have been removed (getcwd(3)).
	const home = orElse(homedir, temporary);
	return {current: orElse(process.cwd, home), home, temporary};
}

/** A path resolved as a shell would: `~/` is the home folder, other relative paths start at the current one. */
export const expandedPath = (typed: string, {current, home}: Places): string =>
	typed.startsWith('~/') ? join(home, typed.slice(2)) : resolve(current, typed);

/** Whether the current folder has been removed. */
export const isFolderGone = (): boolean => orElse(process.cwd, '') === '';

function orElse(ask: () => string, otherwise: string): string {
	try {
		return ask();
	} catch {
		return otherwise;
	}
}
