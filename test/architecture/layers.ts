/** A room of the house: a folder of `source/`, or `main` for `source/main.ts`. */
export type Layer = {
	readonly room: string;
	/** Rooms it may import; `text` in `'query: types'` form may be imported for types only. */
	readonly imports: readonly string[];
	/** Packages and Node modules it may import, each with the files that may (all of the room's files when none are named). */
	readonly packages: ReadonlyArray<{readonly name: string; readonly files?: readonly string[]}>;
	/** Pure rooms read no clock, no environment, no disk and start no timers. */
	readonly isPure?: true;
};

const bare = (...names: string[]) => names.map(name => ({name}));

/** Who may import whom, and who may import which package. When a test turns red, move the code rather than the table. */
export const layers: readonly Layer[] = [
	{room: 'domain', imports: [], packages: [], isPure: true},
	{room: 'text', imports: ['domain'], packages: bare('string-width', 'node:buffer'), isPure: true},
	{
		room: 'follow',
		imports: ['domain'],
		packages: [
			{name: 'chokidar', files: ['doorman/watch.ts']},
			{name: 'xz-decompress'},
			{name: 'seek-bzip'},
			...bare('node:fs', 'node:path', 'node:zlib', 'node:stream', 'node:buffer'),
		],
	},
	{room: 'format', imports: ['domain', 'text'], packages: bare('csv-parse', 'valibot', 'yaml', 'node:buffer'), isPure: true},
	{room: 'store', imports: ['domain'], packages: bare('node:buffer'), isPure: true},
	{room: 'query', imports: ['domain', 'text', 'store'], packages: [{name: 'fuzzysort', files: ['suggest.ts']}, ...bare('node:buffer')], isPure: true},
	{room: 'engine', imports: ['domain', 'query: types'], packages: []},
	{
		room: 'local',
		imports: ['domain', 'text', 'follow', 'format', 'store', 'query', 'engine'],
		packages: [...['node:fs', 'node:os', 'node:process', 'node:v8'].map(name => ({name, files: ['memory-now.ts']})), ...bare('node:worker_threads', 'node:url', 'node:buffer')],
	},
	{room: 'fleet', imports: ['domain', 'query', 'engine'], packages: []},
	{room: 'export', imports: ['domain', 'text', 'engine'], packages: [...bare('csv-stringify', 'node:fs', 'node:path', 'node:stream', 'node:buffer'), {name: 'node:timers', files: ['notes-file.ts']}, {name: 'node:crypto', files: ['digesting.ts']}]},
	{room: 'access', imports: ['domain'], packages: bare('node:fs', 'node:os')},
	{room: 'view', imports: ['domain', 'text', 'engine: types', 'query: types'], packages: [], isPure: true},
	{room: 'ui', imports: ['domain: types', 'text', 'view'], packages: bare('ink', 'react', 'ink-text-input')},
	{room: 'terminal', imports: ['domain', 'text'], packages: [{name: 'node:process', files: ['signals.ts']}, {name: 'node:timers', files: ['signals.ts']}, ...bare('node:tty', 'node:fs', 'node:stream', 'node:events', 'node:buffer')]},
	{room: 'config', imports: ['domain', 'query'], packages: bare('valibot', 'yaml', 'chrono-node', 'node:fs', 'node:path')},
	{
		room: 'run',
		imports: ['domain', 'text', 'query', 'engine', 'local', 'export', 'access', 'view', 'ui', 'terminal', 'config', 'follow', 'format'],
		packages: [{name: 'node:v8', files: ['inlining.ts']}, ...bare('commander', 'react', 'ink', 'node:fs', 'node:os', 'node:path', 'node:stream', 'node:zlib', 'node:buffer', 'node:events', 'node:process', 'node:readline', 'node:tty')],
	},
	{room: 'main', imports: ['domain', 'config', 'run'], packages: bare('node:process')},
];

/** Packages that no part of the product may import: it starts no process, opens no port, evaluates no text. */
export const forbiddenPackages = ['node:child_process', 'node:net', 'node:http', 'node:https', 'node:http2', 'node:dgram', 'node:tls', 'node:vm', 'node:cluster', 'node:inspector', 'node:repl'];

/** What the top level holds: the five that were asked for, and the extras that ARCHITECTURE.md gives reasons for. */
export const topLevel = [
	'package.json',
	'tsconfig.json',
	'README.md',
	'source',
	'test',
	'ARCHITECTURE.md',
	'CHANGELOG.md',
	'LICENSE',
	'package-lock.json',
	'assembly',
	'bench',
	'.ci',
	'.gitignore',
	'.npmrc',
];
