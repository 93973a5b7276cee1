import path from 'node:path';
import {isRefusal} from './disk.ts';
import type {FollowedSource} from './followed-source.ts';
import type {Generation} from './generation.ts';
import {namesakeIn, siblingsOlderThan, type Sibling} from './generations.ts';
import {identityAt} from './look.ts';

type Rotated = {
	/** The file that the live name led to before. */
	readonly newest: Generation;
	/** The one it leads to now. */
	readonly fresh: Generation;
};

/**
The previous files of a log whose rotator moves them to another folder (logrotate's `olddir`), oldest first: the descriptor of the file that was read knows where that went.
None where it lies beside its live name, or lay there last. What is followed there under a name of its own is read under that.
*/
export function siblingsElsewhere(source: FollowedSource, {newest, fresh}: Rotated): readonly Sibling[] {
	const {disk, description: {path: livePath}, rememberers} = source;
	const folder = newest.handle === undefined ? undefined : disk.folderOf(newest.handle);
	// Beside a link lies nothing of it, and the numbers of its targets count the other way round.
	if (folder === undefined || isRefusal(folder) || disk.isLink(livePath) || identityAt(disk, folder) === identityAt(disk, path.dirname(livePath))) {
		return [];
	}

	return siblingsOlderThan(disk, livePath, fresh.facts, namesakeIn(folder, livePath))
		.filter(({facts}) => rememberers.of(facts).every(owner => owner === source));
}
