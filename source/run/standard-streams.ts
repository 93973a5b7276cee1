import {Buffer} from 'node:buffer';
import {fstatSync, write} from 'node:fs';
import {isatty} from 'node:tty';

/** File descriptors, because touching `process.stdout` and the like makes their pipes non-blocking. */
export const standardInput = 0;
export const standardOutput = 1;
export const standardError = 2;

export const isTerminal = (fd: number): boolean => isatty(fd);

export const isFile = (fd: number): boolean => fstatSync(fd).isFile();

/** Standard output, for results. */
export type StandardOutput = {
	/** Settles when the bytes have been taken, so that a slow reader slows the writer down. */
	write(bytes: Uint8Array | string): Promise<void>;
	/** Some bytes have not been taken yet. */
	readonly isBehind: boolean;
};

/**
Standard output on Node's thread pool. `process.stdout` writes to pipes synchronously (Node's "A note on process I/O"), so a reader that stops reading would stop signals
and timers as well. `onBroken` is called once with the error code when writing fails; after that writes never settle.
*/
export function openStandardOutput(fd: number, onBroken: (code: string) => void): StandardOutput {
	let writing = 0;
	return {
		async write(bytes) {
			writing++;
			for (let rest = typeof bytes === 'string' ? Buffer.from(bytes) : bytes; rest.length > 0;) {
				// eslint-disable-next-line no-await-in-loop -- a stream has one end
				rest = rest.subarray(await take(fd, rest, onBroken));
			}

			writing--;
		},
		get isBehind() {
			return writing > 0;
		},
	};
}

/** A pipe may have O_NONBLOCK set by whoever made it; then writing is tried again after this. */
const retryMs = 5;

/** Writes as much as possible and resolves to the number of bytes written. */
const take = async (fd: number, bytes: Uint8Array, onBroken: (code: string) => void): Promise<number> => new Promise(resolve => {
	write(fd, bytes, (error, takenBytes) => {
		if (!error) {
			resolve(takenBytes);
		} else if (error.code === 'EAGAIN') {
			setTimeout(resolve, retryMs, 0);
		} else {
			onBroken(error.code ?? error.message);
		}
	});
});
