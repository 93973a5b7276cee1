import type {FaultType} from '../../domain/fault.ts';
import {packingBehind} from '../archives/archive-beginning.ts';
import {startUnpacking} from '../archives/archives.ts';
import {isRefusal} from '../disk/disk.ts';
import {copyNotice, originalOf, plainFormOf, renamecopyNotice} from '../copies/copied-already.ts';
import {hasEndedEarly, listen} from '../archives/echo.ts';
import {forget, leave, sayOf, type FollowedSource} from '../followed-source.ts';
import {foundEnd, grew, hasSuccessor, newestOf, rewound, steppedOver} from '../follower.ts';
import type {Generation} from '../generation.ts';
import {isSettled} from '../copies/copy-mark.ts';
import {areCopiesOnTheirWay} from '../copies/held-copies.ts';
import {isStillPacked, setAside, stopUnpacking} from '../archives/growing-archives.ts';
import {hasReopened} from '../handles/open-generation.ts';
import {reasonFor} from '../rotation/presence.ts';
import type {Progress} from '../turns/progress.ts';
import {outlookOn, rewind, type Outlook} from '../rotation/rewind.ts';
import {isSameFile} from '../rotation/rotation.ts';
import {isWholeAgain, isWrittenAgain} from '../rotation/written-again.ts';
import {readSlice, type Slice} from './drain.ts';
import {endLate} from './late.ts';
import {proven} from './ledger.ts';
import {damageTypeOf, sayRestIsLost} from './lost-rest.ts';
import {noteRefusal} from './refusal.ts';

/** Reads one slice of what is next in the chain. */
export function readOn(source: FollowedSource, nowMs: number): Progress {
	const {reading} = source.chain;
	if (reading === undefined || isAtRest(source, reading)) {
		return 'idle';
	}

	if (!isOpen(source, reading)) {
		if (isAllRead(source, reading)) {
			return 'idle';
		}

		missGone(source, reading);
		return 'more';
	}

	const askedAtMs = source.calendarMs();
	const read = readSlice(source.disk, reading, source.isFollowing && !hasSuccessor(source.chain));
	if (hasContent(read)) {
		reading.isAtRest = read.type === 'end' && isSettled(reading.facts, askedAtMs);
	}

	const slice: Slice = hasContent(read) && !isWholeAgain(source, reading, nowMs) ? {type: 'rewound'} : read;
	source.isUnpacking = slice.type === 'unpacking';
	noteRefusal(source, slice, nowMs);
	return take(source, reading, slice, nowMs);
}

const hasContent = ({type}: Slice): boolean => type === 'bytes' || type === 'end';

/** It was closed to save descriptors, and has not changed since. */
function isAtRest(source: FollowedSource, reading: Generation): boolean {
	const {handle, facts, path} = reading;
	if (handle !== undefined || !isAllRead(source, reading)) {
		return false;
	}

	const now = source.disk.factsOf(path);
	return !isRefusal(now) && isSameFile(now, facts) && now.sizeBytes === facts.sizeBytes && now.modifiedMs === facts.modifiedMs;
}

/** Wherever the file may be, nothing is reported missing yet: what comes to the live name will show whether anything is. */
const isAllRead = ({chain}: FollowedSource, {archive, unreadBytes}: Generation): boolean => archive === undefined && unreadBytes === 0 && !hasSuccessor(chain);

/** Files beyond the cap on pins, and archives, are opened when their turn comes. */
function isOpen(source: FollowedSource, generation: Generation): boolean {
	const {disk, description, unpack, onReady} = source;
	if (generation.handle === undefined && !hasReopened(disk, description.path, generation)) {
		return false;
	}

	if (generation.archive !== undefined && generation.id === undefined) {
		believeContent(source, generation);
	}

	const {archive, handle, offsetBytes} = generation;
	if (archive !== undefined && handle !== undefined) {
		generation.unpacking ??= startUnpacking({disk, handle, archive, fromBytes: offsetBytes, unpack, onReady});
	}

	return true;
}

/** A name may lie about how its file is packed. */
function believeContent({disk, fault}: FollowedSource, generation: Generation): void {
	const {path, archive: named} = generation;
	const packing = generation.unpacking === undefined ? packingBehind(disk, generation.handle!, named) : named;
	if (packing === named) {
		return;
	}

	generation.archive = packing;
	fault('misnamed', path, `${path} is not what its name says: it is read as ${packing === undefined ? 'plain text' : `a ${packing} archive`}.`);
}

function take(source: FollowedSource, reading: Generation, slice: Slice, nowMs: number): Progress {
	switch (slice.type) {
		case 'bytes': {
			return takeBytes(source, reading, slice.bytes, nowMs);
		}

		case 'end': {
			return takeEnd(source, reading, nowMs);
		}

		case 'unpacking': {
			return 'idle';
		}

		case 'refused': {
			return takeRefusal(source, reading, slice.code);
		}

		case 'rewound': {
			return takeRewound(source, reading, nowMs);
		}

		case 'damaged': {
			if (isStillPacked(source, reading)) {
				setAside(source, reading, nowMs);
			} else if (hasEndedEarly(reading)) {
				stopUnpacking(reading);
			} else {
				skip(source, reading, damageTypeOf(slice), slice.why);
			}

			return 'more';
		}
	}
}

/** Who follows tries again; for a count or a print this was the only try, which must not pass for the end of the file. */
function takeRefusal(source: FollowedSource, reading: Generation, code: string): Progress {
	if (source.isFollowing) {
		return 'idle';
	}

	skip(source, reading, 'unreadable', reasonFor(code));
	return 'more';
}

function takeBytes(source: FollowedSource, reading: Generation, bytes: Uint8Array, nowMs: number): Progress {
	const plain = plainFormOf(source, reading, bytes) ?? originalOf(source, reading);
	if (plain !== undefined) {
		passOver(source, reading, plain);
		return 'more';
	}

	const outlook = outlookOn(source, reading, nowMs);
	if (outlook === 'calm') {
		giveUnheard(source, reading, bytes, nowMs);
	}

	return afterOutlook(source, outlook, nowMs);
}

function giveUnheard(source: FollowedSource, reading: Generation, bytes: Uint8Array, nowMs: number): void {
	const heard = listen(source, reading, bytes);
	if (heard.type === 'again') {
		stopUnpacking(reading);
	} else if (heard.type === 'given' && heard.bytes.length > 0) {
		source.delivery.give(reading, heard.bytes, reading.isLate, nowMs);
		source.chain = grew(source.chain, reading, nowMs);
	}
}

/** A copy is not read if its plain form is. That a rotator packs what it rotated need not be mentioned, but a packed copy beside a live file is; and that a rotator copies is a standing notice. */
function passOver(source: FollowedSource, copy: Generation, plain: Generation): void {
	if (copy.archive === undefined) {
		source.notices.add(renamecopyNotice);
	} else if (plain === newestOf(source.chain)) {
		source.fault('same-file', copy.path, copyNotice(copy.path, plain.path));
	}

	source.chain = rewound(source.chain, undefined, []);
	forget(source, copy);
	sayOf(source, copy.continuity ?? proven, source.lastLeft);
}

/** A rotator is at work. What is waited for comes with the doorman's next message, or is given up soon. */
function afterOutlook(source: FollowedSource, outlook: Outlook, nowMs: number): Progress {
	if (outlook !== 'waiting') {
		return 'more';
	}

	source.rotatedAtMs = nowMs;
	return 'idle';
}

function takeRewound(source: FollowedSource, reading: Generation, nowMs: number): Progress {
	source.rotatedAtMs = nowMs;
	if (areCopiesOnTheirWay(source, reading, nowMs) || isWrittenAgain(source, reading, nowMs)) {
		return 'idle';
	}

	rewind(source, reading);
	return 'more';
}

function takeEnd(source: FollowedSource, reading: Generation, nowMs: number): Progress {
	if (hasEndedEarly(reading)) {
		stopUnpacking(reading);
		return 'more';
	}

	const outlook = outlookOn(source, reading, nowMs);
	if (outlook !== 'calm') {
		return afterOutlook(source, outlook, nowMs);
	}

	const before = source.chain;
	const isFixed = reading.archive !== undefined && (hasSuccessor(before) || source.isPacked);
	source.chain = isFixed ? steppedOver(before, nowMs) : foundEnd(before, nowMs);
	if (source.chain.reading !== reading) {
		leave(source, reading);
	}

	if (isFixed) {
		endLate(source, [reading]);
	}

	return source.chain === before ? 'idle' : 'more';
}

/** It was deleted while it was closed. If it had been read as far as it was ever seen to reach, the doubt about the step to the next file is all there is to report. */
function missGone(source: FollowedSource, reading: Generation): void {
	const {archive, unreadBytes, continuity} = reading;
	if (archive === undefined && unreadBytes === 0 && continuity?.type === 'unproven') {
		giveUp(source, reading);
	} else {
		skip(source, reading, archive === undefined ? 'bytes-let-go' : 'unreadable', 'it was gone before it could be read');
	}
}

/** Gives up on the rest of a generation, and reports that at its place. */
function skip(source: FollowedSource, generation: Generation, type: FaultType, why: string): void {
	giveUp(source, generation);
	sayRestIsLost(source, generation, type, why);
}

function giveUp(source: FollowedSource, generation: Generation): void {
	source.delivery.end(generation);
	source.chain = rewound(source.chain, undefined, []);
	leave(source, generation);
}
