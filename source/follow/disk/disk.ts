import {Buffer} from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';
import {accountName} from './account-names.ts';
import {isMadeUp} from './made-up.ts';
import {bytesOf, pathFrom} from './path-bytes.ts';

/** What the file system says of one thing. Device, inode and birth time together name one physical file. */
export type FileFacts = {
	readonly kind: 'file' | 'folder' | 'other';
	readonly device: bigint;
	readonly inode: bigint;
	/** Birth time, nanoseconds. The inode number alone is reused at once on ext4. */
	readonly bornNs: bigint;
	/** Names it has (hard links). */
	readonly links: number;
	readonly sizeBytes: number;
	readonly modifiedMs: number;
};

/** The disk said no: an errno name, such as `EACCES`. */
export type Refusal = {readonly refused: string};

/** What keeps a user from a file or a folder: itself, or one of the folders above it; and whom its mode lets in. */
export type Bar = {
	readonly path: string;
	readonly kind: 'file' | 'folder';
	readonly mode: number;
	readonly owner: string;
	readonly group: string;
};

/** A file opened for reading. */
export type Handle = number;

/** All that following asks of a file system. Nothing here writes, locks, or can block on a pipe. */
export type Disk = {
	factsOf(path: string): FileFacts | Refusal;
	factsOfHandle(handle: Handle): FileFacts | Refusal;
	isLink(path: string): boolean;
	/** Where a link leads to in the end. */
	targetOf(path: string): string | Refusal;
	/** Where an open file lies by now. Of one that has no name any more the folder is right, the name is not. Refused where the system does not know. */
	pathOf(handle: Handle): string | Refusal;
	open(path: string): Handle | Refusal;
	/** The number of bytes read into the start of `into`; 0 at the end of the file. */
	read(handle: Handle, into: Uint8Array, offsetBytes: number): number | Refusal;
	close(handle: Handle): void;
	namesIn(folder: string): readonly string[] | Refusal;
	glob(pattern: string): readonly string[];
	/** What keeps this user from reading a file or listing a folder: itself, or the first folder above that cannot be entered. */
	barTo(path: string): Bar | undefined;
};

export const isRefusal = (answer: unknown): answer is Refusal => typeof answer === 'object' && answer !== null && 'refused' in answer;

/** What lies at a place of a file; nothing where it cannot be read. */
export function bytesAt(disk: Disk, handle: Handle, {offsetBytes = 0, lengthBytes}: {readonly offsetBytes?: number; readonly lengthBytes: number}): Uint8Array {
	const into = new Uint8Array(lengthBytes);
	const count = disk.read(handle, into, offsetBytes);
	return into.subarray(0, isRefusal(count) ? 0 : count);
}

/** The machine's own file system. */
export const realDisk: Disk = {
	factsOf: file => attempt(() => factsFrom(fs.statSync(bytesOf(file), {bigint: true}))),
	factsOfHandle: handle => attempt(() => factsFrom(fs.fstatSync(handle, {bigint: true}))),
	isLink: file => attempt(() => fs.lstatSync(bytesOf(file)).isSymbolicLink()) === true,
	targetOf: file => attempt(() => pathFrom(fs.realpathSync.native(bytesOf(file), {encoding: 'buffer'}))),
	// Behind the name of a file without one stands " (deleted)" (proc_pid_fd(5)); that of its folder is as it was.
	pathOf: handle => attempt(() => pathFrom(fs.readlinkSync(`/proc/self/fd/${handle}`, {encoding: 'buffer'}))),
	open: file => attempt(() => openBytes(bytesOf(file))),
	read: (handle, into, offsetBytes) => attempt(() => fs.readSync(handle, into, 0, into.length, offsetBytes)),
	close(handle) {
		fs.closeSync(handle);
	},
	namesIn: folder => attempt(() => fs.readdirSync(bytesOf(folder), {encoding: 'buffer'}).map(name => pathFrom(name))),
	glob: pattern => fs.globSync(pattern).flatMap(match => exactMatches(path.normalize(match))),
	barTo(file) {
		const bar = foldersAbove(path.resolve(file)).find(folder => !isAllowed(folder, fs.constants.X_OK)) ?? file;
		const facts = attempt(() => fs.statSync(bytesOf(bar)));
		return isRefusal(facts) ? undefined : {path: bar, kind: facts.isDirectory() ? 'folder' : 'file', mode: facts.mode, owner: accountName('user', facts.uid), group: accountName('group', facts.gid)};
	},
};

/** From the root on. */
function foldersAbove(file: string): readonly string[] {
	const folder = path.dirname(file);
	return folder === file ? [] : [...foldersAbove(folder), folder];
}

const isAllowed = (file: string, mode: number): boolean => !isRefusal(attempt(() => {
	fs.accessSync(bytesOf(file), mode);
}));

function openBytes(file: fs.PathLike): Handle | Refusal {
	const handle = openUntouched(file);
	if (!isMadeUp(handle)) {
		return handle;
	}

	fs.closeSync(handle);
	return {refused: 'EINVAL'};
}

/** O_NONBLOCK: opening a FIFO without a writer would otherwise wait for one (open(2)). */
const readingFlags = fs.constants.O_RDONLY | fs.constants.O_NONBLOCK;

/**
A log is evidence: even the time of its last access is left as it was if the system allows that, which it does to root and to the file's owner (O_NOATIME in open(2)).
It also saves the disk a write.
*/
function openUntouched(file: fs.PathLike): Handle {
	try {
		return fs.openSync(file, readingFlags | fs.constants.O_NOATIME);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EPERM') {
			throw error;
		}

		return fs.openSync(file, readingFlags);
	}
}

/** Node matches names as text, with U+FFFD for what is not UTF-8: the folder has the bytes. */
function exactMatches(match: string): readonly string[] {
	if (!match.includes('\u{FFFD}')) {
		return [match];
	}

	const folder = path.dirname(match);
	const names = realDisk.namesIn(folder);
	const exact = isRefusal(names) ? [] : names.filter(name => lossyNameOf(name) === path.basename(match));
	return exact.length === 0 ? [match] : exact.map(name => path.join(folder, name));
}

/** A name as Node shows it. */
const lossyNameOf = (name: string): string => Buffer.from(bytesOf(name) as string).toString();

function attempt<Answer>(ask: () => Answer): Answer | Refusal {
	try {
		return ask();
	} catch (error) {
		const {code} = (error as NodeJS.ErrnoException);
		if (code === undefined) {
			throw error;
		}

		return {refused: code};
	}
}

function factsFrom(stats: fs.BigIntStats): FileFacts {
	return {
		kind: stats.isFile() ? 'file' : (stats.isDirectory() ? 'folder' : 'other'),
		device: stats.dev,
		inode: stats.ino,
		bornNs: stats.birthtimeNs,
		links: Number(stats.nlink),
		sizeBytes: Number(stats.size),
		modifiedMs: Number(stats.mtimeNs) / 1e6,
	};
}
