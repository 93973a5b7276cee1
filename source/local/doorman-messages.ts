import type {MessagePort} from 'node:worker_threads';
import type {FileFacts} from '../follow/disk/disk.ts';
import type {Delivered} from '../follow/doorman/porch.ts';

/** The start data of the doorman's thread. */
export type DoormanTools = {readonly port: MessagePort; readonly untaken: Untaken};

/** To the doorman's thread. */
export type ToDoorman =
	| {readonly type: 'attend'; readonly path: string; readonly newest: FileFacts | undefined}
	| {readonly type: 'decline'; readonly path: string}
	| {readonly type: 'close'};

/** From the doorman's thread. Descriptors are valid in the whole process; with a message they change owners. */
export type FromDoorman =
	| {readonly type: 'stands'}
	| {readonly type: 'delivered'; readonly delivered: readonly Delivered[]};

/** The number of files handed over and not taken yet, in memory that both threads share. */
export type Untaken = Int32Array<SharedArrayBuffer>;

/** A reader that is held up for long must exhaust neither the descriptors nor, with deleted files, the disk. */
const fewestUntaken = 64;
const untakenOfEach = 4;
const mostUntaken = 512;

/** The most files that wait to be taken; many logs tend to be rotated at once. */
export const untakenLimit = (names: number): number => Math.min(mostUntaken, Math.max(fewestUntaken, names * untakenOfEach));
