import path from 'node:path';
import {absolutePath} from '../disk/absolute-path.ts';

/** A short name for each path: the file's name, lengthened by folders as far as it takes to tell it from the others. */
export function shortNames(livePaths: readonly string[]): ReadonlyMap<string, string> {
	const endings = new Map(livePaths.map(livePath => [livePath, endingsOf(livePath)]));
	const uses = new Map<string, number>();
	for (const ending of endings.values().toArray().flat()) {
		uses.set(ending, (uses.get(ending) ?? 0) + 1);
	}

	return new Map(livePaths.map(livePath => [livePath, endings.get(livePath)!.find(ending => uses.get(ending) === 1) ?? livePath]));
}

/** `c`, `b/c` of `/a/b/c`. */
function endingsOf(livePath: string): readonly string[] {
	const parts = absolutePath(livePath).split(path.sep).filter(part => part !== '');
	return parts.slice(1).map((_, index) => parts.slice(-index - 1).join('/'));
}
