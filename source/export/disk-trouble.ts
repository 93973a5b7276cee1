import {dirname} from 'node:path';

/** What error codes mean for somebody who wants to write a file. */
const meanings = new Map<string | undefined, (path: string) => string>([
	['EACCES', path => `no permission to write in ${dirname(path)}`],
	['EPERM', path => `the system does not allow writing in ${dirname(path)}`],
	['ENOENT', path => `there is no folder ${dirname(path)}`],
	['ENOTDIR', path => `${dirname(path)} is not a folder`],
	['EROFS', path => `${dirname(path)} can only be read (read-only file system)`],
	['ENOSPC', path => `the disk of ${dirname(path)} is full`],
	['EDQUOT', path => `your share of the disk of ${dirname(path)} is used up`],
	['EFBIG', () => 'the file would be larger than the system allows'],
	['ENAMETOOLONG', () => 'the name is too long'],
	['EEXIST', path => `${path} appeared meanwhile; nothing was replaced`],
	['EISDIR', path => `${path} is a folder`],
	['ELOOP', path => `${path} is a link`],
	['ENXIO', path => `${path} is a pipe`],
	['EIO', path => `the disk of ${dirname(path)} reports an error`],
	['EMFILE', () => 'too many files are open'],
]);

/** Why a file could not be written, in words, or as the bare error code where there are none for it. */
export function diskTrouble(error: unknown, path: string): string {
	const {code, message} = error as NodeJS.ErrnoException;
	return meanings.get(code)?.(path) ?? `${path} cannot be written (${code ?? message})`;
}
