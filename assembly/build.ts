import {createHash} from 'node:crypto';
import {chmodSync, mkdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {build, type BuildOptions} from 'esbuild';
import {builtIns} from './built-ins.ts';
import {compileAhead} from './compile-ahead.ts';
import {inkRowCache} from './ink-row-cache.ts';
import {patching} from './package-patches.ts';
import {quickStart} from './quick-start.ts';

/** Enough that two texts never share it. */
const digestDigits = 12;
const outFolder = 'dist';
const scriptFolder = 'scripts';

const programs = {
	ledgerline: 'source/main.ts',
	'engine-worker': 'source/local/engine-worker.ts',
	'doorman-worker': 'source/local/doorman-worker.ts',
	'search-worker': 'source/local/search-worker.ts',
	'unpack-worker': 'source/local/unpack-worker.ts',
} as const satisfies Readonly<Record<string, string>>;

/** Scripts of which much is compiled at a start; of the others there is little. */
const compiledAhead: ReadonlySet<string> = new Set(['ledgerline', 'engine-worker'] satisfies Array<keyof typeof programs>);

/** Patterns with the flag `v` stay literals, which are made once; esbuild would write each as a call that takes the pattern apart whenever it is come to. */
const supported = {'regexp-set-notation': true};

const shared = {bundle: true, platform: 'node', target: 'node24', supported, format: 'esm', minify: true, write: false, logLevel: 'warning'} as const satisfies BuildOptions;

/**
Makes `dist/`: for each program a small file that is started (`launch.ts`), and what it starts, one self-contained script with what V8 compiled of it ahead.

A script's name holds a digest of its text, so that nothing compiled from another text can ever be taken for its own: V8 itself compares lengths alone.
*/
rmSync(outFolder, {recursive: true, force: true});
mkdirSync(path.join(outFolder, scriptFolder), {recursive: true});
const scripts = new Map<string, string>();
for (const [name, entry] of Object.entries(programs)) {
	// eslint-disable-next-line no-await-in-loop -- esbuild uses every core for one
	const scriptName = `${scriptFolder}/${await writeScript(name, entry)}`;
	scripts.set(name, path.resolve(outFolder, scriptName));
	await writeLauncher(name, scriptName); // eslint-disable-line no-await-in-loop -- see above
}

try {
	await compileAhead(path.join(outFolder, 'ledgerline.js'), [...scripts].filter(([name]) => compiledAhead.has(name)).map(([, file]) => file));
} catch (error) {
	process.stderr.write(`Nothing is compiled ahead, so that every start takes a little longer: ${(error as Error).message}\n`);
}

/**
The bundle as a function: what it needs of the world is handed in, so that it can be a script and not a module, which could not be compiled ahead.

`react-devtools-core` is imported by Ink only when DEV is set; left external it would fail at load, so an empty stub stands in for it.
*/
async function writeScript(name: string, entry: string): Promise<string> {
	const {outputFiles} = await build({
		...shared,
		entryPoints: [entry],
		outfile: `${name}.js`,
		keepNames: true,
		legalComments: 'linked',
		jsx: 'automatic',
		define: {'process.env.NODE_ENV': '"production"', 'import.meta.url': 'launcherUrl', 'import.meta.resolve': 'requireBuiltIn.resolve'},
		alias: {'react-devtools-core': './assembly/no-devtools.ts', 'string-width': './assembly/quick-width.ts'},
		plugins: [builtIns, patching(inkRowCache), patching(quickStart)],
	});
	const text = (ending: string): string => outputFiles.find(file => file.path.endsWith(ending))?.text ?? '';
	const script = `(async function(requireBuiltIn,launcherUrl){"use strict";${text(`${name}.js`).replace(/^#!.*\n/v, '')}})`;
	const scriptName = `${name}-${createHash('sha256').update(script).digest('hex').slice(0, digestDigits)}`;
	writeFileSync(path.join(outFolder, scriptFolder, `${scriptName}.js`), script);
	if (text('.LEGAL.txt') !== '') {
		writeFileSync(path.join(outFolder, `${name}.LEGAL.txt`), text('.LEGAL.txt'));
	}

	return scriptName;
}

/** npm makes the commands of an installed package executable; a copied `dist/` has only what stands here. */
async function writeLauncher(name: string, scriptName: string): Promise<void> {
	const {outputFiles} = await build({...shared, entryPoints: ['assembly/launch.ts'], define: {scriptName: JSON.stringify(scriptName)}, banner: {js: '#!/usr/bin/env node'}});
	const file = path.join(outFolder, `${name}.js`);
	writeFileSync(file, outputFiles[0]!.contents);
	chmodSync(file, 0o755);
}
