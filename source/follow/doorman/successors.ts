import type {Generation} from '../generation.ts';
import type {Sibling} from '../discovery/generations.ts';
import type {Continuity} from '../reading/ledger.ts';
import {isSameFile} from '../rotation/rotation.ts';

type Folder = {
	/** Oldest first. */
	readonly siblings: readonly Sibling[];
	/** The generation the live name led to before; undefined where it was waited for. */
	readonly newest: Pick<Generation, 'facts'> | undefined;
	/** The one it leads to now. */
	readonly fresh: Pick<Generation, 'facts'>;
};

type Packed = {
	/** Whether an archive holds the newest generation; asked only when it lies in the folder no longer. */
	readonly isPackedFromNewest: (sibling: Sibling) => boolean;
	/** Whether an archive is surely of something that was opened in plain form. */
	readonly isKnown: (sibling: Sibling) => boolean;
	/** Whether a plain file that is dated later than the one the live name leads to came later indeed. */
	readonly isLater: (sibling: Sibling) => boolean;
};

/** A folder may hold the archives of years; only the newest can have been made since the file known before went from it. */
const mostArchives = 4;

/** What to hold open, because it may be gone by the time it turns out to lie between two generations. */
export function mayLieBetween({siblings, newest, fresh}: Folder): readonly Sibling[] {
	const newestIndex = indexOf(siblings, newest);
	const archives = newestIndex === -1 ? siblings.filter(({archive}) => archive !== undefined).slice(-mostArchives) : [];
	return siblings
		.slice(newestIndex + 1)
		.filter(sibling => sibling.archive === undefined ? !isSameFile(sibling.facts, fresh.facts) : archives.includes(sibling));
}

/** The siblings that lie between two generations, oldest first, and whether the folder proves that there is nothing else. */
export function siblingsBetween({siblings, newest, fresh, isPackedFromNewest, isKnown, isLater}: Folder & Packed): {readonly between: readonly Sibling[]; readonly isProven: boolean} {
	const plainIndex = indexOf(siblings, newest);
	const isPlain = plainIndex !== -1;
	const newestIndex = isPlain ? plainIndex : siblings.findLastIndex(sibling => isPackedFromNewest(sibling));
	const freshIndex = indexOf(siblings, fresh);
	const isProven = newestIndex !== -1;
	const between = siblings
		.slice(newestIndex + 1, freshIndex === -1 ? undefined : freshIndex)
		.filter(sibling => sibling.archive === undefined ? sibling.facts.bornNs <= fresh.facts.bornNs || !isLater(sibling) : !isPlain && (isProven || !isKnown(sibling)));
	return {between, isProven};
}

/**
Some rotators count upwards (log4j 2 by default, NLog): there the files that came after a file have higher numbers, while elsewhere its predecessors do. Those were all
met before, or are older. Nothing is found if the file is no longer in the folder.
*/
export function countedUpwards({siblings, newest, isMet}: Omit<Folder, 'fresh'> & {readonly isMet: (sibling: Sibling) => boolean}): readonly Sibling[] {
	const newestIndex = indexOf(siblings, newest);
	return siblings
		.slice(0, Math.max(0, newestIndex))
		.filter(sibling => sibling.archive === undefined && sibling.facts.bornNs > siblings[newestIndex]!.facts.bornNs && !isMet(sibling))
		.toSorted((a, b) => Number(a.facts.bornNs - b.facts.bornNs));
}

const indexOf = (siblings: readonly Sibling[], generation: Folder['newest']): number =>
	generation === undefined ? -1 : siblings.findIndex(({facts}) => isSameFile(facts, generation.facts));

/** The ledger's line for a rotation whose older file is in the folder no longer. */
export function unprovenBetween(newest: Generation, next: Generation, seenMs: number | undefined): Continuity {
	const passed = newest.targetSerial === undefined || next.targetSerial === undefined ? 0 : next.targetSerial - newest.targetSerial - 1;
	return {
		type: 'unproven',
		what: 'rotated and the old file deleted',
		seenMs,
		nextMs: Number(next.facts.bornNs / 1_000_000n),
		passedFiles: Math.max(0, passed),
	};
}
