import {isRefusal} from '../disk/disk.ts';
import {Fingerprint} from '../disk/fingerprint.ts';
import {remember, type FollowedSource} from '../followed-source.ts';
import {hasSuccessor, keptWatch} from '../follower.ts';
import type {Generation} from '../generation.ts';
import {isTooLate, type HeldCopy} from '../copies/held-copies.ts';
import {relativesOf} from './contents.ts';
import {isSameFile} from './rotation.ts';

/** A rotator that copies truncates when it has copied, or is still copying: what lies beside a log so long, and holds something else, is no copy of it. */
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

/** What was delivered is in the live file, so that whatever else it was cannot be what is in the files beside it. */
function isLiveUntouched({chain, disk}: FollowedSource): boolean {
	const {reading} = chain;
	return reading?.handle !== undefined && reading.offsetBytes > 0 && !hasSuccessor(chain) && reading.fingerprint.isIn(disk, reading.handle);
}

function isStrange(source: FollowedSource, {generation, live}: HeldCopy): boolean {
	const {disk, rememberers, chain: {reading}} = source;
	const facts = disk.factsOfHandle(generation.handle!);
	const isElsewhere = rememberers.of(generation.facts).some(owner => owner !== source);
	// What was there before the first bytes of the live file were read is of an older content, and was told as missing.
	if (isElsewhere || isTooLate(generation.facts, reading!.newestCopy) || isRefusal(facts) || facts.sizeBytes === 0 || !isSameFile(live, reading!.facts)) {
		return false;
	}

	generation.facts = facts;
	const isOfLive = Fingerprint.of(disk, generation.handle!, facts.sizeBytes).isIn(disk, reading!.handle!);
	return !isOfLive && isUnread(source, generation);
}

/** Of a file that goes on from one that was read, what was given before is passed over. */
function isUnread({disk, retained, remembered, chain: {reading}}: FollowedSource, generation: Generation): boolean {
	const {known, relation} = relativesOf(disk, retained, generation, remembered).at(-1) ?? {};
	if (known !== undefined && relation === 'goes-on' && known !== reading) {
		generation.goOnFrom(known);
		return true;
	}

	return known === undefined;
}
