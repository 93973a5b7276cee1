import fs from 'node:fs';
import {pathFrom} from '../disk/path-bytes.ts';

/** What the kernel reports of one name in a folder: it came or went, or its file was written. */
export type FolderNews = {readonly type: 'came-or-went' | 'written'; readonly name: string | undefined};

export type FolderWatch = {close(): void};

/**
Watches a folder with Node alone. Grabbing a file is a matter of tenths of a millisecond, and every event that chokidar passes on
costs five times as much as one here. Undefined if the folder cannot be watched.
*/
export function watchFolder(folder: string, onNews: (news: FolderNews) => void, onDeaf: () => void): FolderWatch | undefined {
	try {
		// eslint-disable-next-line n/prefer-promises/fs -- An iterator tells of a change one turn of the loop later: too late.
		const watcher = fs.watch(folder, {encoding: 'buffer'}, (event, name) => {
			onNews({type: event === 'rename' ? 'came-or-went' : 'written', name: name === null ? undefined : pathFrom(name)});
		});
		watcher.on('error', onDeaf);
		return watcher;
	} catch {
		// The machine has no inotify instance left, or the folder is gone. The doorbell reports that; meanwhile names are looked at by the clock.
		return undefined;
	}
}

/** File systems that other machines change too, without the kernel reporting it (statfs(2)). */
const sharedTypes: ReadonlySet<number> = new Set([
	0x69_69, // NFS
	0xFF_53_4D_42, // CIFS
	0xFE_53_4D_42, // SMB2
	0x65_73_55_46, // FUSE
	0x01_02_19_97, // 9P
	0x00_C3_64_00, // Ceph
]);

/** Whether only this machine changes a folder. */
export function isOwnDisk(folder: string): boolean {
	try {
		return !sharedTypes.has(fs.statfsSync(folder).type);
	} catch {
		return false;
	}
}
