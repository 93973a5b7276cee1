import path from 'node:path';

/** A short name for each path: the file's name, lengthened by folders as far as it takes to tell it from the others. */
export function shortName(livePath: string, others: readonly string[]): string {
	const parts = path.resolve(livePath).split(path.sep).filter(part => part !== '');
	for (let length = 1; length < parts.length; length++) {
		const name = parts.slice(-length).join('/');
		if (others.every(other => other === livePath || !path.resolve(other).endsWith(`/${name}`))) {
			return name;
		}
	}

	return livePath;
}
