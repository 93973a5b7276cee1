import {readFileSync} from 'node:fs';
import {createRequire, registerHooks} from 'node:module';
import {fileURLToPath} from 'node:url';
import type * as Esbuild from 'esbuild';

/** For `node --import`: Node strips types by itself, JSX it leaves to others. */
registerHooks({
	load(url, context, nextLoad) {
		return url.endsWith('.tsx') ? {format: 'module', source: withoutJsx(fileURLToPath(url)), shortCircuit: true} : nextLoad(url, context);
	},
});

const require = createRequire(import.meta.url);

function withoutJsx(file: string): string {
	const {transformSync} = require('esbuild') as typeof Esbuild;
	return transformSync(readFileSync(file, 'utf8'), {loader: 'tsx', jsx: 'automatic', target: 'node24', sourcefile: file, sourcemap: 'inline'}).code;
}
