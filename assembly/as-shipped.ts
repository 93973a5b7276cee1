import {registerHooks} from 'node:module';
import {fileURLToPath} from 'node:url';
import {inkRowCache} from './ink-row-cache.ts';
import {patchedText} from './package-patches.ts';
import {quickStart} from './quick-start.ts';

const quickWidth = import.meta.resolve('./quick-width.ts');

/** They measure by what the package itself says. */
const tests = import.meta.resolve('../test/');

/** For `node --import`: Ink and what it stands on as the bundle has them, so that tests draw with what is shipped, in half the time. */
registerHooks({
	resolve(specifier, context, nextResolve) {
		return nextResolve(specifier === 'string-width' && !context.parentURL?.startsWith(tests) ? quickWidth : specifier, context);
	},
	load(url, context, nextLoad) {
		const source = url.includes('/node_modules/') ? shippedText(fileURLToPath(url)) : undefined;
		return source === undefined ? nextLoad(url, context) : {format: 'module', source, shortCircuit: true};
	},
});

const shippedText = (path: string): string | undefined => patchedText(inkRowCache, path) ?? patchedText(quickStart, path);
