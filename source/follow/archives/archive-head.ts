import {Buffer} from 'node:buffer';
import {constants, gunzipSync, zstdDecompressSync} from 'node:zlib';
import {bytesAt, isRefusal, type Disk, type Handle} from '../disk/disk.ts';
import {Fingerprint} from '../disk/fingerprint.ts';
import type {Generation} from '../generation.ts';
import type {ArchiveKind} from '../discovery/generation-names.ts';
import type {Sibling} from '../discovery/generations.ts';
import {openSiblingFile} from '../handles/open-generation.ts';
import {inUtf8} from './utf16.ts';

/** Packed bytes that usually unpack to more than a fingerprint's head, and those that certainly do: unpacking those takes a millisecond. */
const fewPackedBytes = 4 * 1024;
const packedHeadBytes = 64 * 1024;
const headBytes = 1024;

/** As much as gzip can make of so many bytes (1032 of one, according to zlib's technical details); zstd could make gigabytes. */
const mostHeadBytes = 1032 * packedHeadBytes;

/** An archive beside a live file; `handle`: where it is held open already. */
export type PackedSibling = Sibling & {readonly handle?: Handle | undefined};

/** What an archive begins with, as far as that can be had without waiting; empty where it cannot. */
export function archiveHead(disk: Disk, sibling: PackedSibling): Fingerprint {
	const print = new Fingerprint();
	const {archive} = sibling;
	if (archive !== undefined && isHeadAtHand(archive)) {
		const packed = packedHead(disk, sibling);
		const few = unpackedHead(archive, packed.subarray(0, fewPackedBytes));
		const head = few.length < headBytes ? unpackedHead(archive, packed) : few;
		print.add(0, head.subarray(0, headBytes));
	}

	return print;
}

/** As above, all that the first blocks unpack to. */
export function unpackedBeginning(disk: Disk, sibling: PackedSibling): Uint8Array {
	return sibling.archive === undefined ? nothing : unpackedHead(sibling.archive, packedHead(disk, sibling));
}

/** Whether an archive begins as a generation does that was opened in plain form: a rotator packed it at once. */
export function isPackedFrom(disk: Disk, sibling: PackedSibling, generation: Generation): boolean {
	return isHeadOf(disk, archiveHead(disk, sibling), generation);
}

/** As above, for a head that is compared with many. */
export function isHeadOf(disk: Disk, head: Fingerprint, {fingerprint, handle}: Generation): boolean {
	const plain = handle !== undefined && fingerprint.isEmpty ? printOf(disk, handle) : fingerprint;
	const isAnyEmpty = head.isEmpty || plain.isEmpty;
	return !isAnyEmpty && head.isBeginningOf(plain);
}

/** What an unread file begins with. It may have grown since it was opened. */
function printOf(disk: Disk, handle: Handle): Fingerprint {
	const facts = disk.factsOfHandle(handle);
	return isRefusal(facts) ? new Fingerprint() : Fingerprint.of(disk, handle, facts.sizeBytes);
}

function packedHead(disk: Disk, sibling: PackedSibling): Uint8Array {
	if (sibling.handle !== undefined) {
		return readHead(disk, sibling.handle);
	}

	const opened = openSiblingFile(disk, sibling);
	if (opened === undefined) {
		return nothing;
	}

	const packed = readHead(disk, opened.handle);
	disk.close(opened.handle);
	return packed;
}

const readHead = (disk: Disk, handle: Handle): Uint8Array => bytesAt(disk, handle, {lengthBytes: packedHeadBytes});

const nothing = new Uint8Array(0);

/** Whether what an archive begins with can be had without waiting. */
export const isHeadAtHand = (archive: ArchiveKind): boolean => headUnpackers[archive] !== undefined;

/** What the beginning of an archive unpacks to, as far as that can be had without waiting; nothing where it cannot. */
export function unpackedHead(archive: ArchiveKind, packed: Uint8Array): Uint8Array {
	return headUnpackers[archive]?.(packed) ?? nothing;
}

/** Unpacks a beginning whose end is not there. The libraries for xz and bz2 cannot. */
const headUnpackers: Readonly<Record<ArchiveKind, ((packed: Uint8Array) => Uint8Array) | undefined>> = {
	gz: packed => orNothing(() => gunzipSync(packed, {finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostHeadBytes})),
	zst: packed => orNothing(() => zstdDecompressSync(packed, {finishFlush: constants.ZSTD_e_flush, maxOutputLength: mostHeadBytes})),
	xz: undefined,
	bz2: undefined,
	'utf-16le': packed => Buffer.concat([...inUtf8('utf-16le', [packed])]),
	'utf-16be': packed => Buffer.concat([...inUtf8('utf-16be', [packed])]),
};

/** What cannot be unpacked proves nothing; it is named when it is read. */
function orNothing(unpack: () => Uint8Array): Uint8Array {
	try {
		return unpack();
	} catch {
		return nothing;
	}
}
