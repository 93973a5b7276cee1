/** How much may be held open: a deleted file that is held open still fills the disk, and descriptors are few. */
export type HoldCaps = {
	readonly leastFiles: number;
	readonly mostFiles: number;
	readonly mostBytes: number;
};

const megabyte = 1024 * 1024;

/** Grabbed and not yet read, per source: eight files or 128 MB, whichever is more. */
export const unreadCaps: HoldCaps = {leastFiles: 8, mostFiles: 512, mostBytes: 128 * megabyte};

/** Read, and held so that what is on screen can be read back, per source. */
export const readHeldCaps: HoldCaps = {leastFiles: 8, mostFiles: 32, mostBytes: 128 * megabyte};

type Held = {readonly facts: {readonly sizeBytes: number}};

/** Of the files held open, oldest first, those over the cap. The newest stay. */
export function letGoOver<File extends Held>(held: readonly File[], {leastFiles, mostFiles, mostBytes}: HoldCaps): readonly File[] {
	let bytes = 0;
	let kept = 0;
	for (const {facts: {sizeBytes}} of held.toReversed()) {
		bytes += sizeBytes;
		if (kept >= mostFiles || (kept >= leastFiles && bytes > mostBytes)) {
			break;
		}

		kept++;
	}

	return held.slice(0, held.length - kept);
}
