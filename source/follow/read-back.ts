import {isRefusal, type Disk} from './disk.ts';
import type {ReadBack} from './follow-port.ts';
import type {Generation} from './generation.ts';
import type {Retained} from './retained.ts';

type Wanted = {
	readonly disk: Disk;
	readonly retained: Retained;
	readonly generation: Generation | undefined;
	readonly offsetBytes: number;
	readonly lengthBytes: number;
};

/** Bytes given on before: from memory, or through the descriptor held. */
export function readBack({disk, retained, generation, offsetBytes, lengthBytes}: Wanted): ReadBack {
	if (generation === undefined) {
		return {type: 'gone', reason: 'there is no such generation'};
	}

	const kept = retained.bytesOf(generation, offsetBytes, lengthBytes);
	if (kept !== undefined) {
		return {type: 'bytes', bytes: kept};
	}

	if (generation.handle === undefined || generation.archive !== undefined) {
		return {type: 'gone', reason: 'the file is held no longer, and its bytes were let go'};
	}

	const bytes = new Uint8Array(lengthBytes);
	const count = disk.read(generation.handle, bytes, offsetBytes);
	return isRefusal(count) || count < lengthBytes
		? {type: 'gone', reason: 'the file no longer holds these bytes'}
		: {type: 'bytes', bytes};
}
