/**
Whether the folder told of exactly the changes of a name that were seen: then no file came and went in between.

Counting is sound where three things hold. Each change is told once (inotify(7): only identical neighbours are merged, and two changes of one name
never are). A count is settled only after the folder was listed and what it told since was taken in: the kernel tells of a change while
it still holds the folder against listing (`vfs_rename`, `vfs_unlink` and `lookup_open` in Linux's fs/namei.c). And nobody changes the folder from
another machine, or from behind a link or a mount.

One change more than was seen, where one file came and still lies there, is one of two things: the file before was moved away or removed unseen, or an unseen
file was renamed over it, and this one over that. A file that was renamed away was renamed over by none: its descriptor shows which it was.
*/
export class ChangeCount {
	#seen = 0;
	#told = 0;
	#isUnbroken = false;

	/** From here on everything is told. */
	begin(): void {
		this.#seen = 0;
		this.#told = 0;
		this.#isUnbroken = true;
	}

	see(): void {
		this.#seen++;
	}

	tell(): void {
		this.#told++;
	}

	/** What is certain of the files that came to the name since the last time. */
	settle({isTrusted, files, isNewestThere}: Round): Certainty {
		const unseen = isTrusted ? this.#told - this.#seen : undefined;
		const certainty = certaintyOf(unseen, {files, isNewestThere});
		const sinceBefore = this.#isUnbroken ? certainty : 'nothing';
		this.#isUnbroken = certainty !== 'nothing' && (files > 0 || this.#isUnbroken);
		this.#seen = 0;
		this.#told = 0;
		return sinceBefore;
	}
}

/** What came in one round of rings. */
type Round = {
	/** The folder told of every change. */
	readonly isTrusted: boolean;
	/** Files that came to the name. */
	readonly files: number;
	/** The name still leads to the last of them. Asked only where it matters. */
	readonly isNewestThere: () => boolean;
};

/** `direct`: nothing was missed. `direct-if-renamed`: nothing was, if the file before was renamed away. */
export type Certainty = 'direct' | 'direct-if-renamed' | 'nothing';

function certaintyOf(unseen: number | undefined, {files, isNewestThere}: Omit<Round, 'isTrusted'>): Certainty {
	if (unseen === 0) {
		return 'direct';
	}

	return unseen === 1 && files === 1 && isNewestThere() ? 'direct-if-renamed' : 'nothing';
}
