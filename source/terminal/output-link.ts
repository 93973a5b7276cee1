import {Buffer} from 'node:buffer';
import {closeSync, constants, fstatSync, openSync, readFileSync, write, writeSync} from 'node:fs';
import {waitWithinCall} from './wait-within-call.ts';

/**
The link to the terminal. It never waits: what the terminal does not take at once is kept, and the caller sees that the link is behind.

Node's own streams write to terminals synchronously, so one stalled link would stop the whole program.
*/
export class OutputLink {
	readonly #caughtUpListeners = new Set<() => void>();
	readonly #lostListeners = new Set<() => void>();
	readonly #way: Way;
	#pending: Uint8Array = nothing;
	#isWriting = false;
	#isLost = false;
	sentBytes = 0;

	constructor(fd: number) {
		this.#way = wayTo(fd);
	}

	#write(): void {
		this.#isWriting = true;
		this.#way.write(this.#pending, (error, takenBytes) => {
			this.#isWriting = false;
			if (this.#isLost) {
				return;
			}

			if (error !== undefined) {
				this.#lose();
				return;
			}

			this.#take(takenBytes);
		});
	}

	#take(takenBytes: number): void {
		this.sentBytes += takenBytes;
		this.#pending = this.#pending.subarray(takenBytes);
		if (this.isBehind) {
			this.#write();
			return;
		}

		for (const listener of this.#caughtUpListeners) {
			listener();
		}
	}

	#lose(): void {
		this.close();
		for (const listener of this.#lostListeners) {
			listener();
		}
	}

	/** Something sent before has not been taken yet. */
	get isBehind(): boolean {
		return this.#pending.length > 0;
	}

	/** A write is blocked on a thread and cannot be cancelled. */
	get isBlocked(): boolean {
		return this.#way.isBlocked();
	}

	send(text: string): void {
		if (this.#isLost) {
			return;
		}

		this.#pending = Buffer.concat([this.#pending, Buffer.from(text)]);
		if (!this.#isWriting) {
			this.#write();
		}
	}

	/** Called when the link is no longer behind. */
	onCaughtUp(listener: () => void): void {
		this.#caughtUpListeners.add(listener);
	}

	/** Called when the terminal is gone (EIO after a hang-up, EPIPE on a closed pipe). */
	onLost(listener: () => void): void {
		this.#lostListeners.add(listener);
	}

	/** Sends synchronously, because the program may be gone afterwards. False when the terminal took too long to take it all. */
	sendLast(text: string): boolean {
		if (this.#isLost) {
			return true;
		}

		const isTaken = this.#way.writeLast(Buffer.concat([this.#pending, Buffer.from(text)]));
		this.#pending = nothing;
		return isTaken;
	}

	/** Drops what the terminal has not taken. */
	close(): void {
		this.#isLost = true;
		this.#pending = nothing;
		this.#way.close();
	}
}

const nothing = new Uint8Array(0);

type Way = {
	/** Writes some of the bytes and reports how many, at once or when the terminal is ready. */
	write(bytes: Uint8Array, done: (error: Error | undefined, takenBytes: number) => void): void;
	/** True when the terminal took all of it, or is gone. */
	writeLast(bytes: Uint8Array): boolean;
	/** A write is blocked on a thread of Node's pool. */
	isBlocked(): boolean;
	close(): void;
};

/**
Opens the terminal behind `fd` a second time, with O_NONBLOCK. The flag belongs to the open file description (open(2)), and that of `fd` is shared with the shell,
whose reads would fail with it.
*/
function wayTo(fd: number): Way {
	for (const path of [`/proc/self/fd/${fd}`, ...(isControllingTerminal(fd) ? ['/dev/tty'] : [])]) {
		try {
			return nonblockingWay(openSync(path, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY));
		} catch {
			// After `su` the terminal still belongs to the first user and cannot be opened by its name; /dev/tty can, by any process it controls (tty(4)).
		}
	}

	return blockingWay(fd);
}

/** Whether /dev/tty is the terminal behind `fd`: the kernel tells the device of the controlling terminal (proc_pid_stat(5), tty_nr). */
function isControllingTerminal(fd: number): boolean {
	try {
		// The program's name is in parentheses and may contain blanks; after it come state, parent, group, session and terminal.
		const terminal = readFileSync('/proc/self/stat', 'latin1').replace(/^.*\) /sv, '').split(' ', 5)[4];
		return Number(terminal) === fstatSync(fd).rdev;
	} catch {
		// Unknown without /proc.
		return false;
	}
}

/** A link of 9600 baud takes about 8 bytes in this time. */
const retryMs = 8;

/** How long a terminal that takes nothing may delay the end of the program. */
const lastWordsPatienceMs = 300;

function nonblockingWay(fd: number): Way {
	return {
		write(bytes, done) {
			try {
				done(undefined, writeSync(fd, bytes));
			} catch (error) {
				if (isFull(error)) {
					setTimeout(done, retryMs, undefined, 0);
				} else {
					done(error as Error, 0);
				}
			}
		},
		writeLast(bytes) {
			let rest = bytes;
			for (let waitedMs = 0; rest.length > 0 && waitedMs < lastWordsPatienceMs; waitedMs += retryMs) {
				rest = rest.subarray(takenOf(fd, rest));
				if (rest.length > 0) {
					waitWithinCall(retryMs);
				}
			}

			return rest.length === 0;
		},
		isBlocked: () => false,
		close() {
			closeSync(fd);
		},
	};
}

/** The number of bytes taken: none while the terminal is full, all when it is gone and nobody will read them. */
function takenOf(fd: number, bytes: Uint8Array): number {
	try {
		return writeSync(fd, bytes);
	} catch (error) {
		return isFull(error) ? 0 : bytes.length;
	}
}

const isFull = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EAGAIN';

/** Blocking writes, each on a thread of Node's pool: a stalled terminal blocks that thread but not the program. */
function blockingWay(fd: number): Way {
	let isWaiting = false;
	return {
		write(bytes, done) {
			isWaiting = true;
			write(fd, bytes, (error, takenBytes) => {
				isWaiting = false;
				done(error ?? undefined, takenBytes);
			});
		},
		writeLast(bytes) {
			// After a blocked write, another one would block the end of the program as well.
			return !isWaiting && takenOf(fd, bytes) === bytes.length;
		},
		isBlocked: () => isWaiting,
		close() {
			// `fd` belongs to whoever opened it.
		},
	};
}
