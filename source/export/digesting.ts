import {createHash} from 'node:crypto';
import type {Destination} from './destination.ts';

/** The digest of a text as UTF-8. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A destination that knows the digest of what was written into it. */
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
		// A hash can be asked once only.
		sha256: () => hash.copy().digest('hex'),
	};
}
