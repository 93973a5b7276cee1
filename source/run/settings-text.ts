import {readFileSync, statSync, type Stats} from 'node:fs';

/** Nobody writes more by hand, and a log named by mistake could fill the memory. */
const largestBytes = 16 * 1024 * 1024;
const bytesInMegabyte = 1024 * 1024;

/** Room for about ten thousand views; more would delay the first frame by seconds. */
export const largestConfigBytes = bytesInMegabyte;

/** The text of a settings file. Throws if it cannot be read; `whyUnreadable` puts the error into words. */
export function readSettingsText(path: string, mostBytes = largestBytes): string {
	const why = refusalOf(statSync(path), mostBytes);
	if (why !== undefined) {
		throw new Error(why);
	}

	return readFileSync(path, 'utf8');
}

/** Why `readSettingsText` threw, in words. */
export function whyUnreadable(error: unknown): string {
	const {code, message} = error as NodeJS.ErrnoException;
	return code === undefined ? message : reasons.get(code) ?? code;
}

const reasons: ReadonlyMap<string, string> = new Map([
	['ENOENT', 'there is no such file'],
	['ENOTDIR', 'there is no such folder'],
	['EISDIR', 'it is a folder'],
	['EACCES', 'this user may not read it'],
	['EIO', 'the disk reports a read error'],
	['ELOOP', 'the link leads back to itself'],
	['ENAMETOOLONG', 'the name is too long'],
]);

/** Why not to read it. Devices never end; a pipe does, and naming one (`<(...)` in a shell) is intended. */
function refusalOf(facts: Stats, mostBytes: number): string | undefined {
	if (facts.isCharacterDevice() || facts.isBlockDevice() || facts.isSocket()) {
		return 'it is not a file';
	}

	return facts.size > mostBytes ? `it is larger than ${mostBytes / bytesInMegabyte} MB` : undefined;
}

/** Whether to read a default settings file. Reading a pipe without a writer would block (fifo(7)), and a file that must not be looked at belongs to somebody else, as after `su`. */
export function isSettingsFile(path: string): boolean {
	try {
		return !statSync(path).isFIFO();
	} catch {
		return false;
	}
}
