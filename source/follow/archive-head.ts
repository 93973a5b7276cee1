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

/** Whether an archive begins as a generation does that was read in plain form: a rotator packed it at once. */
export function isPackedFrom(disk: Disk, {archive, ...found}: Sibling, known: Generation): boolean {
	const unpackHead = archive === undefined ? undefined : headUnpackers[archive];
	const opened = unpackHead === undefined ? undefined : openSibling(disk, {...found, archive});
	if (unpackHead === undefined || opened === undefined) {
		return false;
	}

	const packed = new Uint8Array(packedHeadBytes);
	const count = disk.read(opened.handle!, packed, 0);
	closeGeneration(disk, opened);
	const print = new Fingerprint();
	print.add(0, unpackHead(packed.subarray(0, isRefusal(count) ? 0 : count)).subarray(0, headBytes));
	const plain = Fingerprint.of(disk, known.handle!, known.facts.sizeBytes);
	return !print.isEmpty && !plain.isEmpty && print.isBeginningOf(plain);
}

const nothing = new Uint8Array(0);

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
