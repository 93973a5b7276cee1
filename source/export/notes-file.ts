import {constants, lstatSync, realpathSync} from 'node:fs';
import {type FileHandle, open} from 'node:fs/promises';
import {Buffer} from 'node:buffer';
import {setTimeout} from 'node:timers/promises';
import {isoTime} from '../domain/time.ts';
import {diskTrouble} from './disk-trouble.ts';
import {fitnessOf, type Watched} from './fit-path.ts';
import {json} from './json-lines.ts';

/** What a person writes by hand: a note on an event, or an event that no log has. */
export type HandWritten = {
	readonly kind: 'note' | 'event';
	/** When it was; a note stands where its event does. */
	readonly time: string;
	readonly author: string;
	readonly text: string;
	readonly severity?: string;
	readonly device?: string;
	/** Finds the event of a note again at another start: where it was told, when, and what its bytes are. */
	readonly about?: {readonly source: string; readonly time: string; readonly offset: number; readonly length: number; readonly digest: string};
};

/** Its line in the side file. Written once, read by `format/notes.ts`. */
export const notesLine = ({kind, ...rest}: HandWritten, writtenMs: number): string =>
	`${json({ledgerline: kind, ...rest, written: isoTime({micros: writtenMs * 1000, nanos: 0, digits: 3})})}\n`;

/** Why nothing may be appended to that file; undefined when all is well. */
export async function notesFileTrouble(path: string, watched: Watched): Promise<string | undefined> {
	const fitness = fitnessOf(path, watched);
	if (fitness.type === 'unfit') {
		return fitness.sentence;
	}

	try {
		return fitness.type === 'free' || await isNotesFile(path) ? undefined : 'is another kind of file: no notes are written into it';
	} catch (error) {
		return diskTrouble(error, path);
	}
}

/** The same of a file that was named before anything is read; it may be a link to the notes. */
export async function namedNotesTrouble(path: string): Promise<string | undefined> {
	try {
		return await notesFileTrouble(isThere(path) ? realpathSync(path) : path, {files: [], folders: []});
	} catch (error) {
		return diskTrouble(error, path);
	}
}

/** Ours begin so, every line of them; an empty file may become one. */
const firstBytes = '{"ledgerline":';

async function isNotesFile(path: string): Promise<boolean> {
	const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
	try {
		const head = Buffer.alloc(firstBytes.length);
		const {bytesRead} = await handle.read(head, 0, head.length, 0);
		return bytesRead === 0 || head.toString() === firstBytes;
	} finally {
		await handle.close();
	}
}

/** Appends a line and waits until it is on the disk. A last line that was torn off before keeps its place, and the new one begins behind it. */
export async function appendLine(path: string, line: string): Promise<void> {
	// O_NONBLOCK: a pipe put there meanwhile must not hold us; O_NOFOLLOW: nor may a link lead elsewhere.
	const handle = await open(path, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW | constants.O_NONBLOCK, ownerOnly);
	try {
		await handle.appendFile(await isTorn(handle) ? `\n${line}` : line);
		await handle.sync();
	} finally {
		await handle.close();
	}
}

const ownerOnly = 0o600;

/** A write is on its way for so long at most, on any disk that is not failing. */
const writingMs = 20;

/** Whether the last line has no end. Linux tells a file's size while a write to it is under way: a line that another program is just writing still grows, one that was torn off does not. */
async function isTorn(handle: FileHandle): Promise<boolean> {
	const before = await tornSize(handle);
	if (before === undefined) {
		return false;
	}

	await setTimeout(writingMs);
	const after = await tornSize(handle);
	return after !== undefined && (after === before || isTorn(handle));
}

/** Bytes of a file whose last line has no end. */
async function tornSize(handle: FileHandle): Promise<number | undefined> {
	const {size} = await handle.stat();
	if (size === 0) {
		return undefined;
	}

	const last = Buffer.alloc(1);
	await handle.read(last, 0, 1, size - 1);
	return last.toString() === '\n' ? undefined : size;
}

/** True where a file of that name is there. */
export const isThere = (path: string): boolean => lstatSync(path, {throwIfNoEntry: false}) !== undefined;
