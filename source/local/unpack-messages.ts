import type {PackedFile} from '../follow/archives/archives.ts';

/** To the unpacker's thread. Descriptors are valid in the whole process. */
export type ToUnpacker =
	| ({readonly type: 'begin'; readonly id: number} & Pick<PackedFile, 'handle' | 'archive'>)
	/** The next piece is wanted. */
	| {readonly type: 'next'; readonly id: number}
	/** No more is wanted. */
	| {readonly type: 'close'; readonly id: number};

/** Its answer to each `next`. */
export type FromUnpacker =
	| {readonly type: 'piece'; readonly id: number; readonly bytes: Uint8Array<ArrayBuffer>}
	| {readonly type: 'end'; readonly id: number}
	| {readonly type: 'damaged'; readonly id: number; readonly why: string};
