import type {GenerationId} from '../domain/source.ts';
import type {Ahead} from './reading/ahead.ts';
import type {Unpacking} from './archives/archives.ts';
import type {CopyMark} from './copies/copy-mark.ts';
import type {FileFacts, Handle} from './disk/disk.ts';
import type {Hearing} from './archives/echo.ts';
import {Fingerprint} from './disk/fingerprint.ts';
import type {ArchiveKind} from './discovery/generation-names.ts';
import type {Continuity} from './reading/ledger.ts';
import {LineSplitter} from './reading/line-splitter.ts';
import type {WrittenAgain} from './rotation/written-again.ts';

type Found = {
	readonly path: string;
	readonly facts: FileFacts;
	readonly handle?: Handle | undefined;
	readonly archive?: ArchiveKind | undefined;
};

/** One physical content of a log: where it lies, how far it has been read, and what it looked like. */
export class Generation {
	/** Given with its first bytes or when it is stepped over, so that numbers follow the order of writing. */
	id: GenerationId | undefined;
	path: string;
	facts: FileFacts;
	handle: Handle | undefined;
	archive: ArchiveKind | undefined;
	unpacking: Unpacking | undefined;
	/** The next byte to read. */
	offsetBytes = 0;
	fingerprint = new Fingerprint();
	readonly splitter = new LineSplitter();
	/** When bytes last came, for showing an unfinished line. */
	grewAtMs = 0;
	/** How much of the unfinished line has been shown. */
	shownBytes = 0;
	/** NULs that lie behind what has been written. */
	laidOutBytes = 0;
	isEnded = false;
	/** When it was last read to its end, it had been quiet long enough for any later write to get another date. */
	isAtRest = false;
	/** How much of its end was shown before its turn. */
	ahead: Ahead | undefined;
	/** What is known of the step to the next generation; reported when that step is made. */
	continuity: Continuity | undefined;
	/** The number in its name, where the live name is a link that is switched to ever higher numbers. */
	targetSerial: number | undefined;
	/** How the newest copy stood when the live file was opened, to notice a truncation before its first bytes are read. */
	newestCopy: CopyMark | undefined;

	/** It was emptied, and is getting its content back. */
	writtenAgain: WrittenAgain | undefined;
	/** It was created as a new file: a rotator that creates new files does not truncate. */
	isNewFile = false;
	/** Set if it was reported that something may be missing before its first bytes: after which generation. */
	unseenTold: {readonly behind: Generation | undefined} | undefined;
	/** When it could not be determined what came before it, and that was reported; milliseconds since the epoch. */
	doubtedAtMs: number | undefined;
	/** Nothing proves that the live name ever led to it. */
	mayBeCopy = false;
	/** It was written before what has been given already. */
	isLate = false;
	/** Whether an archive holds what another source delivered already. */
	echo: Hearing;

	constructor({path, facts, handle, archive}: Found) {
		this.path = path;
		this.facts = facts;
		this.handle = handle;
		this.archive = archive;
	}

	/** Begins where the reading of the same file ended before. */
	goOnFrom({fingerprint, offsetBytes}: Generation): void {
		this.fingerprint = fingerprint.copy();
		this.offsetBytes = offsetBytes;
	}

	/** Where the unfinished line starts. */
	get restOffsetBytes(): number {
		return this.offsetBytes - this.splitter.restBytes;
	}

	/** Bytes known to be there and not read. */
	get unreadBytes(): number {
		return Math.max(0, this.facts.sizeBytes - this.offsetBytes);
	}
}
