import {Buffer} from 'node:buffer';
import {bytesAt, type Disk, type Handle} from '../disk/disk.ts';
import type {ArchiveKind} from '../discovery/generation-names.ts';
import {isMostlyText} from '../discovery/text-test.ts';
import {utf16Beginnings} from './utf16.ts';

/** Why an archive ends before its file does. */
export const strangeEnd = 'other data follows its content';

type Beginning = {readonly kind: ArchiveKind; readonly hex: RegExp};

/**
What each kind of archive begins with: RFC 1952, RFC 8878 (also a frame that is to be skipped), the xz file format, and bzip2's digits of pi (its content)
or of their root (its end).
*/
const beginnings: readonly Beginning[] = [
	{kind: 'gz', hex: /^1f8b08/},
	{kind: 'zst', hex: /^(?:28b52ffd|5.2a4d18)/},
	{kind: 'xz', hex: /^fd377a585a00/},
	{kind: 'bz2', hex: /^425a683[1-9](?:314159265359|177245385090)/},
	...utf16Beginnings,
];

/** The longest of them. */
const beginningBytes = 10;

/** What lies at a place of a file, by its first bytes; undefined where no archive begins there. */
export function packingAt(disk: Disk, handle: Handle, offsetBytes: number): ArchiveKind | undefined {
	return packingIn(bytesAt(disk, handle, {offsetBytes, lengthBytes: beginningBytes}));
}

/** As above, for bytes that were read. */
export function packingIn(bytes: Uint8Array): ArchiveKind | undefined {
	const beginning = Buffer.from(bytes.subarray(0, beginningBytes)).toString('hex');
	return beginnings.find(({hex}) => hex.test(beginning))?.kind;
}

const headBytes = 4096;

/**
How a previous generation is packed: a file that was copied from elsewhere may have any name. `named`: what its name says, which counts where the bytes tell nothing.
*/
export function packingBehind(disk: Disk, handle: Handle, named: ArchiveKind | undefined): ArchiveKind | undefined {
	const found = packingAt(disk, handle, 0);
	if (found !== undefined || named === undefined) {
		return found;
	}

	const head = bytesAt(disk, handle, {lengthBytes: headBytes});
	return head.length > 0 && isMostlyText(head) ? undefined : named;
}
