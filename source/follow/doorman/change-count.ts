/**
Whether the folder told of exactly the changes of a name that were seen: then no file came and went in between.

Counting is sound where three things hold. Each change is told once (inotify(7): only identical neighbours are merged, and two changes of one name
never are). A count is settled only after the folder was listed and what it told since was taken in: the kernel tells of a change while
it still holds the folder against listing (`vfs_rename`, `vfs_unlink` and `lookup_open` in Linux's fs/namei.c). And nobody changes the folder from
another machine, or from behind a link or a mount. Two changes seen as one stay what they are: something unproven.
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

	/** Whether nothing was missed since the last file came to the name. `hasFile`: one has come now. */
	settle(isTrusted: boolean, hasFile: boolean): boolean {
		const isExact = isTrusted && this.#told === this.#seen;
		const isProven = isExact && this.#isUnbroken;
		this.#isUnbroken = isExact && (hasFile || this.#isUnbroken);
		this.#seen = 0;
		this.#told = 0;
		return isProven;
	}
}
