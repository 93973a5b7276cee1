import {relationOf} from './contents.ts';
import {lookThroughCopies, newestCopy, type Copies} from './copies.ts';
import {isNew, leave, remember, type FollowedSource} from './followed-source.ts';
import {rewound} from './follower.ts';
import {Generation} from './generation.ts';
import {proven, type Continuity} from './ledger.ts';

/** Badge of a rotator that may itself lose what is written between its copy and its truncation (logrotate 3.21 syncs the copy in between). */
const copytruncateNotice = 'rotated by copytruncate: the rotator itself may drop lines';
const truncatedNotice = 'truncated in place: what was written just before may be lost';

/** REWOUND: the content being read is gone from the file. Its unread rest may live on in a copy; the new content is another generation of the same file. */
export function rewind(source: FollowedSource, old: Generation): void {
	const {heir, unseen, newest} = copiesOf(source, old);
	const fresh = new Generation({path: old.path, facts: old.facts, handle: old.handle});
	const hasRest = heir !== undefined && heir.facts.sizeBytes >= old.offsetBytes;
	fresh.newestCopy = newest;
	old.handle = heir?.handle;
	old.facts = heir?.facts ?? old.facts;
	source.chain = rewound(source.chain, hasRest ? old : undefined, [...unseen, fresh]);
	remember(source, [...unseen, fresh]);
	source.notices.add(heir === undefined ? truncatedNotice : copytruncateNotice);
	if (!hasRest) {
		source.delivery.end(old);
		leave(source, old, heir === undefined ? lostRest(old) : proven);
	}
}

/** A file truncated, filled and truncated again before its first bytes were read shows only in the copies. */
export function isOvertaken(source: FollowedSource, reading: Generation): boolean {
	const before = reading.newestCopy;
	reading.newestCopy = undefined;
	if (before?.isSame(newestCopy(source.disk, source.description.path)) ?? true) {
		return false;
	}

	const {unseen, newest} = copiesOf(source, reading);
	reading.newestCopy = newest;
	source.chain = rewound(source.chain, undefined, [...unseen, reading]);
	remember(source, unseen);
	source.delivery.say({
		type: 'unproven',
		fromMs: source.lastLeft?.facts.modifiedMs,
		toMs: reading.facts.modifiedMs,
		reason: 'the file was truncated again before its first bytes were read; nothing proves that what is read next follows directly',
	}, source.lastLeft);
	return true;
}

function copiesOf(source: FollowedSource, reading: Generation): Copies {
	const {disk, retained, description} = source;
	return lookThroughCopies({
		disk,
		livePath: description.path,
		liveHandle: reading.handle!,
		isHeir: copy => relationOf(disk, retained, copy, reading) !== 'other',
		isKnown: copy => !isNew(source, copy),
	});
}

function lostRest({grewAtMs, offsetBytes, facts}: Generation): Continuity {
	return {
		type: 'hole',
		missingBytes: undefined,
		fromMs: grewAtMs === 0 ? undefined : facts.modifiedMs,
		toMs: undefined,
		reason: `the file was truncated after byte ${offsetBytes} was read, and no kept copy holds what followed`,
	};
}
