import fs from 'node:fs';
import type {SourceFile} from './inspect.ts';

/** Every TypeScript file below `source/`. */
export function inHouse(): SourceFile[] {
	return fs.globSync('source/**/*.{ts,tsx}').toSorted().map(path => ({
		path: path.slice('source/'.length),
		text: fs.readFileSync(path, 'utf8'),
	}));
}
