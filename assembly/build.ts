import {chmod} from 'node:fs/promises';
import {build} from 'esbuild';
import {inkRowCache} from './ink-row-cache.ts';
import {quickStart} from './quick-start.ts';

/**
Makes `dist/ledgerline.js` and its worker files, each one self-contained ES module.

`react-devtools-core` is imported by Ink only when DEV is set; left external it would fail at load, so an empty stub stands in for it.
Some packages inside the bundle still call `require`, which an ES module does not have: the banner makes one.
*/
await build({
	entryPoints: {
		ledgerline: 'source/main.ts',
		'engine-worker': 'source/local/engine-worker.ts',
		'doorman-worker': 'source/local/doorman-worker.ts',
		'search-worker': 'source/local/search-worker.ts',
	},
	outdir: 'dist',
	bundle: true,
	platform: 'node',
	target: 'node24',
	format: 'esm',
	minify: true,
	keepNames: true,
	legalComments: 'linked',
	jsx: 'automatic',
	define: {'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"'},
	alias: {'react-devtools-core': './assembly/no-devtools.ts', 'string-width': './assembly/quick-width.ts'},
	plugins: [inkRowCache, quickStart],
	banner: {js: 'import {createRequire as ledgerlineCreateRequire} from \'node:module\'; const require = ledgerlineCreateRequire(import.meta.url);'},
	logLevel: 'warning',
});

// npm makes the commands of an installed package executable; a copied `dist/` has only what stands here.
await chmod('dist/ledgerline.js', 0o755);
