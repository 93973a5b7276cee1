import path from 'node:path';
import {isRefusal, type Disk} from '../disk/disk.ts';
import {identityAt} from '../disk/look.ts';
import {isOwnOutput} from '../disk/own-output.ts';
import {identityKey} from '../rotation/rotation.ts';

/** A tree with more folders than this was named by mistake: each folder needs a watch. */
export const mostFolders = 1000;

/** A folder and what lies in it. */
export type ListedFolder = {
	readonly folder: string;
	/** Paths of its files. */
	readonly files: readonly string[];
	/** What this run writes itself. */
	readonly outputs: readonly string[];
	/** Names of the folders in it that are not among those listed. */
	readonly unentered: readonly string[];
	/** Why it cannot be listed, or names in it not be looked at: an errno name. */
	readonly refused: string | undefined;
};

/** A folder and those inside it, the nearest first and `most` of them. Each is entered once: through a link a folder can lie inside itself. */
export function foldersBelow(disk: Disk, top: string, most: number): readonly ListedFolder[] {
	const entered = new Set([identityAt(disk, top)]);
	const queue = [top];
	const listed: ListedFolder[] = [];
	while (listed.length < queue.length) {
		const folder = queue[listed.length]!;
		const {files, outputs, folders, refused} = contentsOf(disk, folder);
		const others = folders.filter(({identity}) => !entered.has(identity));
		const taken = others.slice(0, most - queue.length);
		for (const {below, identity} of taken) {
			entered.add(identity);
			queue.push(below);
		}

		listed.push({folder, files, outputs, unentered: others.slice(taken.length).map(({below}) => path.basename(below)), refused});
	}

	return listed;
}

type Contents = Pick<ListedFolder, 'files' | 'outputs' | 'refused'> & {readonly folders: ReadonlyArray<{readonly below: string; readonly identity: string}>};

function contentsOf(disk: Disk, folder: string): Contents {
	const names = disk.namesIn(folder);
	if (isRefusal(names)) {
		return {files: [], outputs: [], folders: [], refused: names.refused};
	}

	const all = names.toSorted().map(name => path.join(folder, name)).map(below => ({below, facts: disk.factsOf(below)}));
	const kept = all.flatMap(({below, facts}) => isRefusal(facts) ? [] : [{below, kind: facts.kind, identity: identityKey(facts)}]);
	return {
		files: kept.filter(({kind}) => kind === 'file').map(({below}) => below),
		outputs: all.filter(({facts}) => isOwnOutput(facts)).map(({below}) => below),
		folders: kept.filter(({kind}) => kind === 'folder'),
		refused: all.map(({facts}) => isRefusal(facts) && !isOwnOutput(facts) ? facts.refused : undefined).find(code => code !== undefined && !leadsNowhere.has(code)),
	};
}

/** A file deleted since, or a dangling link, is no log and nothing to report. With any other error there may be a log, as in a folder that may only be listed. */
const leadsNowhere: ReadonlySet<string> = new Set(['ENOENT', 'ELOOP']);
