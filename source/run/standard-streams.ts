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
stops reading would stop signals and timers as well. `onBroken` hears once why nothing can be written any more; writes never settle after that.
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

/** Whoever made the pipe may have set O_NONBLOCK on it; then it is asked again after this. */
const retryMs = 5;

/** Writes what can be written and says how many bytes that was. */
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
