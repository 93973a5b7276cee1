import type {MessagePort} from 'node:worker_threads';
import type {FileFacts} from '../follow/disk.ts';
import type {Delivered} from '../follow/porch.ts';

/** What the doorman's thread is started with. */
export type DoormanTools = {readonly port: MessagePort; readonly untaken: Untaken};

/** To the doorman's thread. */
export type ToDoorman =
	| {readonly type: 'attend'; readonly path: string; readonly newest: FileFacts | undefined}
	| {readonly type: 'decline'; readonly path: string}
	| {readonly type: 'close'};

/** From it. Descriptors are numbers of the whole process: with a message they change hands. */
export type FromDoorman =
	| {readonly type: 'stands'}
	| {readonly type: 'delivered'; readonly delivered: readonly Delivered[]};

/** How many files were handed over and not taken yet, in memory that both threads see. */
export type Untaken = Int32Array<SharedArrayBuffer>;

/** A reader that is held up for long must fill neither the table of descriptors nor the disk with deleted files. */
const fewestUntaken = 64;
const untakenOfEach = 4;
const mostUntaken = 512;

/** Most files that wait to be taken: many logs are mostly rotated at once. */
export const untakenLimit = (names: number): number => Math.min(mostUntaken, Math.max(fewestUntaken, names * untakenOfEach));
