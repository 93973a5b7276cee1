import {bytesAt, isRefusal, type Disk, type Handle} from '../disk/disk.ts';
import type {Generation} from '../generation.ts';
import {turnBetween} from '../rotation/rotation.ts';

/** The result of one read of a generation. `bytes` is valid until the next read. */
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

/**
Reads the next bytes of a generation. They count only if the file, checked after the read, still holds what was delivered before them.
`isAwaited`: more is expected in this file.
*/
export function readSlice(disk: Disk, generation: Generation, isAwaited = false): Slice {
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

	const written = writtenPart(disk, generation, {bytes: buffer.subarray(0, count), sizeBytes: facts.sizeBytes, isAwaited});
	generation.laidOutBytes = written.length < count ? facts.sizeBytes - generation.offsetBytes - written.length : 0;
	generation.facts = {...facts, sizeBytes: facts.sizeBytes - generation.laidOutBytes};
	return written.length === 0 ? {type: 'end'} : {type: 'bytes', bytes: written};
}

type Read = {readonly bytes: Uint8Array; readonly sizeBytes: number; readonly isAwaited: boolean};

/** NULs up to the end of a file were not written by anybody: some writers allocate their files in advance (fallocate(1)) and write over them later. */
function writtenPart(disk: Disk, {handle, offsetBytes, fingerprint}: Generation, {bytes, sizeBytes, isAwaited}: Read): Uint8Array {
	if (bytes.at(-1) !== 0 || !isNulAtEnd(disk, handle!, sizeBytes)) {
		return bytes;
	}

	const written = bytes.subarray(0, bytes.findLastIndex(byte => byte !== 0) + 1);
	const isToEnd = offsetBytes + bytes.length >= sizeBytes && (written.length > 0 || !fingerprint.isEmpty);
	return isToEnd || isAwaited ? written : bytes;
}

const isNulAtEnd = (disk: Disk, handle: Handle, sizeBytes: number): boolean => bytesAt(disk, handle, {offsetBytes: sizeBytes - 1, lengthBytes: 1})[0] === 0;
