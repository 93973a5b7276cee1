import {constants, lstatSync, realpathSync} from 'node:fs';
import {type FileHandle, open} from 'node:fs/promises';
import {Buffer} from 'node:buffer';
import {setTimeout} from 'node:timers/promises';
import {isoTime} from '../domain/time.ts';
import {diskTrouble} from './disk-trouble.ts';
import {fitnessOf, type Watched} from './fit-path.ts';
import {json} from './json-lines.ts';

/** Something written by hand: a note on an event, or an event that no log has. */
export type HandWritten = {
	readonly kind: 'note' | 'event';
	/** ISO 8601; a note has the time of its event. */
	readonly time: string;
	readonly author: string;
	readonly text: string;
	readonly severity?: string;
	readonly device?: string;
	/** Finds the event of a note again after a restart: its source, time, place and bytes. */
	readonly about?: {readonly source: string; readonly time: string; readonly offset: number; readonly length: number; readonly digest: string};
};

/** The line of a note or event in the notes file, which `format/ledgerline/notes.ts` reads back. */
export const notesLine = ({kind, ...rest}: HandWritten, writtenMs: number): string =>
	`${json({ledgerline: kind, ...rest, written: isoTime({micros: writtenMs * 1000, nanos: 0, digits: 3})})}\n`;

/** Why a file cannot be the notes file; undefined when it can. */
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

/** The same for a file named on the command line, before anything is watched; it may be a link. */
export async function namedNotesTrouble(path: string): Promise<string | undefined> {
	try {
		return await notesFileTrouble(isThere(path) ? realpathSync(path) : path, {files: [], folders: []});
	} catch (error) {
		return diskTrouble(error, path);
	}
}

/** Every line of a notes file begins like this; an empty file can become one. */
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

/** Appends a line and waits until it is on the disk. If the file's last line is incomplete, the new one begins on a line of its own. */
export async function appendLine(path: string, line: string): Promise<void> {
	// O_NONBLOCK: a pipe put there meanwhile must not block; O_NOFOLLOW: nor may a link lead elsewhere.
	const handle = await open(path, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW | constants.O_NONBLOCK, ownerOnly);
	try {
		await handle.appendFile(await isTorn(handle) ? `\n${line}` : line);
		await handle.sync();
	} finally {
		await handle.close();
	}
}

const ownerOnly = 0o600;

/** A write takes at most this long on any disk that is not failing. */
const writingMs = 20;

/** Whether the last line is incomplete for good. Linux shows a file's size while a write is under way, so a line that another program is writing still grows, and a torn one does not. */
async function isTorn(handle: FileHandle): Promise<boolean> {
	const before = await tornSize(handle);
	if (before === undefined) {
		return false;
	}

	await setTimeout(writingMs);
	const after = await tornSize(handle);
	return after !== undefined && (after === before || isTorn(handle));
}

/** The size in bytes of a file whose last line has no newline; undefined for any other file. */
async function tornSize(handle: FileHandle): Promise<number | undefined> {
	const {size} = await handle.stat();
	if (size === 0) {
		return undefined;
	}

	const last = Buffer.alloc(1);
	await handle.read(last, 0, 1, size - 1);
	return last.toString() === '\n' ? undefined : size;
}

/** Whether anything has that name, be it a broken link. */
export const isThere = (path: string): boolean => lstatSync(path, {throwIfNoEntry: false}) !== undefined;
