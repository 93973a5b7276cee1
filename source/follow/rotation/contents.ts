import {Buffer} from 'node:buffer';
import {bytesAt, type Disk, type Handle} from '../disk/disk.ts';
import {Fingerprint, headLimitBytes} from '../disk/fingerprint.ts';
import type {Generation} from '../generation.ts';
import type {Retained} from '../reading/retained.ts';

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
	if (sizeBytes === 0 || fingerprint.isEmpty) {
		return 'other';
	}

	if (sizeBytes >= fingerprint.endBytes) {
		const relation = sizeBytes === fingerprint.endBytes ? 'same' : 'goes-on';
		return fingerprint.isIn(disk, copy.handle!) ? relation : 'other';
	}

	const print = Fingerprint.of(disk, copy.handle!, sizeBytes);
	return print.isBeginningOf(fingerprint) && isDelivered(retained, known, print) ? 'is-beginning' : 'other';
}

export type Relative = {readonly known: Generation; readonly relation: Exclude<Relation, 'other'>};

/** Of many generations, all that a file is related to. Its first bytes are read only once: they rule out most generations, of which hundreds may be remembered. */
export function relativesOf(disk: Disk, retained: Retained, copy: Generation, remembered: readonly Generation[]): readonly Relative[] {
	const beginning = bytesAt(disk, copy.handle!, {lengthBytes: headLimitBytes});
	return remembered
		.filter(known => known !== copy && known.fingerprint.mayBeBehind(beginning))
		.map(known => ({known, relation: relationOf(disk, retained, copy, known)}))
		.filter((relative): relative is Relative => relative.relation !== 'other');
}

/** What is left of a file that was cut short: it begins with exactly what was delivered. Undefined where it was written anew, or where that can no longer be told. */
export function leftAfterCut(disk: Disk, retained: Retained, known: Generation, sizeBytes: number): Uint8Array | undefined {
	if (sizeBytes === 0 || sizeBytes > known.fingerprint.endBytes) {
		return undefined;
	}

	const delivered = retained.bytesOf(known, 0, sizeBytes);
	return delivered !== undefined && isBeginning(disk, known.handle!, delivered) ? delivered : undefined;
}

/** Whether a file begins with these bytes. */
export function isBeginning(disk: Disk, handle: Handle, bytes: Uint8Array): boolean {
	const lying = new Uint8Array(bytes.length);
	return disk.read(handle, lying, 0) === bytes.length && Buffer.compare(lying, bytes) === 0;
}

/** Whether the last bytes of the copy were delivered from the same offset. Assumed to be so if those bytes are no longer in memory. */
function isDelivered(retained: Retained, known: Generation, {tail, endBytes}: Fingerprint): boolean {
	const delivered = retained.bytesOf(known, endBytes - tail.length, tail.length);
	return delivered === undefined || Buffer.compare(delivered, tail) === 0;
}
