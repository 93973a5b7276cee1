import {Buffer} from 'node:buffer';
import type {ArchiveMemory} from '../archives/archive-memory.ts';
import {bytesAt, isRefusal, type Disk} from '../disk/disk.ts';
import type {ReadBack} from '../follow-port.ts';
import type {Generation} from '../generation.ts';
import {hasReopened} from '../handles/open-generation.ts';
import {newline} from './line-splitter.ts';
import type {Retained} from './retained.ts';

/** What is kept of plain files, and of archives. */
type Memory = {readonly retained: Retained; readonly archived: ArchiveMemory};

type Wanted = {
	readonly generation: Generation;
	readonly livePath: string;
	readonly offsetBytes: number;
	readonly lengthBytes: number;
};

/** Reads again what was delivered before: from memory, through the open descriptor, or from the file found again under another name. */
export class BackReader {
	readonly #disk: Disk;
	readonly #memory: Memory;

	constructor(disk: Disk, memory: Memory) {
		this.#disk = disk;
		this.#memory = memory;
	}

	read({generation, livePath, offsetBytes, lengthBytes}: Wanted): ReadBack {
		const {retained, archived} = this.#memory;
		const kept = retained.bytesOf(generation, offsetBytes, lengthBytes) ?? archived.bytesOf(generation, offsetBytes, lengthBytes);
		if (kept !== undefined) {
			return {type: 'bytes', bytes: kept};
		}

		// An archive can only be unpacked from its beginning, which may take minutes: too long for somebody who wants to see a record.
		if (generation.archive !== undefined) {
			return {type: 'gone', reason: 'the archive unpacks to more than is kept in memory'};
		}

		if (generation.handle === undefined && !hasReopened(this.#disk, livePath, generation)) {
			return {type: 'gone', reason: 'the file is gone, and its bytes are no longer kept'};
		}

		const bytes = readPlain(this.#disk, generation.handle!, offsetBytes, lengthBytes);
		const isThere = bytes.length === lengthBytes && (lengthBytes === 0 || bytes.some(byte => byte !== 0) || isBetweenLineEnds(this.#disk, generation.handle!, {offsetBytes, lengthBytes}));
		return isThere ? {type: 'bytes', bytes} : {type: 'gone', reason: 'the file no longer holds these bytes'};
	}
}

const carriageReturn = 0x0D;

/** What was punched out of a file reads as NULs, and so do the ends of its lines; what a power failure left lies between such ends. */
function isBetweenLineEnds(disk: Disk, handle: number, {offsetBytes, lengthBytes}: Pick<Wanted, 'offsetBytes' | 'lengthBytes'>): boolean {
	const before = offsetBytes === 0 ? newline : bytesAt(disk, handle, {offsetBytes: offsetBytes - 1, lengthBytes: 1})[0];
	const [after = newline] = bytesAt(disk, handle, {offsetBytes: offsetBytes + lengthBytes, lengthBytes: 1});
	return before === newline && (after === newline || after === carriageReturn);
}

const nothing = new Uint8Array(0);

function readPlain(disk: Disk, handle: number, offsetBytes: number, lengthBytes: number): Uint8Array {
	// Only the part that was read into is returned.
	const bytes = Buffer.allocUnsafeSlow(lengthBytes);
	const count = disk.read(handle, bytes, offsetBytes);
	return isRefusal(count) ? nothing : bytes.subarray(0, count);
}
