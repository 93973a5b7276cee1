import path from 'node:path';

/** The path from the root. If the current folder was deleted there is none (getcwd(3): ENOENT), and the path stays as it was given. */
export function absolutePath(given: string): string {
	try {
		return path.resolve(given);
	} catch {
		return path.normalize(given);
	}
}
