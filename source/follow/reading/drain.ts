import {isRefusal, type Disk} from '../disk/disk.ts';
import type {Generation} from '../generation.ts';
import {turnBetween} from '../rotation/rotation.ts';

/** What one read of a generation brought. `bytes` is valid until the next read. */
export type Slice =
	| {readonly type: 'bytes'; readonly bytes: Uint8Array}
	| {readonly type: 'end'}
	/** An archive is being unpacked; the reader is called when more is there. */
	| {readonly type: 'unpacking'}
	| {readonly type: 'rewound'}
	| {readonly type: 'refused'; readonly code: string}
	| {readonly type: 'damaged'; readonly why: string; readonly isTooLarge: boolean};

/** One read: large enough to be cheap, small enough that the live name is looked at again well within 10 ms. */
const readBytes = 256 * 1024;
const buffer = new Uint8Array(readBytes);

/** Reads on where the generation stands. Bytes count only if the file, looked at after the read, still holds what was delivered before them. */
export function readSlice(disk: Disk, generation: Generation): Slice {
	if (generation.unpacking !== undefined) {
		return generation.unpacking.next();
	}

	const {handle} = generation;
	if (handle === undefined) {
		return {type: 'end'};
	}

	const count = disk.read(handle, buffer, generation.offsetBytes);
	if (isRefusal(count)) {
		return {type: 'refused', code: count.refused};
	}

	const facts = disk.factsOfHandle(handle);
	if (isRefusal(facts)) {
		return {type: 'refused', code: facts.refused};
	}

	const comparison = generation.fingerprint.compareWith(disk, handle);
	if (isRefusal(comparison)) {
		return {type: 'refused', code: comparison.refused};
	}

	if (turnBetween({facts, offsetBytes: generation.offsetBytes, isContentKept: comparison}, facts) === 'truncated') {
		return {type: 'rewound'};
	}

	generation.facts = facts;
	return count === 0 ? {type: 'end'} : {type: 'bytes', bytes: buffer.subarray(0, count)};
}
