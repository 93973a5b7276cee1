import path from 'node:path';
import {join, type FollowedSource} from '../followed-source.ts';
import {folderStateOf} from '../disk/folder-names.ts';
import {newestOf} from '../follower.ts';
import {Generation} from '../generation.ts';
import {siblingsOf, type Sibling} from '../discovery/generations.ts';
import {openSiblingFile} from '../handles/open-generation.ts';
import {linkUp} from './link-up.ts';
import {absenceWorthSayingMs} from './presence.ts';

/**
If the live name stays empty, the newest file beside it stands in: it joins the chain, after whatever lies between. Writers that put the date into
the name (syslog-ng, rotatelogs, winston) never create a live name, and other programs may have been stopped right after a rotation.
During a normal rotation the name is missing only for a moment; files moved meanwhile are dealt with when the next live file comes.
*/
export function takeStandIn(source: FollowedSource, nowMs: number): 'grabbed' | 'same' {
	const sibling = isDeserted(source, nowMs) && hasFolderChanged(source) ? newUnread(source) : undefined;
	const file = sibling === undefined ? undefined : openSiblingFile(source.disk, sibling.newest);
	if (sibling === undefined || file === undefined) {
		return 'same';
	}

	const fresh = new Generation(file);
	fresh.mayBeCopy = true;
	const arrival = {type: 'file', file, siblings: sibling.siblings, between: [], seenMs: undefined, directlyAfter: undefined, isDirectIfRenamed: false} as const;
	join(source, [...linkUp(source, {newest: newestOf(source.chain), fresh, arrival}), fresh]);
	source.rotatedAtMs = nowMs;
	return 'grabbed';
}

function isDeserted({presence, disk, description}: FollowedSource, nowMs: number): boolean {
	const isAbsent = presence?.type === 'absent' && (presence.isFromStart || nowMs - presence.sinceMs >= absenceWorthSayingMs);
	// Beside a link lie its targets, the next one among them.
	return isAbsent && !disk.isLink(description.path);
}

/** A folder may hold the files of years. */
function hasFolderChanged(source: FollowedSource): boolean {
	const {disk, description, calendarMs, desertedFolder: before} = source;
	source.desertedFolder = folderStateOf(disk, path.dirname(description.path), calendarMs());
	return before === undefined || source.desertedFolder !== before;
}

type Unread = {readonly siblings: readonly Sibling[]; readonly newest: Sibling};

function newUnread(source: FollowedSource): Unread | undefined {
	const siblings = siblingsOf(source.disk, source.description.path);
	const newest = siblings.findLast(({archive}) => archive === undefined);
	// Read here, or under another name: a rotator may move files into a folder that is followed as well.
	const isRead = newest === undefined || source.rememberers.of(newest.facts).length > 0;
	return isRead ? undefined : {siblings, newest};
}
