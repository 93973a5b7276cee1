import path from 'node:path';
import {isRefusal, type Disk, type FileFacts} from './disk.ts';
import type {Sibling} from './generations.ts';
import {identityKey} from './rotation.ts';

/** How the copies beside a live file stood: tells cheaply whether one has been made since. */
export type CopyMark = {
	/** Undefined where there is none. */
	readonly newest: string | undefined;
	/** It holds what is still in the live file: it was made, and the live file not truncated yet. */
	readonly isUncut: boolean;
	readonly folderChangedMs: number | undefined;
	readonly liveChangedMs: number | undefined;
};

/** How the newest copy in a listing stands. */
export function markOf(disk: Disk, livePath: string, siblings: readonly Sibling[]): CopyMark {
	const facts = siblings.at(-1)?.facts;
	return {
		newest: facts === undefined ? undefined : markText(facts),
		isUncut: false,
		folderChangedMs: changedMs(disk, path.dirname(livePath)),
		liveChangedMs: changedMs(disk, livePath),
	};
}

export const markText = (facts: FileFacts): string => `${identityKey(facts)} ${facts.sizeBytes} ${facts.modifiedMs}`;

/**
Whether no copy was made between two marks. A copy that alone has what is no longer in the live file is looked at again.
The only copy is removed a moment before the next one is made: where there is none at both times, one may have come and gone unless the folder,
or the live file, is as it was.
*/
export function isCalmBetween(before: CopyMark, now: CopyMark): boolean {
	const isNewestSame = !before.isUncut && before.newest === now.newest;
	const isSomethingSame = now.newest !== undefined || before.folderChangedMs === now.folderChangedMs || before.liveChangedMs === now.liveChangedMs;
	return isNewestSame && isSomethingSame;
}

function changedMs(disk: Disk, where: string): number | undefined {
	const facts = disk.factsOf(where);
	return isRefusal(facts) ? undefined : facts.modifiedMs;
}
