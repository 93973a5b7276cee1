import path from 'node:path';

/** The path from the root. Where the folder one stands in was removed nothing leads there any more (getcwd(3): ENOENT), and it stays as it was given. */
export function absolutePath(given: string): string {
	try {
		return path.resolve(given);
	} catch {
		return path.normalize(given);
	}
}
