import {filesIn, type Arrival, type OpenedFile} from '../doorman/arrival.ts';
import {isRefusal, type Disk, type Refusal} from '../disk/disk.ts';
import {Generation} from '../generation.ts';
import {folderOf, namesakeIn, siblingsOf, type Sibling} from '../discovery/generations.ts';
import {isSameFile} from '../rotation/rotation.ts';

/** Opens what lies at a path; regular files only. */
export function openFile(disk: Disk, path: string): OpenedFile | Refusal {
	const handle = disk.open(path);
	if (isRefusal(handle)) {
		return handle;
	}

	const facts = disk.factsOfHandle(handle);
	if (isRefusal(facts) || facts.kind !== 'file') {
		disk.close(handle);
		return isRefusal(facts) ? facts : {refused: 'EINVAL'};
	}

	return {path, facts, handle};
}

/** Opens a sibling found in a listing. Undefined when something else lies there by now: a later listing shows where it went. */
export function openSiblingFile(disk: Disk, {path, facts}: Pick<Sibling, 'path' | 'facts'>): OpenedFile | undefined {
	const file = openFile(disk, path);
	if (isRefusal(file)) {
		return undefined;
	}

	if (isSameFile(file.facts, facts)) {
		return file;
	}

	disk.close(file.handle);
	return undefined;
}

/** As above, to be read. */
export function openSibling(disk: Disk, sibling: Pick<Sibling, 'path' | 'archive' | 'facts'>): Generation | undefined {
	const file = openSiblingFile(disk, sibling);
	return file === undefined ? undefined : new Generation({...file, archive: sibling.archive});
}

/** Closes files that nobody takes. */
export function closeFiles(disk: Disk, files: readonly OpenedFile[]): void {
	for (const {handle} of files) {
		disk.close(handle);
	}
}

/** As above, with all that arrivals bring. */
export function closeArrivals(disk: Disk, arrivals: readonly Arrival[]): void {
	closeFiles(disk, arrivals.flatMap(arrival => filesIn(arrival)));
}

/** Opens a generation again that was known before: where it lay, or wherever the rotator has moved it since, beside its live name or in the folder where it keeps previous files. */
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
	const moved = [livePath, namesakeIn(folderOf(known), livePath)].flatMap(beside => siblingsOf(disk, beside)).find(({facts}) => isSameFile(facts, known.facts));
	return moved === undefined ? undefined : openSibling(disk, moved);
}

/** Closes what is no longer read. */
export function closeGenerations(disk: Disk, generations: readonly Generation[]): void {
	for (const generation of generations) {
		closeGeneration(disk, generation);
	}
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
