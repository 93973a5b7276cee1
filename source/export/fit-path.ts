import {lstatSync, realpathSync, statSync} from 'node:fs';
import {basename, dirname, extname, join, relative, sep} from 'node:path';
import {inBytes} from '../domain/size.ts';
import {diskTrouble} from './disk-trouble.ts';

/** The files and folders being read, which must never be written to. */
export type Watched = {
	readonly files: readonly string[];
	readonly folders: readonly string[];
	/** The folders inside those are read too. */
	readonly isRecursive?: boolean;
};

/** Whether a file may be written at a path. */
export type Fitness =
	| {readonly type: 'free'}
	/** A file is there: `sentence` describes it, and only the person may decide to replace it. */
	| {readonly type: 'taken'; readonly sentence: string}
	| {readonly type: 'unfit'; readonly sentence: string};

/** Looks at what is at the path and around it. The sentences continue after the path: "is a folder, not a file". */
export function fitnessOf(path: string, watched: Watched): Fitness {
	try {
		return unfitFor(path, watched) ?? fitnessOfName(path);
	} catch (error) {
		return {type: 'unfit', sentence: diskTrouble(error, path)};
	}
}

/** Compares real paths, so that a link to a log or its folder counts as that log or folder. */
function unfitFor(path: string, {files, folders, isRecursive = false}: Watched): Fitness | undefined {
	const folder = realpathSync(dirname(path));
	const real = join(folder, basename(path));
	const log = files.find(file => isSameOrOlder(real, realOf(file)) || isSameFile(path, file));
	if (log !== undefined) {
		return {type: 'unfit', sentence: `is the log ${basename(log)}, or named like it`};
	}

	return folders.some(each => isIn(realOf(each), folder, isRecursive))
		? {type: 'unfit', sentence: 'is in a folder watched for logs'}
		: undefined;
}

function isIn(watched: string, folder: string, isRecursive: boolean): boolean {
	const way = relative(watched, folder);
	return way === '' || (isRecursive && way !== '..' && !way.startsWith(`..${sep}`));
}

/** Whether a path is the log itself or a name that rotation may give it: `audit.log.1`, `audit-20260303.log`. */
function isSameOrOlder(real: string, log: string): boolean {
	const name = basename(real);
	const suffix = extname(log);
	const isNamedAlike = name.startsWith(basename(log)) || (suffix !== '' && name.endsWith(suffix) && name.startsWith(basename(log, suffix)));
	return dirname(real) === dirname(log) && isNamedAlike;
}

function isSameFile(path: string, log: string): boolean {
	const [one, other] = [path, log].map(each => statSync(each, {throwIfNoEntry: false}));
	return one !== undefined && one.ino === other?.ino && one.dev === other.dev;
}

/** The real path; of a log that does not exist yet, within the real path of its folder. */
function realOf(path: string): string {
	try {
		return realpathSync(path);
	} catch {
		return statSync(dirname(path), {throwIfNoEntry: false}) === undefined ? path : join(realpathSync(dirname(path)), basename(path));
	}
}

function fitnessOfName(path: string): Fitness {
	const facts = lstatSync(path, {throwIfNoEntry: false});
	if (facts === undefined) {
		return {type: 'free'};
	}

	if (facts.isFile()) {
		return {type: 'taken', sentence: `exists, ${inBytes(facts.size)}`};
	}

	const kind = facts.isSymbolicLink() ? 'a link' : (facts.isDirectory() ? 'a folder' : 'a pipe or a device');
	return {type: 'unfit', sentence: `is ${kind}, not a file`};
}
