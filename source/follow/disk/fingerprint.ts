import {Buffer} from 'node:buffer';
import {bytesAt, isRefusal, type Disk, type Handle, type Refusal} from './disk.ts';

/** Enough to tell two logs apart; a common header may be longer, which is why the tail is kept too. */
export const headLimitBytes = 1024;
const tailLimitBytes = 256;

const noBytes = new Uint8Array(0);
const scratch = new Uint8Array(headLimitBytes);

/**
The first and the last bytes delivered from a generation. They tell it from another content in the same inode, and find it again in a copy.
They are taken from delivered bytes only, because a second read of the file may already see the next generation.
*/
export class Fingerprint {
	/** What a file of `sizeBytes` looks like now, for files of which nothing was delivered. */
	static of(disk: Disk, handle: Handle, sizeBytes: number): Fingerprint {
		const print = new Fingerprint();
		for (const offsetBytes of sizeBytes > headLimitBytes ? [0, sizeBytes - tailLimitBytes] : [0]) {
			print.add(offsetBytes, bytesAt(disk, handle, {offsetBytes, lengthBytes: Math.min(headLimitBytes, sizeBytes - offsetBytes)}));
		}

		return print;
	}

	#head: Uint8Array = noBytes;
	#headOffsetBytes = 0;
	/** The last bytes. */
	tail: Uint8Array = noBytes;
	/** Where the last delivered byte ends. */
	endBytes = 0;

	get isEmpty(): boolean {
		return this.#head.length === 0;
	}

	/** The same print, to be added to on its own. */
	copy(): Fingerprint {
		const print = new Fingerprint();
		print.#head = this.#head;
		print.#headOffsetBytes = this.#headOffsetBytes;
		print.tail = this.tail;
		print.endBytes = this.endBytes;
		return print;
	}

	/** Adds the bytes delivered from `offsetBytes`. */
	add(offsetBytes: number, bytes: Uint8Array): void {
		if (bytes.length === 0) {
			return;
		}

		if (this.isEmpty) {
			this.#headOffsetBytes = offsetBytes;
		}

		if (this.#head.length < headLimitBytes) {
			this.#head = Buffer.concat([this.#head, bytes.subarray(0, headLimitBytes - this.#head.length)]);
		}

		this.tail = bytes.length >= tailLimitBytes
			? new Uint8Array(bytes.subarray(-tailLimitBytes))
			: Buffer.concat([this.tail, bytes]).subarray(-tailLimitBytes);
		this.endBytes = offsetBytes + bytes.length;
	}

	/** Whether the file still holds what was delivered, at the same places. A disk that refuses to be read says neither yes nor no. */
	compareWith(disk: Disk, handle: Handle): boolean | Refusal {
		if (this.isEmpty) {
			return true;
		}

		const head = compareAt(disk, handle, this.#head, this.#headOffsetBytes);
		const answer = head === false ? isPunched(disk, handle, this.#head, this.#headOffsetBytes) : head;
		return answer === true ? compareAt(disk, handle, this.tail, this.endBytes - this.tail.length) : answer;
	}

	/** As above, where only a yes counts. */
	isIn(disk: Disk, handle: Handle): boolean {
		return this.compareWith(disk, handle) === true;
	}

	/** Whether what was delivered may lie in a file that begins with these bytes; NULs may have come in the place of some. */
	mayBeBehind(beginning: Uint8Array): boolean {
		return this.#headOffsetBytes !== 0 || this.#head.every((byte, index) => index >= beginning.length || byte === beginning[index] || beginning[index] === 0);
	}

	/** Whether both are of the same bytes, as far as a fingerprint can tell. */
	isSameAs(other: Fingerprint): boolean {
		return this.endBytes === other.endBytes && this.#head.length === other.#head.length && this.isBeginningOf(other) && Buffer.compare(this.tail, other.tail) === 0;
	}

	/** Whether the other begins as this does, as far as both heads go. */
	isBeginningOf(other: Fingerprint): boolean {
		const length = Math.min(this.#head.length, other.#head.length);
		return this.#headOffsetBytes === other.#headOffsetBytes
			&& Buffer.compare(this.#head.subarray(0, length), other.#head.subarray(0, length)) === 0;
	}
}

function compareAt(disk: Disk, handle: Handle, expected: Uint8Array, offsetBytes: number): boolean | Refusal {
	const into = scratch.subarray(0, expected.length);
	const count = disk.read(handle, into, offsetBytes);
	return isRefusal(count) ? count : count === expected.length && Buffer.compare(expected, into) === 0;
}

/** Whether the first bytes expected have been replaced by NULs: some programs punch old lines out of a file to free their disk space (fallocate(1)). */
function isPunched(disk: Disk, handle: Handle, expected: Uint8Array, offsetBytes: number): boolean {
	const lying = bytesAt(disk, handle, {offsetBytes, lengthBytes: expected.length});
	const keptFrom = lying.findIndex(byte => byte !== 0);
	const punchedBytes = keptFrom === -1 ? lying.length : keptFrom;
	return punchedBytes > 0 && lying.length === expected.length && Buffer.compare(lying.subarray(punchedBytes), expected.subarray(punchedBytes)) === 0;
}
