import path from 'node:path';
import {isRefusal, type Disk, type FileFacts} from '../disk/disk.ts';
import type {Sibling} from '../discovery/generations.ts';
import {identityKey} from '../rotation/rotation.ts';

/** The state of the copies beside a live file: shows cheaply whether one has been made since. */
export type CopyMark = {
	/** Undefined where there is none. */
	readonly newest: string | undefined;
	/** If the newest copy is packed, the archive has one of these dates. */
	readonly datesMs: readonly number[];
	/** The copy of what was in the live file before, if known: only what directly follows it follows without a gap. */
	readonly settled: FileFacts | undefined;
	/** The newest copy, if it holds what is still in the live file or has only been begun: the live file was not truncated yet. */
	readonly uncut: FileFacts | undefined;
	/** Copies born by then that were neither found in the folder nor held open come too late: what followed them has been delivered. */
	readonly horizonMs: number | undefined;
	readonly folderChangedMs: number | undefined;
	readonly live: string | undefined;
};

/**
When the folder of a live file last changed, and the state of the file itself; undefined if the next change may get the same time.
The length is part of that state: if the clock is set back, a change may get the date of an earlier one.
*/
export type Changed = {readonly folderMs: number | undefined; readonly live: string | undefined};

/** After this long at rest, a file's next change gets another time: the clock that dates files has steps of at most 10 ms (CONFIG_HZ), or those of exFAT. */
const settledMs = 100;

/** Asked before the folder is listed: what changes meanwhile then shows at the next look. `nowMs`: wall-clock time, which is what files are dated by, taken no later than this is asked. */
export function changedAt(disk: Disk, livePath: string, nowMs: number): Changed {
	const folder = disk.factsOf(path.dirname(livePath));
	const live = disk.factsOf(livePath);
	return {folderMs: isRefusal(folder) ? undefined : folder.modifiedMs, live: !isRefusal(live) && isSettled(live, nowMs) ? markText(live) : undefined};
}

/** Whether the next change of a file has another time than its last one. `nowMs`: wall-clock time, taken no later than its facts were asked for. */
export const isSettled = ({modifiedMs}: FileFacts, nowMs: number): boolean => nowMs - modifiedMs >= settledMs;

/** How the newest copy in a listing stands. */
export function markOf(siblings: readonly Sibling[], {folderMs, live}: Changed): CopyMark {
	const facts = siblings.at(-1)?.facts;
	return {
		newest: facts === undefined ? undefined : markText(facts),
		datesMs: facts === undefined ? [] : [facts.modifiedMs],
		settled: facts,
		uncut: undefined,
		horizonMs: folderMs,
		folderChangedMs: folderMs,
		live,
	};
}

export const markText = (facts: FileFacts): string => `${identityKey(facts)} ${facts.sizeBytes} ${facts.modifiedMs}`;

/**
Whether nothing of the live file can be in a copy alone: no copy was made between two marks, or the file was neither written nor truncated, which would have
set its time of change (write(2), truncate(2)). `after`: asked when the copies had been listed for the second mark.
A copy that alone has what is no longer in the live file is looked at again.
The only copy is removed a moment before the next one is made: where there is none at both times, one may have come and gone unless the folder is as it was.
*/
export function isCalmBetween(before: CopyMark, now: CopyMark, after: Changed): boolean {
	const isLiveSame = isSame(before.live, after.live);
	const isNewestSame = before.newest === now.newest;
	const isFolderSame = now.newest !== undefined || isSame(before.folderChangedMs, now.folderChangedMs);
	return before.uncut === undefined && (isLiveSame || (isNewestSame && isFolderSame));
}

/** What could not be looked at counts as changed. */
const isSame = (before: number | string | undefined, now: number | string | undefined): boolean => before !== undefined && before === now;
