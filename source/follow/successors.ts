import {isRefusal, type Disk, type Refusal} from './disk.ts';
import {Generation} from './generation.ts';
import type {Sibling} from './generations.ts';
import {proven, type Continuity} from './ledger.ts';
import {isSameFile} from './rotation.ts';

/** Where the generations of one rotation stand in the folder. */
type Folder = {
	readonly siblings: readonly Sibling[];
	readonly newest: Generation;
	readonly fresh: Generation;
};

/**
The siblings that may lie between the newest generation known and the one just grabbed, oldest first, and whether the folder proves it.
A sibling born after the grabbed file is not between: a link's next target often exists before the link moves.
*/
export function siblingsBetween({siblings, newest, fresh}: Folder): {readonly between: readonly Sibling[]; readonly isProven: boolean} {
	const plain = siblings.filter(({archive}) => archive === undefined);
	const newestIndex = plain.findIndex(({facts}) => isSameFile(facts, newest.facts));
	const freshIndex = plain.findIndex(({facts}) => isSameFile(facts, fresh.facts));
	const between = plain
		.slice(newestIndex + 1, freshIndex === -1 ? undefined : freshIndex)
		.filter(({facts}) => facts.bornNs <= fresh.facts.bornNs);
	return {between, isProven: newestIndex !== -1};
}

/** Opens a sibling found in a listing. Undefined when it has gone or become something else since: a later listing shows it elsewhere. */
export function openSibling(disk: Disk, {path, archive, facts}: Sibling): Generation | undefined {
	const generation = openGeneration(disk, path, archive);
	if (isRefusal(generation)) {
		return undefined;
	}

	if (!isSameFile(generation.facts, facts)) {
		closeGeneration(disk, generation);
		return undefined;
	}

	return generation;
}

/** Opens what lies at a path; regular files only. */
export function openGeneration(disk: Disk, path: string, archive?: Sibling['archive']): Generation | Refusal {
	const handle = disk.open(path);
	if (isRefusal(handle)) {
		return handle;
	}

	const facts = disk.factsOfHandle(handle);
	if (isRefusal(facts) || facts.kind !== 'file') {
		disk.close(handle);
		return isRefusal(facts) ? facts : {refused: 'EINVAL'};
	}

	return new Generation({path, facts, handle, archive});
}

export function closeGeneration(disk: Disk, generation: Generation): void {
	generation.unpacking?.close();
	generation.unpacking = undefined;
	if (generation.handle === undefined) {
		return;
	}

	disk.close(generation.handle);
	generation.handle = undefined;
}

/** The ledger's line for a rotation. */
export function continuityOf(isProven: boolean, newest: Generation, next: Generation): Continuity {
	if (isProven) {
		return proven;
	}

	return {
		type: 'unproven',
		fromMs: newest.facts.modifiedMs,
		toMs: Number(next.facts.bornNs / 1_000_000n),
		reason: 'the file was rotated out of existence between two looks; nothing proves that the next one follows it directly',
	};
}
