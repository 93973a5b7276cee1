import path from 'node:path';
import {isRefusal, type Disk} from '../disk/disk.ts';
import type {FollowedSource} from '../followed-source.ts';
import type {Generation} from '../generation.ts';
import {namesakeIn, siblingsOlderThan, type Sibling} from '../discovery/generations.ts';
import {identityAt} from '../disk/look.ts';

type Rotated = {
	/** The file that the live name led to before. */
	readonly newest: Generation;
	/** The one it leads to now. */
	readonly fresh: Generation;
};

/**
The previous files of a log whose rotator moves them to another folder (logrotate's `olddir`), oldest first. The descriptor of the file that was read tells where it went.
There are none if that file lies, or last lay, beside its live name; and none for a link, whose renamed target is found beside the target. Files there that are followed under their own names are left to those.
*/
export function siblingsElsewhere(source: FollowedSource, {newest, fresh}: Rotated): readonly Sibling[] {
	const {disk, description: {path: livePath}, rememberers} = source;
	const place = newest.handle === undefined ? undefined : disk.pathOf(newest.handle);
	if (place === undefined || isRefusal(place) || disk.isLink(livePath) || isSameFolder(disk, path.dirname(place), path.dirname(livePath))) {
		return [];
	}

	return siblingsOlderThan(disk, livePath, fresh.facts, namesakeIn(path.dirname(place), livePath))
		.filter(({facts}) => rememberers.of(facts).every(owner => owner === source));
}

/** Behind the name of a file without one (proc_pid_fd(5)). */
const deletedMark = ' (deleted)';

/** Whether a file that was opened at a live name left that by being renamed, whatever became of it since: its descriptor knows the name that it had last. */
export function isRenamedAway(disk: Disk, livePath: string, {handle}: Generation): boolean {
	const place = handle === undefined ? undefined : disk.pathOf(handle);
	if (place === undefined || isRefusal(place)) {
		return false;
	}

	const {base, dir} = path.parse(place);
	const names = base.endsWith(deletedMark) ? [base, base.slice(0, -deletedMark.length)] : [base];
	return !names.includes(path.basename(livePath)) || !isSameFolder(disk, dir, path.dirname(livePath));
}

const isSameFolder = (disk: Disk, one: string, other: string): boolean => identityAt(disk, one) === identityAt(disk, other);
