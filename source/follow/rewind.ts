import {lookThroughCopies, newestCopy} from './copies.ts';
import {isNew, leave, remember, type FollowedSource} from './followed-source.ts';
import {rewound} from './follower.ts';
import {Generation} from './generation.ts';
import type {Continuity} from './ledger.ts';

/** Badge of a rotator that may itself lose what is written between its copy and its truncation (logrotate 3.21 syncs the copy in between). */
const copytruncateNotice = 'rotated by copytruncate: the rotator itself may drop lines';
const truncatedNotice = 'truncated in place: what was written just before may be lost';

/** REWOUND: the content being read is gone from the file. Its unread rest may live on in a copy; the new content is another generation of the same file. */
export function rewind(source: FollowedSource, old: Generation): void {
	const {disk, description: {path: livePath}} = source;
	const liveHandle = old.handle!;
	const {heir, unseen, newest} = lookThroughCopies({disk, livePath, liveHandle, content: old.fingerprint, isKnown: copy => !isNew(source, copy)});
	const fresh = new Generation({path: old.path, facts: old.facts, handle: liveHandle});
	fresh.newestCopy = newest;
	old.handle = heir?.handle;
	source.chain = rewound(source.chain, heir === undefined ? undefined : old, [...unseen, fresh]);
	remember(source, [...unseen, fresh]);
	if (heir === undefined) {
		source.notices.add(truncatedNotice);
		source.delivery.end(old);
		leave(source, old, lostRest(old));
	} else {
		source.notices.add(copytruncateNotice);
		old.facts = heir.facts;
	}
}

/** A file truncated, filled and truncated again before its first bytes were read shows only in the copies. */
export function isOvertaken(source: FollowedSource, reading: Generation): boolean {
	const {newestCopy: before, handle: liveHandle} = reading;
	reading.newestCopy = undefined;
	const {disk, description: {path: livePath}} = source;
	if (before === undefined || liveHandle === undefined || before.isSame(newestCopy(disk, livePath))) {
		return false;
	}

	const {unseen, newest} = lookThroughCopies({disk, livePath, liveHandle, content: reading.fingerprint, isKnown: copy => !isNew(source, copy)});
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

function lostRest({grewAtMs, offsetBytes, facts}: Generation): Continuity {
	return {
		type: 'hole',
		missingBytes: undefined,
		fromMs: grewAtMs === 0 ? undefined : facts.modifiedMs,
		toMs: undefined,
		reason: `the file was truncated after byte ${offsetBytes} was read, and no kept copy holds what followed`,
	};
}
