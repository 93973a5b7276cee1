import {closeSync, constants, openSync, readSync} from 'node:fs';

export type Enough = {
	/** Nothing more is wanted. */
	readonly isEnough: () => boolean;
	readonly patienceMs: number;
};

/** Reads what a terminal sends until it is enough or patience ends, without going back to the event loop. Nothing is read from one that may not be opened again (after `su`). */
export function readWithinCall(fd: number, {isEnough, patienceMs}: Enough, take: (bytes: Uint8Array) => void): void {
	const endMs = performance.now() + patienceMs;
	const readFd = openAgain(fd);
	if (readFd === undefined) {
		return;
	}

	const room = new Uint8Array(roomBytes);
	while (!isEnough() && performance.now() < endMs) {
		const count = readNow(readFd, room);
		if (count === undefined) {
			break;
		}

		if (count > 0) {
			take(room.slice(0, count));
		} else {
			Atomics.wait(neverNotified, 0, 0, lookAgainMs);
		}
	}

	closeSync(readFd);
}

const roomBytes = 4096;

/** Shorter than a person notices, however often it is waited. */
const lookAgainMs = 5;

const neverNotified = new Int32Array(new SharedArrayBuffer(4));

/** Opened anew, because O_NONBLOCK belongs to the open file (open(2)), which is shared with the shell. */
function openAgain(fd: number): number | undefined {
	try {
		return openSync(`/proc/self/fd/${fd}`, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
	} catch {
		// There is no other way to read without waiting for ever.
		return undefined;
	}
}

/** Bytes that were there: none yet, or undefined when there will never be more. */
function readNow(fd: number, room: Uint8Array): number | undefined {
	try {
		const count = readSync(fd, room);
		return count === 0 ? undefined : count;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EAGAIN' ? 0 : undefined;
	}
}
