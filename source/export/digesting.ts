import {createHash} from 'node:crypto';
import {constants} from 'node:fs';
import {open} from 'node:fs/promises';
import type {Destination} from './destination.ts';

/** The SHA-256 of a text as UTF-8, in hexadecimal. */
export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

/** How a file can be recognised as it is at the moment, or why not. */
export type FileDigest = {readonly bytes: number; readonly sha256: string} | {readonly trouble: string};

export async function digestOfFile(path: string): Promise<FileDigest> {
	try {
		// O_NONBLOCK: a pipe in its place must not block.
		await using handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
		const {size} = await handle.stat();
		const hash = createHash('sha256');
		let bytes = 0;
		// No further than it reached at first: it may grow as fast as it is read.
		for await (const chunk of size === 0 ? [] : handle.createReadStream({autoClose: false, start: 0, end: size - 1})) {
			hash.update(chunk as Uint8Array);
			bytes += (chunk as Uint8Array).length;
		}

		return {bytes, sha256: hash.digest('hex')};
	} catch (error) {
		return {trouble: `it could not be read again (${(error as NodeJS.ErrnoException).code})`};
	}
}

/** A destination that knows the SHA-256 of everything written to it. */
export type DigestingDestination = Destination & {sha256(): string};

export function digesting(destination: Destination): DigestingDestination {
	const hash = createHash('sha256');
	return {
		async write(bytes) {
			hash.update(bytes);
			await destination.write(bytes);
		},
		commit: async () => destination.commit(),
		abandon() {
			destination.abandon();
		},
		// A hash can be read only once.
		sha256: () => hash.copy().digest('hex'),
	};
}
