import type {Fault} from '../domain/fault.ts';
import type {Hole} from '../domain/hole.ts';
import type {GenerationDescription, GenerationId, SourceDescription, SourceStatus} from '../domain/source.ts';

/**
What following gives on, called in the order things are to be known. All calls are synchronous; byte arrays are valid only during the call.
*/
export type FollowSink = {
	source(description: SourceDescription): void;
	/** A file of the source became known; generations come in chain order, before any of their bytes. */
	generation(description: GenerationDescription): void;
	/**
	Whole lines, each ending in `\n`, the first at `offsetBytes`. Lines of one generation come in file order, each byte once.
	`isLate`: written to the file after it had been rotated away.
	*/
	lines(generation: GenerationId, offsetBytes: number, bytes: Uint8Array, isLate: boolean): void;
	/**
	Whole lines from the end of a large file, told before what lies above them has been read; `lines` gives each of them again in its turn.
	Only where it was asked for. `head` holds the file's first lines, which may say how all others are to be read.
	*/
	ahead(generation: GenerationId, offsetBytes: number, bytes: Uint8Array, head: Uint8Array): void;
	/** What was told ahead is in the file no more: it was written anew. None of it will be given in its turn. */
	aheadGone(generation: GenerationId): void;
	/**
	A line whose end has not been written for a second. Given again, longer, while it grows; `lines` or `generationEnded` settles it.
	True where the line itself shows that it is over: it is not given again, and what follows it is a line of its own.
	*/
	provisional(generation: GenerationId, offsetBytes: number, bytes: Uint8Array): boolean;
	/** No more bytes will come; `rest` is a last line without its newline (empty when there is none). */
	generationEnded(generation: GenerationId, offsetBytes: number, rest: Uint8Array): void;
	hole(hole: Hole): void;
	status(status: SourceStatus): void;
	fault(fault: Fault): void;
	/** Every source has been read to its present end (called at each such moment). */
	caughtUp(): void;
};

/** Reading back bytes that were given on before, for the screen and for exports. */
export type ReadBack =
	| {readonly type: 'bytes'; readonly bytes: Uint8Array}
	| {readonly type: 'gone'; readonly reason: string};

export type FollowOptions = {
	/** Files, folders, globs, as the user gave them. */
	readonly paths: readonly string[];
	/** False: read all that is there once, then `caughtUp`, then nothing more. */
	readonly isFollowing: boolean;
	/** True: the end of a large file is told ahead, so that somebody who looks on need not wait for all of it. */
	readonly isNewestFirst?: boolean;
	/** True: folders inside the folders given are read too. */
	readonly isRecursive?: boolean;
	/** Files of settings that this run was given: a folder or a pattern that leads to them does not make them logs. */
	readonly settingsPaths?: readonly string[];
};

export type Follow = {
	/** Finds the sources and begins. The sink hears of every source before this returns. */
	start(): void;
	/** Follows one more file, as if its path had been given at the start. */
	add(path: string): void;
	/** Bytes once given on. Reads through the descriptor held for the generation, or from the bytes retained for it. */
	readBack(generation: GenerationId, offsetBytes: number, lengthBytes: number): ReadBack;
	/** Stops at the next slice, so that requests get their turn. */
	pause(): void;
	resume(): void;
	close(): void;
};

