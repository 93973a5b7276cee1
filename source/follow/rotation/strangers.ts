import {isRefusal} from '../disk/disk.ts';
import {Fingerprint} from '../disk/fingerprint.ts';
import {remember, type FollowedSource} from '../followed-source.ts';
import {hasSuccessor, keptWatch} from '../follower.ts';
import type {Generation} from '../generation.ts';
import {isTooLate, type HeldCopy} from '../copies/held-copies.ts';
import {relativesOf} from './contents.ts';
import {isSameFile} from './rotation.ts';

/** A copying rotator truncates the log as soon as the copy is made. A file that has lain beside the log for this long with different content is therefore no copy. */
const strangeAfterMs = 1000;

/**
Files that were made beside a live one, are named like its previous files, and are no copies: some rotators count upwards and write to the file with
the highest number (winston), and the previous file of a mirrored log comes after the new one (`rsync`). They are read as late lines, for as long as the log is followed.
*/
export function takeStrangers(source: FollowedSource, nowMs: number): 'grabbed' | 'same' {
	const ripe = source.copies.filter(({judgedAtMs}) => nowMs - judgedAtMs >= strangeAfterMs);
	if (ripe.length === 0) {
		return 'same';
	}

	const strangers = isLiveUntouched(source) ? ripe.filter(copy => isStrange(source, copy)) : [];
	source.copies = source.copies.filter(copy => !strangers.includes(copy)).map(copy => ripe.includes(copy) ? {...copy, judgedAtMs: nowMs} : copy);
	if (strangers.length === 0) {
		return 'same';
	}

	const generations = strangers.map(({generation}) => generation);
	source.chain = keptWatch(source.chain, generations);
	remember(source, generations);
	return 'grabbed';
}

/** Everything delivered is still in the live file, so the files beside it must hold something else. */
function isLiveUntouched({chain, disk}: FollowedSource): boolean {
	const {reading} = chain;
	return reading?.handle !== undefined && reading.offsetBytes > 0 && !hasSuccessor(chain) && reading.fingerprint.isIn(disk, reading.handle);
}

function isStrange(source: FollowedSource, {generation, live}: HeldCopy): boolean {
	const {disk, rememberers, chain: {reading}} = source;
	const facts = disk.factsOfHandle(generation.handle!);
	const isElsewhere = rememberers.of(generation.facts).some(owner => owner !== source);
	// A file that was there before the live file was first read holds older content, which was reported as missing.
	if (isElsewhere || isTooLate(generation.facts, reading!.newestCopy) || isRefusal(facts) || facts.sizeBytes === 0 || !isSameFile(live, reading!.facts)) {
		return false;
	}

	generation.facts = facts;
	const isOfLive = Fingerprint.of(disk, generation.handle!, facts.sizeBytes).isIn(disk, reading!.handle!);
	return !isOfLive && isUnread(source, generation);
}

/** If a file continues one that was read, what was delivered before is skipped. */
function isUnread({disk, retained, remembered, chain: {reading}}: FollowedSource, generation: Generation): boolean {
	const {known, relation} = relativesOf(disk, retained, generation, remembered).at(-1) ?? {};
	if (known !== undefined && relation === 'goes-on' && known !== reading) {
		generation.goOnFrom(known);
		return true;
	}

	return known === undefined;
}
