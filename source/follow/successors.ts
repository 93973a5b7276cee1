import type {Generation} from './generation.ts';
import type {Sibling} from './generations.ts';
import type {Continuity} from './ledger.ts';
import {isSameFile} from './rotation.ts';

type Folder = {
	/** Oldest first. */
	readonly siblings: readonly Sibling[];
	/** The generation the live name led to before. */
	readonly newest: Pick<Generation, 'facts'>;
	/** The one it leads to now. */
	readonly fresh: Pick<Generation, 'facts'>;
	/** Whether an archive holds the newest generation; asked only when it lies in the folder no longer. */
	readonly isPackedFromNewest: (sibling: Sibling) => boolean;
};

/** The siblings that may lie between two generations, oldest first, and whether the folder proves that there is nothing else. */
export function siblingsBetween({siblings, newest, fresh, isPackedFromNewest}: Folder): {readonly between: readonly Sibling[]; readonly isProven: boolean} {
	const plainIndex = siblings.findIndex(({facts}) => isSameFile(facts, newest.facts));
	const isPlain = plainIndex !== -1;
	const newestIndex = isPlain ? plainIndex : siblings.findLastIndex(sibling => isPackedFromNewest(sibling));
	const freshIndex = siblings.findIndex(({facts}) => isSameFile(facts, fresh.facts));
	const isProven = newestIndex !== -1;
	const between = siblings
		.slice(newestIndex + 1, freshIndex === -1 ? undefined : freshIndex)
		.filter(({archive, facts}) => archive === undefined
			// A link's next target often exists before the link moves to it: born later, it is not between.
			? facts.bornNs <= fresh.facts.bornNs
			// Only behind the archive of what was read is another archive known to be unread.
			: isProven && !isPlain);
	return {between, isProven};
}

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
