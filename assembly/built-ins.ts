import {isBuiltin} from 'node:module';
import type {Plugin} from 'esbuild';

/** Node's own modules are asked for by `require`: a script that was compiled ahead has no imports. */
export const builtIns: Plugin = {
	name: 'built-ins',
	setup(build) {
		build.onResolve({filter: /.*/}, ({path}) => isBuiltin(path) ? {path, namespace: 'built-in'} : undefined);
		build.onLoad({filter: /.*/, namespace: 'built-in'}, ({path}) => ({contents: `module.exports = requireBuiltIn(${JSON.stringify(path)});`}));
	},
};
