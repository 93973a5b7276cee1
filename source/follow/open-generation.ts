import {isRefusal, type Disk, type Refusal} from './disk.ts';
import {Generation} from './generation.ts';
import {siblingsOf, type Sibling} from './generations.ts';
import {isSameFile} from './rotation.ts';

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

/** Opens a sibling found in a listing. Undefined when something else lies there by now: a later listing shows where it went. */
export function openSibling(disk: Disk, {path, archive, facts}: Pick<Sibling, 'path' | 'archive' | 'facts'>): Generation | undefined {
	const generation = openGeneration(disk, path, archive);
	if (isRefusal(generation)) {
		return undefined;
	}

	if (isSameFile(generation.facts, facts)) {
		return generation;
	}

	closeGeneration(disk, generation);
	return undefined;
}

/** Opens a generation again that was known before: where it lay, or wherever the rotator has moved it since. */
export function hasReopened(disk: Disk, livePath: string, known: Generation): boolean {
	const opened = openSibling(disk, known) ?? openMoved(disk, livePath, known);
	if (opened === undefined) {
		return false;
	}

	known.path = opened.path;
	known.handle = opened.handle;
	return true;
}

function openMoved(disk: Disk, livePath: string, known: Generation): Generation | undefined {
	const moved = siblingsOf(disk, livePath).find(({facts}) => isSameFile(facts, known.facts));
	return moved === undefined ? undefined : openSibling(disk, moved);
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
