import {isRefusal, type Disk, type FileFacts} from '../disk/disk.ts';
import type {Sibling} from '../discovery/generations.ts';
import {closeFiles, openSiblingFile} from '../handles/open-generation.ts';
import {identityKey} from '../rotation/rotation.ts';
import type {OpenedFile} from './arrival.ts';

/** Files seen lately, so that none is opened twice. A rotator that keeps many files renames each of them at every rotation. */
const mostMet = 256;

/** Files that wait for the live file they belong before. */
const mostKept = 8;

/** The files beside one live name. Each is opened the moment it is first seen: if only one is kept, the next rotation deletes it. */
export class Neighbours {
	readonly #disk: Disk;
	#met: readonly string[] = [];
	#kept: readonly OpenedFile[] = [];

	constructor(disk: Disk) {
		this.#disk = disk;
	}

	#openNew(place: Pick<Sibling, 'path' | 'facts'>): OpenedFile | undefined {
		const file = this.#met.includes(identityKey(place.facts)) ? undefined : openSiblingFile(this.#disk, place);
		this.meet(file?.facts);
		return file;
	}

	/** This one is known: it need not be opened. */
	meet(facts: FileFacts | undefined): void {
		if (facts !== undefined) {
			this.#met = [...this.#met, identityKey(facts)].slice(-mostMet);
		}
	}

	/** Opens what was never seen before. */
	open(siblings: readonly Sibling[]): readonly OpenedFile[] {
		return siblings.map(sibling => this.#openNew(sibling)).filter(file => file !== undefined);
	}

	/** Opens what a name leads to, where that was never seen before, and keeps it until it is known what it is. */
	keepAt(path: string): void {
		const facts = this.#disk.factsOf(path);
		const file = isRefusal(facts) || facts.kind !== 'file' ? undefined : this.#openNew({path, facts});
		if (file === undefined) {
			return;
		}

		const all = [...this.#kept, file];
		this.#kept = all.slice(-mostKept);
		closeFiles(this.#disk, all.slice(0, -mostKept));
	}

	takeKept(): readonly OpenedFile[] {
		const kept = this.#kept;
		this.#kept = [];
		return kept;
	}

	close(): void {
		closeFiles(this.#disk, this.takeKept());
	}
}
