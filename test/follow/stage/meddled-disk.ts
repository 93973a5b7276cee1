import type {Disk, FileFacts, Handle, Refusal} from '../../../source/follow/disk/disk.ts';
import {MemoryDisk} from './memory-disk.ts';

/** A disk on which a rotator is at work while a follower looks: something may happen before every single call. */
export class MeddledDisk extends MemoryDisk {
	#isMeddling = false;
	meddle: () => void = () => undefined;

	#meddle(): void {
		// The rotator uses the disk itself.
		if (this.#isMeddling) {
			return;
		}

		this.#isMeddling = true;
		this.meddle();
		this.#isMeddling = false;
	}

	/** The same disk for somebody who is at work meanwhile. */
	get unmeddled(): Disk {
		return {
			factsOf: file => super.factsOf(file),
			factsOfHandle: handle => super.factsOfHandle(handle),
			isLink: file => super.isLink(file),
			targetOf: file => super.targetOf(file),
			pathOf: handle => super.pathOf(handle),
			open: file => super.open(file),
			read: (handle, into, offsetBytes) => super.read(handle, into, offsetBytes),
			close: handle => {
				this.close(handle);
			},
			namesIn: folder => super.namesIn(folder),
			glob: () => [],
			barTo: () => undefined,
		};
	}

	override factsOf(file: string): FileFacts | Refusal {
		this.#meddle();
		return super.factsOf(file);
	}

	override factsOfHandle(handle: Handle): FileFacts | Refusal {
		this.#meddle();
		return super.factsOfHandle(handle);
	}

	override isLink(file: string): boolean {
		this.#meddle();
		return super.isLink(file);
	}

	override targetOf(file: string): string | Refusal {
		this.#meddle();
		return super.targetOf(file);
	}

	override pathOf(handle: Handle): string | Refusal {
		this.#meddle();
		return super.pathOf(handle);
	}

	override open(file: string): Handle | Refusal {
		this.#meddle();
		return super.open(file);
	}

	override read(handle: Handle, into: Uint8Array, offsetBytes: number): number | Refusal {
		this.#meddle();
		return super.read(handle, into, offsetBytes);
	}

	override namesIn(folder: string): readonly string[] | Refusal {
		this.#meddle();
		return super.namesIn(folder);
	}
}
