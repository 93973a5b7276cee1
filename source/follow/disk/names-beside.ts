import path from 'node:path';
import {isStamped, liveNamesOf} from '../discovery/generation-names.ts';

type NamesByLive = ReadonlyMap<string, readonly string[]>;

/** Listings that were asked about before. A folder at rest returns the same one for each of its logs. */
const known = new WeakMap<readonly string[], NamesByLive | 'asked-once'>();

const none: readonly string[] = [];

/**
Of the names in a folder, those that may be previous files of a live name. With thousands of logs in a folder, checking every name for each of them takes
seconds, so a listing that is met again is grouped by live names. For one that is met only once that would not pay.
*/
export function namesBeside(live: string, names: readonly string[]): readonly string[] {
	const byLive = known.get(names);
	if (byLive === undefined) {
		known.set(names, 'asked-once');
		return namesLike(live, names);
	}

	const sorted = byLive === 'asked-once' ? sortByLive(names) : byLive;
	known.set(names, sorted);
	return sorted.get(live) ?? none;
}

/** Every spelling that has the live name begins with its stem, and most names do not. */
function namesLike(live: string, names: readonly string[]): readonly string[] {
	const {name: stem} = path.parse(live);
	return names.filter(name => name.startsWith(stem) || isStamped(name));
}

function sortByLive(names: readonly string[]): NamesByLive {
	const byLive = new Map<string, string[]>();
	for (const name of names) {
		for (const live of liveNamesOf(name)) {
			const beside = byLive.get(live) ?? [];
			beside.push(name);
			byLive.set(live, beside);
		}
	}

	return byLive;
}
