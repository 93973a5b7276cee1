import {Buffer} from 'node:buffer';
import type {Disk, Handle} from './disk.ts';
import {Fingerprint} from './fingerprint.ts';
import type {Generation} from './generation.ts';
import type {Retained} from './retained.ts';

/** How a file just opened relates to what was delivered from a generation. */
export type Relation =
	/** It holds just what was delivered. */
	| 'same'
	/** It holds all that was delivered, and more. */
	| 'goes-on'
	/** It holds the beginning only: copied while the writer went on. */
	| 'is-beginning'
	| 'other';

/** Compares contents, never names or times: a copy is another file, and may be of any age. */
export function relationOf(disk: Disk, retained: Retained, copy: Generation, known: Generation): Relation {
	const {sizeBytes} = copy.facts;
	const {fingerprint} = known;
	if (fingerprint.isEmpty || sizeBytes === 0) {
		return 'other';
	}

	if (sizeBytes >= fingerprint.endBytes) {
		const relation = sizeBytes === fingerprint.endBytes ? 'same' : 'goes-on';
		return fingerprint.isIn(disk, copy.handle!) ? relation : 'other';
	}

	const print = Fingerprint.of(disk, copy.handle!, sizeBytes);
	return print.isBeginningOf(fingerprint) && isDelivered(retained, known, print) ? 'is-beginning' : 'other';
}

/** Whether the file, shorter now than what was delivered, still begins with exactly that: it was cut, not written anew. */
export function isCutShort(disk: Disk, retained: Retained, handle: Handle, sizeBytes: number, known: Generation): boolean {
	const delivered = sizeBytes === 0 || sizeBytes > known.fingerprint.endBytes ? undefined : retained.bytesOf(known, 0, sizeBytes);
	const now = new Uint8Array(delivered?.length ?? 0);
	return delivered !== undefined && disk.read(handle, now, 0) === sizeBytes && Buffer.compare(delivered, now) === 0;
}

/** Whether the last bytes of the copy were delivered at the same place; taken for granted when those bytes are kept no longer. */
function isDelivered(retained: Retained, known: Generation, {tail, endBytes}: Fingerprint): boolean {
	const delivered = retained.bytesOf(known, endBytes - tail.length, tail.length);
	return delivered === undefined || Buffer.compare(delivered, tail) === 0;
}
