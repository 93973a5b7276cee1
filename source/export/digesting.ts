import {createHash} from 'node:crypto';
import type {Destination} from './destination.ts';

/** The SHA-256 of a text as UTF-8, in hexadecimal. */
export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

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
