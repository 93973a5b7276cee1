import {Buffer} from 'node:buffer';
import type {ArchiveMemory} from '../archives/archive-memory.ts';
import {isRefusal, type Disk} from '../disk/disk.ts';
import type {ReadBack} from '../follow-port.ts';
import type {Generation} from '../generation.ts';
import {hasReopened} from '../handles/open-generation.ts';
import type {Retained} from './retained.ts';

/** What is kept of plain files, and of archives. */
type Memory = {readonly retained: Retained; readonly archived: ArchiveMemory};

type Wanted = {
	readonly generation: Generation;
	readonly livePath: string;
	readonly offsetBytes: number;
	readonly lengthBytes: number;
};

/** Reads again what was given on before: from memory, through the descriptor held, or from the file found again under another name. */
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

		// An archive can be unpacked only from its beginning, which may take minutes: nobody who asks for a record can wait so long.
		if (generation.archive !== undefined) {
			return {type: 'gone', reason: 'the archive unpacks to more than is kept in memory'};
		}

		if (generation.handle === undefined && !hasReopened(this.#disk, livePath, generation)) {
			return {type: 'gone', reason: 'the file is gone, and its bytes are no longer kept'};
		}

		const bytes = readPlain(this.#disk, generation.handle!, offsetBytes, lengthBytes);
		// What was punched out of a file reads as NULs.
		const isThere = bytes.length === lengthBytes && (lengthBytes === 0 || bytes.some(byte => byte !== 0));
		return isThere ? {type: 'bytes', bytes} : {type: 'gone', reason: 'the file no longer holds these bytes'};
	}
}

const nothing = new Uint8Array(0);

function readPlain(disk: Disk, handle: number, offsetBytes: number, lengthBytes: number): Uint8Array {
	// Nothing but what was read into it is given on.
	const bytes = Buffer.allocUnsafeSlow(lengthBytes);
	const count = disk.read(handle, bytes, offsetBytes);
	return isRefusal(count) ? nothing : bytes.subarray(0, count);
}
