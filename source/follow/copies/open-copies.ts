import {isRefusal, type Disk} from '../disk/disk.ts';
import type {Generation} from '../generation.ts';
import {copiesBeside, type Sibling} from '../discovery/generations.ts';
import {closeGenerations, openSibling} from '../handles/open-generation.ts';
import {isSameFile} from '../rotation/rotation.ts';
import {changedAt, type Changed} from './copy-mark.ts';
import type {HeldCopy} from './held-copies.ts';

/** A copy in its place among the others. */
export type Copy = {
	readonly generation: Generation;
	/** It was opened when it was made. */
	readonly held: HeldCopy | undefined;
	/** It lies in the folder. */
	readonly isListed: boolean;
};

type Folder = {
	readonly disk: Disk;
	readonly livePath: string;
	/** By the calendar, which dates files. */
	readonly nowMs: number;
	/** Copies opened when they were made, oldest first. */
	readonly held: readonly HeldCopy[];
};

/** A copy may be moved on before it is opened, or come and go while the folder is listed: then the folder is looked at again, at most this often. */
const mostLooks = 8;

export type OpenedCopies = {
	readonly siblings: readonly Sibling[];
	readonly copies: readonly Copy[];
	readonly changed: Changed;
	/** A copy born by then that is not among these was gone. One born later comes after all of these. */
	readonly horizonMs: number | undefined;
};

/** The plain copies, oldest first. Those that have left the folder are older than those in it. */
export function openCopies({disk, livePath, nowMs, held}: Folder): OpenedCopies {
	for (let looksLeft = mostLooks; ; looksLeft--) {
		const changed = changedAt(disk, livePath, nowMs);
		const siblings = copiesBeside(disk, livePath);
		const {folderMs: horizonMs} = changedAt(disk, livePath, nowMs);
		const plain = siblings.filter(({archive}) => archive === undefined);
		const listed = plain.map(sibling => copyOf(disk, sibling, held)).filter(copy => copy !== undefined);
		if (looksLeft === 0 || (listed.length === plain.length && changed.folderMs === horizonMs)) {
			const gone = held.filter(each => listed.every(copy => copy.held !== each)).map(each => ({generation: refreshed(disk, each.generation), held: each, isListed: false}));
			return {siblings, copies: [...gone, ...listed], changed, horizonMs};
		}

		closeGenerations(disk, listed.filter(copy => copy.held === undefined).map(({generation}) => generation));
	}
}

function copyOf(disk: Disk, sibling: Sibling, held: readonly HeldCopy[]): Copy | undefined {
	const known = held.find(({generation}) => isSameFile(generation.facts, sibling.facts));
	if (known !== undefined) {
		known.generation.path = sibling.path;
		return {generation: refreshed(disk, known.generation), held: known, isListed: true};
	}

	const generation = openSibling(disk, sibling);
	return generation === undefined ? undefined : {generation, held: undefined, isListed: true};
}

/** When it was opened it may still have been empty. */
function refreshed(disk: Disk, generation: Generation): Generation {
	const facts = disk.factsOfHandle(generation.handle!);
	generation.facts = isRefusal(facts) ? generation.facts : facts;
	return generation;
}
