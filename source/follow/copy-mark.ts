import path from 'node:path';
import {isRefusal, type Disk, type FileFacts} from './disk.ts';
import type {Sibling} from './generations.ts';
import {identityKey} from './rotation.ts';

/** How the copies beside a live file stood: tells cheaply whether one has been made since. */
export type CopyMark = {
	/** Undefined where there is none. */
	readonly newest: string | undefined;
	/** The copy of what was in the live file before, where it is known: only what directly follows it follows without a gap. */
	readonly settled: FileFacts | undefined;
	/** The newest copy, where it holds what is still in the live file or is merely begun: the live file was not truncated yet. */
	readonly uncut: FileFacts | undefined;
	/** Copies born by then, and neither found in the folder nor held, come too late: what followed them has been given. */
	readonly horizonMs: number | undefined;
	readonly folderChangedMs: number | undefined;
	readonly liveChangedMs: number | undefined;
};

/** When something came to the folder of a live file, or went, and when the file itself was written. Asked before the folder is listed: what changes meanwhile then shows at the next look. */
export type Changed = {readonly folderMs: number | undefined; readonly liveMs: number | undefined};

export const changedAt = (disk: Disk, livePath: string): Changed => ({folderMs: changedMs(disk, path.dirname(livePath)), liveMs: changedMs(disk, livePath)});

/** How the newest copy in a listing stands. */
export function markOf(siblings: readonly Sibling[], {folderMs, liveMs}: Changed): CopyMark {
	const facts = siblings.at(-1)?.facts;
	return {
		newest: facts === undefined ? undefined : markText(facts),
		settled: facts,
		uncut: undefined,
		horizonMs: folderMs,
		folderChangedMs: folderMs,
		liveChangedMs: liveMs,
	};
}

export const markText = (facts: FileFacts): string => `${identityKey(facts)} ${facts.sizeBytes} ${facts.modifiedMs}`;

/**
Whether no copy was made between two marks. A copy that alone has what is no longer in the live file is looked at again.
The only copy is removed a moment before the next one is made: where there is none at both times, one may have come and gone unless the folder,
or the live file, is as it was.
*/
export function isCalmBetween(before: CopyMark, now: CopyMark): boolean {
	const isNewestSame = before.uncut === undefined && before.newest === now.newest;
	const isSomethingSame = now.newest !== undefined || isSame(before.folderChangedMs, now.folderChangedMs) || isSame(before.liveChangedMs, now.liveChangedMs);
	return isNewestSame && isSomethingSame;
}

/** What nobody could look at was not the same. */
const isSame = (before: number | undefined, now: number | undefined): boolean => before !== undefined && before === now;

function changedMs(disk: Disk, where: string): number | undefined {
	const facts = disk.factsOf(where);
	return isRefusal(facts) ? undefined : facts.modifiedMs;
}
