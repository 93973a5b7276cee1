import {closeSync, constants, openSync, readSync} from 'node:fs';
import {waitWithinCall} from './wait-within-call.ts';

export type Enough = {
	/** Whether to stop reading. */
	readonly isEnough: () => boolean;
	readonly patienceMs: number;
};

/** Reads what a terminal sends until it is enough or `patienceMs` is over, without going back to the event loop. A terminal that cannot be opened again (after `su`) is not read. */
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
			waitWithinCall(lookAgainMs);
		}
	}

	closeSync(readFd);
}

const roomBytes = 4096;

/** So short that nobody notices, even if it is waited several times. */
const lookAgainMs = 5;

/** Opens the terminal again, because O_NONBLOCK belongs to the open file description (open(2)), which is shared with the shell. */
function openAgain(fd: number): number | undefined {
	try {
		return openSync(`/proc/self/fd/${fd}`, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
	} catch {
		// There is no other way to read without blocking.
		return undefined;
	}
}

/** The number of bytes read: 0 when there are none yet, undefined when there will never be more. */
function readNow(fd: number, room: Uint8Array): number | undefined {
	try {
		const count = readSync(fd, room);
		return count === 0 ? undefined : count;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EAGAIN' ? 0 : undefined;
	}
}
