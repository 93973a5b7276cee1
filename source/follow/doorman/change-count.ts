/**
Whether the folder reported exactly those changes of a name that were seen: then no file came and went in between.

Counting is sound under three conditions. Each change is reported once (inotify(7): only identical neighbours are merged, and two changes of one name
never are). A count is settled only after the folder was listed and everything reported until then was taken in: the kernel reports a change while
it still locks the folder against listing (`vfs_rename`, `vfs_unlink` and `lookup_open` in Linux's fs/namei.c). And nobody changes the folder from
another machine, or through a link or a mount.

If there was one change more than was seen, and one file came and is still there, there are two explanations: the file before it was moved away or deleted unseen, or
an unseen file was renamed over it, and this one over that. If its descriptor shows that the old file was renamed away, nothing was renamed over it.
*/
export class ChangeCount {
	#seen = 0;
	#told = 0;
	#isUnbroken = false;

	/** From here on everything is reported. */
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
	/** The folder reported every change. */
	readonly isTrusted: boolean;
	/** Files that came to the name. */
	readonly files: number;
	/** The name still leads to the last of them. Only asked if it matters. */
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
