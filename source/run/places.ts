import {homedir, tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import process from 'node:process';

/** Folders that a person means without naming them. */
export type Places = {readonly current: string; readonly home: string; readonly temporary: string};

export const placesHere = (): Places => ({current: process.cwd(), home: homedir(), temporary: tmpdir()});

/** A path as a shell would take it: `~/` is the home folder, everything else is seen from the current one. */
export const expandedPath = (typed: string, {current, home}: Places): string =>
	typed.startsWith('~/') ? join(home, typed.slice(2)) : resolve(current, typed);
