import path from 'node:path';
import {absolutePath} from '../disk/absolute-path.ts';
import {isRefusal, type Disk} from '../disk/disk.ts';
import {openFile} from '../handles/open-generation.ts';
import {isOwnOutput} from '../disk/own-output.ts';
import {packingOf} from '../archives/packing.ts';
import {liveNamesOf, readGenerationName} from './generation-names.ts';
import {foldersBelow, type ListedFolder, mostFolders} from './folder-tree.ts';
import {isText} from './text-test.ts';

/** What the paths a user gave lead to. */
export type Discovery = {
	/** Live paths, one for each source, in the order given. */
	readonly livePaths: readonly string[];
	/** Folders whose new files become sources too. */
	readonly folders: readonly string[];
	/** Two paths of one file: only the first is followed. */
	readonly samePaths: ReadonlyArray<{readonly path: string; readonly followedAs: string}>;
	/** In a folder, what does not look like a log. */
	readonly leftOut: readonly string[];
	/** In a folder or by a pattern, what this run writes itself. */
	readonly outputs: readonly string[];
	/** The same, what this run was given as settings, and previous generations of it. */
	readonly settings: readonly string[];
	/** Files that hold files (tar, zip). */
	readonly bundles: readonly string[];
	readonly refused: ReadonlyArray<{readonly path: string; readonly code: string}>;
	/** Folders with others inside that were not looked into, and the names of those. */
	readonly unentered: ReadonlyArray<{readonly folder: string; readonly names: readonly string[]}>;
	/** Patterns that no file matches. */
	readonly unmatched: readonly string[];
};

export type Seek = {
	/** What is followed already, and keeps its name. */
	readonly known?: ReadonlySet<string>;
	/** Into folders inside folders, too. */
	readonly isRecursive?: boolean;
	/** Files of settings, by their paths from the root: no logs, unless one is named. */
	readonly settings?: ReadonlySet<string>;
};

/** Finds the logs that paths, folders and globs lead to. Previous generations belong to their live name's source. */
export function discover(disk: Disk, paths: readonly string[], {known = new Set(), isRecursive = false, settings = new Set()}: Seek = {}): Discovery {
	const found = paths.flatMap(given => expand(disk, given, {known, isRecursive}));
	const folders = found.flatMap(({folders}) => folders);
	const named = new Set(found.flatMap(each => each.named));
	const files = new Set(found.flatMap(each => each.files));
	const settingsFound = new Set(settings.size === 0 ? [] : settingsAmong(files, named, settings));
	const candidates = [...files.difference(settingsFound)];
	const {livePaths, samePaths} = oncePerFile(disk, [...known, ...foldGenerations(candidates, named).filter(livePath => !known.has(livePath))], known);
	return {
		livePaths,
		samePaths,
		folders,
		leftOut: found.flatMap(({leftOut}) => leftOut),
		outputs: found.flatMap(({outputs}) => outputs),
		settings: [...settingsFound],
		bundles: found.flatMap(({bundles}) => bundles),
		refused: found.flatMap(({refused}) => refused),
		unentered: found.flatMap(({unentered}) => unentered),
		unmatched: found.flatMap(({unmatched}) => unmatched),
	};
}

type Expanded = {
	readonly files: readonly string[];
	/** Files that the user named one by one. */
	readonly named: readonly string[];
	readonly folders: readonly string[];
	readonly leftOut: readonly string[];
	readonly outputs: readonly string[];
	readonly bundles: readonly string[];
	readonly refused: Discovery['refused'];
	readonly unentered: Discovery['unentered'];
	readonly unmatched: readonly string[];
};

const nothing: Expanded = {files: [], named: [], folders: [], leftOut: [], outputs: [], bundles: [], refused: [], unentered: [], unmatched: []};

function expand(disk: Disk, given: string, {known, isRecursive}: Required<Pick<Seek, 'known' | 'isRecursive'>>): readonly Expanded[] {
	const facts = disk.factsOf(given);
	if (!isRefusal(facts)) {
		return facts.kind === 'folder' ? logsBelow(disk, path.normalize(given), {known, isRecursive}) : [fileNamed(disk, path.normalize(given))];
	}

	return [isPattern(given) ? logsMatching(disk, given) : {...nothing, files: [path.normalize(given)], named: [path.normalize(given)]}];
}

const isPattern = (given: string): boolean => /[*?[{]/.test(given);

function logsMatching(disk: Disk, pattern: string): Expanded {
	const matches = disk.glob(pattern).toSorted().map(file => ({file, facts: disk.factsOf(file)}));
	const files = matches.filter(({facts}) => !isRefusal(facts) && facts.kind === 'file').map(({file}) => file);
	const bundles = files.filter(file => isBundle(disk, file));
	return {
		...nothing,
		files: files.filter(file => !bundles.includes(file)),
		outputs: matches.filter(({facts}) => isOwnOutput(facts)).map(({file}) => file),
		bundles,
		folders: [path.dirname(pattern)].filter(folder => !isPattern(folder)),
		unmatched: files.length === 0 ? [pattern] : [],
	};
}

function fileNamed(disk: Disk, file: string): Expanded {
	return isBundle(disk, file) ? {...nothing, bundles: [file]} : {...nothing, files: [file], named: [file]};
}

/** A folder, and where asked all folders inside it; without, their names. */
function logsBelow(disk: Disk, folder: string, {known, isRecursive}: Required<Pick<Seek, 'known' | 'isRecursive'>>): readonly Expanded[] {
	const tree = foldersBelow(disk, folder, isRecursive ? mostFolders : 1);
	return tree.map(listed => logsIn(disk, listed, known));
}

/** What is followed already has been looked into; in a folder of thousands of logs that takes longer than all the rest. */
function logsIn(disk: Disk, {folder, files, outputs, unentered, refused}: ListedFolder, known: ReadonlySet<string>): Expanded {
	const bundles = new Set(files.filter(file => !known.has(file) && isBundle(disk, file)));
	const logs = new Set(files.filter(file => known.has(file) || (!bundles.has(file) && isText(disk, file))));
	return {
		...nothing,
		outputs,
		folders: [folder],
		files: [...logs],
		bundles: [...bundles],
		refused: refused === undefined ? [] : [{path: folder, code: refused}],
		unentered: unentered.length === 0 ? [] : [{folder, names: unentered}],
		leftOut: files.filter(file => !bundles.has(file) && !logs.has(file)),
	};
}

function isBundle(disk: Disk, file: string): boolean {
	const opened = openFile(disk, file);
	if (isRefusal(opened)) {
		return false;
	}

	const packing = packingOf(disk, opened);
	disk.close(opened.handle);
	return packing?.type === 'several-files';
}

/** Files that nobody named as logs: those of settings, and what they were before, which would bring them as live files. */
function settingsAmong(files: ReadonlySet<string>, named: ReadonlySet<string>, settings: ReadonlySet<string>): readonly string[] {
	const unnamed = settings.difference(new Set([...named].map(file => absolutePath(file))));
	return [...files.difference(named)].filter(file => {
		const {dir, base} = path.parse(absolutePath(file));
		return [base, ...liveNamesOf(base)].some(name => unnamed.has(path.join(dir, name)));
	});
}

/** Files named like a previous generation stand for their live file, unless the user named just that one. */
function foldGenerations(files: readonly string[], named: ReadonlySet<string>): readonly string[] {
	const known = new Set(files);
	const folded = files.map(file => {
		const folder = path.dirname(file);
		const base = path.basename(file);
		const beside = liveNamesOf(base).map(live => path.join(folder, live)).find(other => other !== file && known.has(other));
		if (beside !== undefined) {
			return beside;
		}

		const live = readGenerationName(base)?.live;
		const livePath = live === undefined ? file : path.join(folder, live);
		return named.has(file) && !known.has(livePath) ? file : livePath;
	});
	return [...new Set(folded)];
}

/** A hard link, a symbolic link and a bind mount all show one device and inode. */
function oncePerFile(disk: Disk, paths: readonly string[], known: ReadonlySet<string>): Pick<Discovery, 'livePaths' | 'samePaths'> {
	const firstPaths = new Map<string, string>();
	const samePaths: Array<{path: string; followedAs: string}> = [];
	const livePaths = paths.filter(livePath => {
		const facts = disk.factsOf(livePath);
		const key = isRefusal(facts) ? absolutePath(livePath) : `${facts.device}:${facts.inode}`;
		const followedAs = firstPaths.get(key);
		if (followedAs === undefined) {
			firstPaths.set(key, livePath);
			return true;
		}

		if (absolutePath(followedAs) !== absolutePath(livePath) && !known.has(livePath)) {
			samePaths.push({path: livePath, followedAs});
		}

		return false;
	});
	return {livePaths, samePaths};
}
