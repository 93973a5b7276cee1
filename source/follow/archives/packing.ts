import {Buffer} from 'node:buffer';
import {bytesAt, type Disk, type Handle} from '../disk/disk.ts';
import type {ArchiveKind} from '../discovery/generation-names.ts';
import {packingIn} from './archive-beginning.ts';
import {unpackedHead} from './archive-head.ts';

/** What a packed file holds. */
export type Packing =
	| {readonly type: 'one-log'; readonly archive: ArchiveKind}
	| {readonly type: 'several-files'};

/** The first bytes of files that hold several files: zip, with files or empty; 7z; RAR; tar ("ustar" in its first header, POSIX.1-1988). */
const bundleMarks: ReadonlyArray<{readonly atByte: number; readonly bytes: readonly number[]}> = [
	{atByte: 0, bytes: [0x50, 0x4B, 0x03, 0x04]},
	{atByte: 0, bytes: [0x50, 0x4B, 0x05, 0x06]},
	{atByte: 0, bytes: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]},
	{atByte: 0, bytes: [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07]},
	{atByte: 257, bytes: [0x75, 0x73, 0x74, 0x61, 0x72]},
];

/** If the beginning cannot be unpacked at once, only the name can tell what is inside. */
const tarName = /\.(?:tar\.\w+|txz|tbz2?)$/i;

/** Surely unpacks to more than a tar's first header. */
const beginningBytes = 4096;

/** What a file is packed as, by its beginning; undefined for one that is not packed. */
export function packingOf(disk: Disk, {path, handle}: {readonly path: string; readonly handle: Handle}): Packing | undefined {
	const beginning = bytesAt(disk, handle, {lengthBytes: beginningBytes});
	const archive = packingIn(beginning);
	const isBundle = archive === undefined ? hasBundleMark(beginning) : tarName.test(path) || hasBundleMark(unpackedHead(archive, beginning));
	if (isBundle) {
		return {type: 'several-files'};
	}

	return archive === undefined ? undefined : {type: 'one-log', archive};
}

const hasBundleMark = (beginning: Uint8Array): boolean =>
	bundleMarks.some(({atByte, bytes}) => Buffer.from(bytes).equals(beginning.subarray(atByte, atByte + bytes.length)));
