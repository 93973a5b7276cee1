import {Buffer} from 'node:buffer';
import {unpackedHead} from './archive-head.ts';
import {isRefusal, type Disk, type Handle} from './disk.ts';
import type {ArchiveKind} from './generation-names.ts';

/** What a packed file holds. */
export type Packing =
	| {readonly type: 'one-log'; readonly archive: ArchiveKind}
	| {readonly type: 'several-files'};

type Magic = {readonly atByte: number; readonly bytes: readonly number[]; readonly packing: Packing};

const severalFiles: Packing = {type: 'several-files'};
const oneLog = (archive: ArchiveKind): Packing => ({type: 'one-log', archive});

/** Names come from people, these bytes from the packer. RFC 1952 (gzip), RFC 8878 (zstd), the .xz format 1.2.1, bzip2's first block. */
const logMagics: readonly Magic[] = [
	{atByte: 0, bytes: [0x1F, 0x8B, 0x08], packing: oneLog('gz')},
	{atByte: 0, bytes: [0x28, 0xB5, 0x2F, 0xFD], packing: oneLog('zst')},
	{atByte: 0, bytes: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], packing: oneLog('xz')},
	{atByte: 4, bytes: [0x31, 0x41, 0x59, 0x26, 0x53, 0x59], packing: oneLog('bz2')},
];

/** Zip, with files and empty; 7z; RAR; tar ("ustar", POSIX.1-1988). */
const bundleMagics: readonly Magic[] = [
	{atByte: 0, bytes: [0x50, 0x4B, 0x03, 0x04], packing: severalFiles},
	{atByte: 0, bytes: [0x50, 0x4B, 0x05, 0x06], packing: severalFiles},
	{atByte: 0, bytes: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], packing: severalFiles},
	{atByte: 0, bytes: [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], packing: severalFiles},
	{atByte: 257, bytes: [0x75, 0x73, 0x74, 0x61, 0x72], packing: severalFiles},
];

/** Where the beginning cannot be unpacked at once, the name has to say what is inside. */
const tarName = /\.(?:tar\.\w+|txz|tbz2?)$/i;

/** Surely unpacks to more than a tar's first header. */
const beginningBytes = 4096;

/** What a file is packed as, by its beginning; undefined for one that is not packed. */
export function packingOf(disk: Disk, {path, handle}: {readonly path: string; readonly handle: Handle}): Packing | undefined {
	const beginning = new Uint8Array(beginningBytes);
	const count = disk.read(handle, beginning, 0);
	const packed = beginning.subarray(0, isRefusal(count) ? 0 : count);
	const packing = packingBy([...logMagics, ...bundleMagics], packed);
	return packing?.type === 'one-log' && isTar(path, unpackedHead(packing.archive, packed)) ? severalFiles : packing;
}

const isTar = (path: string, head: Uint8Array): boolean => tarName.test(path) || packingBy(bundleMagics, head) !== undefined;

function packingBy(magics: readonly Magic[], beginning: Uint8Array): Packing | undefined {
	return magics.find(({atByte, bytes}) => Buffer.from(bytes).equals(beginning.subarray(atByte, atByte + bytes.length)))?.packing;
}
