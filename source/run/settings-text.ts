import {readFileSync, statSync, type Stats} from 'node:fs';

/** Nobody writes more by hand; a log named by mistake would fill the memory. */
const largestBytes = 16 * 1024 * 1024;
const bytesInMegabyte = 1024 * 1024;

/** Some ten thousand views: more take seconds to read before the first picture. */
export const largestConfigBytes = bytesInMegabyte;

/** The text of a file that sets something up. It throws what reading throws; `whyUnreadable` says it in words. */
export function readSettingsText(path: string, mostBytes = largestBytes): string {
	const why = refusalOf(statSync(path), mostBytes);
	if (why !== undefined) {
		throw new Error(why);
	}

	return readFileSync(path, 'utf8');
}

/** The reason that `readSettingsText` threw. */
export function whyUnreadable(error: unknown): string {
	const {code, message} = error as NodeJS.ErrnoException;
	return code === undefined ? message : reasons.get(code) ?? code;
}

const reasons: ReadonlyMap<string, string> = new Map([
	['ENOENT', 'there is no such file'],
	['ENOTDIR', 'there is no such folder'],
	['EISDIR', 'it is a folder'],
	['EACCES', 'this user may not read it'],
	['ELOOP', 'the link leads back to itself'],
	['ENAMETOOLONG', 'the name is too long'],
]);

/** Devices never end. A pipe does, and who names one (`<(...)` in a shell) means it. */
function refusalOf(facts: Stats, mostBytes: number): string | undefined {
	if (facts.isCharacterDevice() || facts.isBlockDevice() || facts.isSocket()) {
		return 'it is no file';
	}

	return facts.size > mostBytes ? `it is larger than ${mostBytes / bytesInMegabyte} MB` : undefined;
}

/** Whether there is something that nobody named. A pipe without a writer would be waited for (fifo(7)); what may not be looked at is somebody else's, as after `su`. */
export function isSettingsFile(path: string): boolean {
	try {
		return !statSync(path).isFIFO();
	} catch {
		return false;
	}
}
