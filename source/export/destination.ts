import {closeSync, constants, fstatSync, openSync, rmSync} from 'node:fs';
import {type FileHandle, link, open, rename, unlink} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';

/** A file that is there whole or not at all. */
export type Destination = {
	write(bytes: Uint8Array): Promise<void>;
	/** Gives the file its name, once all of it is on the disk. Rejects with EEXIST where the name was taken meanwhile and must not be replaced. */
	commit(): Promise<void>;
	/** Nothing stays behind. Does not wait, because the program may be ending. */
	abandon(): void;
};

export type DestinationWish = {
	readonly path: string;
	/** What has the name now may go. */
	readonly mayReplace: boolean;
	/** Tells this export's unfinished file from any other's in the folder. */
	readonly token: string;
};

/** Evidence is for its owner alone until the owner says otherwise. */
const ownerOnly = 0o600;

/** Opens an unfinished file beside `path`: only within one file system can it be given its name in one step. */
export async function openDestination({path, mayReplace, token}: DestinationWish): Promise<Destination> {
	const unfinished = join(dirname(path), `.${basename(path)}.${token}.part`);
	// O_EXCL and O_NOFOLLOW: never through a link that somebody laid in the folder, never into a file that is there.
	// Made within this call: one that comes a moment later, on another thread, would stay behind when a signal ends the program in between.
	const opening = reopened(unfinished, openSync(unfinished, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, ownerOnly));
	// Whoever writes hears of it; until then a file that did not open is nobody's mistake.
	opening.catch(() => undefined);
	let isOver = false;
	return {
		async write(bytes) {
			await writeWhole(await opening, bytes);
		},
		async commit() {
			const handle = await opening;
			await handle.sync();
			await handle.close();
			await (mayReplace ? rename(unfinished, path) : nameNew(unfinished, path));
			isOver = true;
			await syncFolder(dirname(path));
		},
		abandon() {
			if (isOver) {
				return;
			}

			isOver = true;
			rmSync(unfinished, {force: true});
			void closed(opening);
		},
	};
}

/** The file behind `fd` as a FileHandle, the only kind that Node's permission model lets sync. What has its name must still be that file. */
async function reopened(file: string, fd: number): Promise<FileHandle> {
	try {
		const handle = await open(file, constants.O_WRONLY | constants.O_NOFOLLOW);
		const [made, found] = [fstatSync(fd), await handle.stat()];
		if (made.dev !== found.dev || made.ino !== found.ino) {
			await handle.close();
			throw new Error(`${basename(file)} was exchanged for another file`);
		}

		return handle;
	} finally {
		closeSync(fd);
	}
}

async function closed(opening: Promise<FileHandle>): Promise<void> {
	try {
		const handle = await opening;
		await handle.close();
	} catch {
		// It was given up before it was open.
	}
}

async function writeWhole(handle: FileHandle, bytes: Uint8Array): Promise<void> {
	let writtenBytes = 0;
	while (writtenBytes < bytes.length) {
		// eslint-disable-next-line no-await-in-loop -- what a nearly full disk left over
		const {bytesWritten} = await handle.write(bytes, writtenBytes);
		writtenBytes += bytesWritten;
	}
}

/** rename(2) replaces what has the name; link(2) refuses, in one step. */
async function nameNew(unfinished: string, path: string): Promise<void> {
	try {
		await link(unfinished, path);
	} catch (error) {
		if (!linkless.has((error as NodeJS.ErrnoException).code)) {
			throw error;
		}

		await reserve(path);
		await rename(unfinished, path);
		return;
	}

	await unlink(unfinished);
}

/** FAT and some network file systems know no second name for a file (link(2): EPERM). */
const linkless: ReadonlySet<string | undefined> = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

async function reserve(path: string): Promise<void> {
	const handle = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, ownerOnly);
	await handle.close();
}

/** A new name is safe only when its folder is on the disk too (fsync(2)). Where that is not to be had, the file is there all the same. */
async function syncFolder(folder: string): Promise<void> {
	try {
		await using handle = await open(folder, constants.O_RDONLY);
		await handle.sync();
	} catch (error) {
		if (!unsyncable.has((error as NodeJS.ErrnoException).code)) {
			throw error;
		}
	}
}

/** A folder that may be written and not read (a letter box, mode -wx), and file systems that sync no folders (fsync(2): EINVAL). */
const unsyncable: ReadonlySet<string | undefined> = new Set(['EACCES', 'EPERM', 'EINVAL', 'ENOTSUP', 'EOPNOTSUPP']);
