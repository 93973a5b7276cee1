import {ownOutput} from '../disk/own-output.ts';
import type {Sight} from './rotation.ts';

/** Whether the live name can be seen at all. */
export type Presence =
	| {readonly type: 'present'}
	| {readonly type: 'absent'; readonly sinceMs: number; readonly isFromStart: boolean}
	| {readonly type: 'blind'; readonly why: string};

/** During a rotation the name is missing for a moment; only a longer absence is worth reporting. */
export const absenceWorthSayingMs = 1000;

/** The name as it stands after one more look. */
export function presenceAfter(before: Presence | undefined, sight: Sight, nowMs: number): Presence {
	switch (sight.type) {
		case 'file': {
			return {type: 'present'};
		}

		case 'absent': {
			return before?.type === 'absent' ? before : {type: 'absent', sinceMs: nowMs, isFromStart: before === undefined};
		}

		case 'not-a-file': {
			return {type: 'blind', why: sight.kind === 'folder' ? 'it is a folder' : 'it is a pipe or a device'};
		}

		case 'followed-elsewhere': {
			return {type: 'blind', why: `it is the same file as ${sight.path}, which is followed`};
		}

		case 'refused': {
			return {type: 'blind', why: reasonFor(sight.code)};
		}
	}
}

/** An errno name as people say it. */
export const reasonFor = (code: string): string => reasons.get(code) ?? code;

const reasons: ReadonlyMap<string, string> = new Map([
	['EACCES', 'permission denied (EACCES)'],
	['EPERM', 'not permitted (EPERM)'],
	['EIO', 'the disk reports a read error (EIO)'],
	['EMFILE', 'this program holds too many open files, or the machine has no inotify instance left (EMFILE)'],
	['ENFILE', 'the system holds too many open files (ENFILE)'],
	['ENOSPC', 'the machine has no inotify watch left (ENOSPC)'],
	['ELOOP', 'the link leads back to itself (ELOOP)'],
	['ENAMETOOLONG', 'the name is too long (ENAMETOOLONG)'],
	['ENOENT', 'there is no such file (ENOENT)'],
	['EINVAL', 'it is not a regular file; copy it into one to read it (EINVAL)'],
	[ownOutput, 'it is the file that standard output goes into'],
	['ESTALE', 'the network file system lost the file (ESTALE)'],
]);
