import {Buffer} from 'node:buffer';
import {write} from 'node:fs';
import {isatty} from 'node:tty';

/** By number: `process.stdout` and its like set their pipes to non-blocking as soon as they are touched. */
export const standardInput = 0;
export const standardOutput = 1;
export const standardError = 2;

export const isTerminal = (fd: number): boolean => isatty(fd);

/** Where results go. */
export type StandardOutput = {
	/** Settles when the reader has taken the bytes, so that a slow reader slows the writer down. */
	write(bytes: Uint8Array | string): Promise<void>;
	/** The reader has not yet taken all. */
	readonly isBehind: boolean;
};

/**
Standard output on Node's thread pool. `process.stdout` writes to pipes synchronously (Node's "A note on process I/O"), and a reader that
stops reading would stop signals and timers as well.
*/
export function openStandardOutput(fd: number, onReaderGone: () => void): StandardOutput {
	let writing = 0;
	return {
		async write(bytes) {
			writing++;
			for (let rest = Buffer.from(bytes); rest.length > 0;) {
				// eslint-disable-next-line no-await-in-loop -- a stream has one end
				rest = rest.subarray(await take(fd, rest, onReaderGone));
			}

			writing--;
		},
		get isBehind() {
			return writing > 0;
		},
	};
}

/** Whoever made the pipe may have set O_NONBLOCK on it; then it is asked again after this. */
const retryMs = 5;

/** Writes what can be written and says how many bytes that was. Never settles once the reader is gone: the program is ending. */
const take = async (fd: number, bytes: Uint8Array, onReaderGone: () => void): Promise<number> => new Promise((resolve, reject) => {
	write(fd, bytes, (error, takenBytes) => {
		switch (error?.code) {
			case undefined: {
				resolve(takenBytes);
				return;
			}

			case 'EAGAIN': {
				setTimeout(resolve, retryMs, 0);
				return;
			}

			// EIO: the terminal has hung up.
			case 'EPIPE':
			case 'EIO': {
				onReaderGone();
				return;
			}

			default: {
				reject(error!);
			}
		}
	});
});
