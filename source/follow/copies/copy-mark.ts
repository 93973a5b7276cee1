import path from 'node:path';
import {isRefusal, type Disk, type FileFacts} from '../disk/disk.ts';
import type {Sibling} from '../discovery/generations.ts';
import {identityKey} from '../rotation/rotation.ts';

/** How the copies beside a live file stood: tells cheaply whether one has been made since. */
export type CopyMark = {
	/** Undefined where there is none. */
	readonly newest: string | undefined;
	/** What the newest copy would be packed into has one of these dates. */
	readonly datesMs: readonly number[];
	/** The copy of what was in the live file before, where it is known: only what directly follows it follows without a gap. */
	readonly settled: FileFacts | undefined;
	/** The newest copy, where it holds what is still in the live file or is merely begun: the live file was not truncated yet. */
	readonly uncut: FileFacts | undefined;
	/** Copies born by then, and neither found in the folder nor held, come too late: what followed them has been given. */
	readonly horizonMs: number | undefined;
	readonly folderChangedMs: number | undefined;
	readonly live: string | undefined;
};

/**
When something came to the folder of a live file, or went; and how the file itself stood, undefined where the next change may have the same time.
Its length is part of that: where the clock is set back a change may be dated as another was before.
*/
export type Changed = {readonly folderMs: number | undefined; readonly live: string | undefined};

/** A file at rest for so long gets another time with its next change: the steps of the clock that dates files are 10 ms at most (CONFIG_HZ), or those of exFAT's times. */
const settledMs = 100;

/** Asked before the folder is listed: what changes meanwhile then shows at the next look. `nowMs`: by the calendar, which dates files, and no later than this is asked. */
export function changedAt(disk: Disk, livePath: string, nowMs: number): Changed {
	const folder = disk.factsOf(path.dirname(livePath));
	const live = disk.factsOf(livePath);
	return {folderMs: isRefusal(folder) ? undefined : folder.modifiedMs, live: !isRefusal(live) && isSettled(live, nowMs) ? markText(live) : undefined};
}

/** Whether the next change of a file has another time than its last one. `nowMs`: by the calendar, and no later than its facts were asked for. */
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

/** What nobody could look at was not the same. */
const isSame = (before: number | string | undefined, now: number | string | undefined): boolean => before !== undefined && before === now;
