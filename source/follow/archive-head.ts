import {constants, gunzipSync, zstdDecompressSync} from 'node:zlib';
import {isRefusal, type Disk} from './disk.ts';
import {Fingerprint} from './fingerprint.ts';
import type {Generation} from './generation.ts';
import type {ArchiveKind} from './generation-names.ts';
import type {Sibling} from './generations.ts';
import {closeGeneration, openSibling} from './open-generation.ts';

/** Packed bytes that surely unpack to more than a fingerprint's head. */
const packedHeadBytes = 64 * 1024;
const headBytes = 1024;

/** What an archive begins with, as far as that can be had without waiting; empty where it cannot. */
export function archiveHead(disk: Disk, sibling: Sibling): Fingerprint {
	const print = new Fingerprint();
	const {archive} = sibling;
	const opened = archive === undefined || headUnpackers[archive] === undefined ? undefined : openSibling(disk, sibling);
	if (archive === undefined || opened === undefined) {
		return print;
	}

	const packed = new Uint8Array(packedHeadBytes);
	const count = disk.read(opened.handle!, packed, 0);
	closeGeneration(disk, opened);
	const head = unpackedHead(archive, packed.subarray(0, isRefusal(count) ? 0 : count));
	print.add(0, head.subarray(0, headBytes));
	return print;
}

/** Whether an archive begins as a generation does that was opened in plain form: a rotator packed it at once. */
export function isPackedFrom(disk: Disk, sibling: Sibling, {fingerprint, handle, facts}: Generation): boolean {
	const head = archiveHead(disk, sibling);
	const plain = handle !== undefined && fingerprint.isEmpty ? Fingerprint.of(disk, handle, facts.sizeBytes) : fingerprint;
	const isAnyEmpty = head.isEmpty || plain.isEmpty;
	return !isAnyEmpty && head.isBeginningOf(plain);
}

const nothing = new Uint8Array(0);

/** What the beginning of an archive unpacks to, as far as that can be had without waiting; nothing where it cannot. */
export function unpackedHead(archive: ArchiveKind, packed: Uint8Array): Uint8Array {
	return headUnpackers[archive]?.(packed) ?? nothing;
}

/** Unpacks a beginning whose end is not there. The libraries for xz and bz2 cannot. */
const headUnpackers: Readonly<Record<ArchiveKind, ((packed: Uint8Array) => Uint8Array) | undefined>> = {
	gz: packed => orNothing(() => gunzipSync(packed, {finishFlush: constants.Z_SYNC_FLUSH})),
	zst: packed => orNothing(() => zstdDecompressSync(packed, {finishFlush: constants.ZSTD_e_flush})),
	xz: undefined,
	bz2: undefined,
};

/** What cannot be unpacked proves nothing; it is named when it is read. */
function orNothing(unpack: () => Uint8Array): Uint8Array {
	try {
		return unpack();
	} catch {
		return nothing;
	}
}
