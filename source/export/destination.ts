import {closeSync, constants, fstatSync, openSync, rmSync} from 'node:fs';
import {type FileHandle, link, open, rename, unlink} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';

/** A file that appears whole or not at all. */
export type Destination = {
	write(bytes: Uint8Array): Promise<void>;
	/** Gives the file its name once all of it is on the disk. Rejects with EEXIST where the name was taken meanwhile and must not be replaced. */
	commit(): Promise<void>;
	/** Removes what was written. Does not wait, because the program may be ending. */
	abandon(): void;
};

export type DestinationWish = {
	readonly path: string;
	/** A file of that name may be replaced. */
	readonly mayReplace: boolean;
	/** Part of the unfinished file's name that no other writer in the folder uses. */
	readonly token: string;
};

/** Exports can be evidence: only the owner may read them until the owner decides otherwise. */
const ownerOnly = 0o600;

/** Opens an unfinished file beside `path`: a rename is atomic only within one file system. */
export async function openDestination({path, mayReplace, token}: DestinationWish): Promise<Destination> {
	const unfinished = join(dirname(path), `.${basename(path)}.${token}.part`);
	// O_EXCL and O_NOFOLLOW: never through a link that somebody planted in the folder, never into an existing file.
	// Opened synchronously: a file created on another thread a moment later would stay behind if a signal ended the program in between.
	const opening = reopened(unfinished, openSync(unfinished, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, ownerOnly));
	// The first write reports a failure; until then it must not count as an unhandled rejection.
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

/** The file behind `fd` as a FileHandle, the only kind that may be synced under Node's permission model. The name must still lead to the same file. */
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
		// It never opened, so there is nothing to close.
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

/** Names the file without replacing another: rename(2) would replace it, link(2) fails atomically. */
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

/** FAT and some network file systems have no hard links (link(2): EPERM). */
const linkless: ReadonlySet<string | undefined> = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

async function reserve(path: string): Promise<void> {
	const handle = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, ownerOnly);
	await handle.close();
}

/** A new name is durable only once its folder is on the disk too (fsync(2)). Where that is impossible, the file is there all the same. */
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

/** Folders that may be written but not read (mode -wx), and file systems that cannot sync folders (fsync(2): EINVAL). */
const unsyncable: ReadonlySet<string | undefined> = new Set(['EACCES', 'EPERM', 'EINVAL', 'ENOTSUP', 'EOPNOTSUPP']);
