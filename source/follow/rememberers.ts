import type {FileFacts} from './disk/disk.ts';
import type {FollowedSource} from './followed-source.ts';
import type {Generation} from './generation.ts';
import {identityKey} from './rotation/rotation.ts';

/** Which sources remember a file, by its identity. Asked of each in turn, a folder of 16,000 logs took a minute to open. */
export class Rememberers {
	readonly #byFile = new Map<string, Set<FollowedSource>>();

	add(source: FollowedSource, generations: readonly Generation[]): void {
		for (const {facts} of generations) {
			const key = identityKey(facts);
			this.#byFile.set(key, (this.#byFile.get(key) ?? new Set()).add(source));
		}
	}

	/** Takes back what the source has forgotten, but for files of which it still remembers another generation. */
	remove(source: FollowedSource, forgotten: readonly Generation[]): void {
		if (forgotten.length === 0) {
			return;
		}

		const kept = keysOf(source.remembered);
		for (const key of keysOf(forgotten).difference(kept)) {
			const sources = this.#byFile.get(key);
			sources?.delete(source);
			if (sources?.size === 0) {
				this.#byFile.delete(key);
			}
		}
	}

	of(facts: FileFacts): readonly FollowedSource[] {
		return [...this.#byFile.get(identityKey(facts)) ?? []];
	}
}

const keysOf = (generations: readonly Generation[]): Set<string> => new Set(generations.map(({facts}) => identityKey(facts)));
