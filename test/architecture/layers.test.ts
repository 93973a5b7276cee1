import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import test from 'ava';
import {inHouse} from './source-files.ts';
import {violations} from './inspect.ts';
import {layers, topLevel} from './layers.ts';

test('every import follows the table of the house, and no files import each other in a circle', t => {
	t.deepEqual(violations(inHouse(), layers), []);
});

for (const [name, path, text, expected] of [
	['a sibling', 'follow/planted.ts', 'import {x} from \'../format/y.ts\';', /follow may not import format/],
	['the way back up the street', 'store/planted.ts', 'import type {x} from \'../view/y.ts\';', /store may not import view/],
	['values where only types are free', 'view/planted.ts', 'import {x} from \'../engine/engine.ts\';', /view may not import engine \(values\)/],
	['a dynamic import', 'ui/planted.tsx', 'await import(\'../local/local-engine.ts\');', /ui may not import local/],
	['a package of another room', 'view/planted.ts', 'import {Box} from \'ink\';', /imports ink: view may not/],
	['a package in the wrong file', 'follow/planted.ts', 'import chokidar from \'chokidar\';', /only doorman\/watch\.ts may/],
	['a process', 'run/planted.ts', 'import {spawn} from \'node:child_process\';', /the product never does/],
	['the clock', 'query/planted.ts', 'export const now = Date.now();', /uses Date\.now/],
	['the clock by constructor', 'text/planted.ts', 'export const now = new Date();', /uses new Date\(\)/],
	['the environment', 'format/planted.ts', 'export const zone = process.env[\'TZ\'];', /uses process/],
	['a timer', 'view/planted.ts', 'setTimeout(() => {}, 1);', /uses setTimeout/],
	['an effect in a pane', 'ui/panes/planted.tsx', 'useEffect(() => {});', /panes hold no state/],
	['a room that is not in the table', 'helpers/planted.ts', '', /no room/],
] as const) {
	test(`planted, it is found: ${name}`, t => {
		const found = violations([{path, text}], layers);
		t.is(found.length, 1, found.join('\n'));
		t.regex(found[0]!, expected);
	});
}

test('planted, it is found: a circle of three', t => {
	const circle = [['a', 'b'], ['b', 'c'], ['c', 'a']].map(([from, to]) => ({path: `domain/${from}.ts`, text: `import {x} from './${to}.ts';`}));
	t.regex(violations(circle, layers).join('\n'), /in a circle: domain\/a\.ts -> domain\/b\.ts -> domain\/c\.ts -> domain\/a\.ts/);
});

test('types may go round where values may not', t => {
	const circle = [['a', 'b'], ['b', 'a']].map(([from, to]) => ({path: `domain/${from}.ts`, text: `import type {x} from './${to}.ts';`}));
	t.deepEqual(violations(circle, layers), []);
});

test('the top level holds what was asked for and the extras with a reason', t => {
	const tracked = execFileSync('git', ['ls-files'], {encoding: 'utf8'}).trim().split('\n').map(path => path.split('/', 1)[0]!);
	t.deepEqual([...new Set(tracked)].filter(name => !topLevel.includes(name)), []);
});

test('every file that ARCHITECTURE.md names is there', t => {
	const named = fs.readFileSync('ARCHITECTURE.md', 'utf8').matchAll(/`(?<path>[\w\-.\/]+\/[\w\-.]+\.(?:js|ts|tsx))`/gv).map(found => found.groups!.path!).toArray();
	t.true(named.length > 50);
	t.deepEqual(named.filter(path => !fs.existsSync(path) && !fs.existsSync(`source/${path}`)), []);
});

test('every dependency has a line in ARCHITECTURE.md that says why', t => {
	const {dependencies, devDependencies} = JSON.parse(fs.readFileSync('package.json', 'utf8')) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
	const architecture = fs.readFileSync('ARCHITECTURE.md', 'utf8');
	t.deepEqual([...Object.keys(dependencies), ...Object.keys(devDependencies)].filter(name => !architecture.includes(`\`${name}\``)), []);
});

test('nothing a user installs runs a script at install, and the lock file names no download host', t => {
	const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8')) as {packages: Record<string, {dev?: boolean; optional?: boolean; hasInstallScript?: boolean; resolved?: string}>};
	const installed = Object.entries(lock.packages).filter(([path]) => path !== '');
	t.deepEqual(installed.filter(([, each]) => each.hasInstallScript && !each.dev).map(([path]) => path), []);
	t.deepEqual(installed.filter(([, each]) => each.resolved?.startsWith('http')).map(([path]) => path), []);
});
