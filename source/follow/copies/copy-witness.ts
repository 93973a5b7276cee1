import type {OpenedFile} from '../doorman/arrival.ts';
import {bytesAt, isRefusal, type Disk, type FileFacts, type Handle} from '../disk/disk.ts';
import {isBeginning} from '../rotation/contents.ts';
import {newline} from '../reading/line-splitter.ts';
import {openSiblingFile} from '../handles/open-generation.ts';
import {isSameFile} from '../rotation/rotation.ts';

/** How the live file began after its previous content had been copied. */
export type Testimony = {readonly copy: FileFacts; readonly opening: Uint8Array};

/** Usually enough to tell two contents apart; more is compared for those that begin with a banner. */
const openingSizes = [1024, 64 * 1024] as const;

/**
Remembers how a live file begins after each copy that a copytruncate makes of it. The next copy, if it begins so, is of the content that followed:
no other copy came and went between the two. Where one copy is kept, nothing else in the folder proves it.
*/
export class CopyWitness {
	readonly #disk: Disk;
	readonly #livePath: string;
	#copy: OpenedFile | undefined;
	#opening: Uint8Array | undefined;

	constructor(disk: Disk, livePath: string) {
		this.#disk = disk;
		this.#livePath = livePath;
	}

	#isCopyInPlace({path, facts}: OpenedFile): FileFacts | undefined {
		const now = this.#disk.factsOf(path);
		return !isRefusal(now) && isSameFile(now, facts) ? now : undefined;
	}

	/** Whether the beginning after the last copy is still to be seen. */
	get isCurious(): boolean {
		return this.#copy !== undefined && this.#opening === undefined;
	}

	/** A copy was made. Returns what is known of the one before it, and forgets that. */
	see(copy: OpenedFile): Testimony | undefined {
		const testimony = this.#copy === undefined || this.#opening === undefined ? undefined : {copy: this.#copy.facts, opening: this.#opening};
		this.#copy = copy;
		this.#opening = undefined;
		return testimony;
	}

	/**
	Looks how the live file begins. That counts only while the copy lies in its place, since the next one takes it, and only where the live file
	is shorter than the copy: it has been truncated since.
	*/
	look(live: FileFacts): void {
		const copy = this.#copy;
		const before = copy === undefined ? undefined : this.#isCopyInPlace(copy);
		if (copy === undefined || before === undefined) {
			this.#copy = undefined;
			return;
		}

		const handle = this.#disk.open(this.#livePath);
		if (isRefusal(handle)) {
			return;
		}

		const facts = this.#disk.factsOfHandle(handle);
		if (!isRefusal(facts) && isSameFile(facts, live) && facts.sizeBytes < before.sizeBytes) {
			const opening = tellingOpening(this.#disk, handle, copy);
			this.#opening = this.#isCopyInPlace(copy) === undefined ? undefined : opening;
		}

		this.#disk.close(handle);
	}
}

/** How the live file begins, otherwise than the copy. Less than a line tells nothing, and neither does what every content begins with. */
function tellingOpening(disk: Disk, live: Handle, {path, facts}: OpenedFile): Uint8Array | undefined {
	const copy = openSiblingFile(disk, {path, facts});
	if (copy === undefined) {
		return undefined;
	}

	const opening = openingSizes.values().map(lengthBytes => bytesAt(disk, live, {lengthBytes})).find(bytes => bytes.includes(newline) && !isBeginning(disk, copy.handle, bytes));
	disk.close(copy.handle);
	return opening;
}
