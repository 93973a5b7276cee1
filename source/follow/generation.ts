import type {GenerationId} from '../domain/source.ts';
import type {FileFacts, Handle} from './disk.ts';
import {Fingerprint} from './fingerprint.ts';
import type {ArchiveKind} from './generation-names.ts';
import type {Continuity} from './ledger.ts';
import {LineSplitter} from './line-splitter.ts';
import type {Unpacking} from './archives.ts';

/** One physical content of a log: where it lies, how far it has been read, and what it looked like. */
export class Generation {
	/** Given when its first bytes are, so that numbers follow the order of writing. */
	id: GenerationId | undefined;
	path: string;
	facts: FileFacts;
	readonly archive: ArchiveKind | undefined;
	handle: Handle | undefined;
	unpacking: Unpacking | undefined;
	/** The next byte to read. */
	offsetBytes = 0;
	fingerprint = new Fingerprint();
	splitter = new LineSplitter();
	/** When bytes last came, for showing an unfinished line. */
	grewAtMs = 0;
	/** How much of the unfinished line has been shown. */
	shownBytes = 0;
	isEnded = false;
	/** What is known of the step to the next generation; said when that step is made. */
	continuity: Continuity | undefined;
	/** After a truncation: the newest copy at that time, to notice a second truncation before the first bytes are read. */
	newestCopy: Fingerprint | undefined;

	constructor({path, facts, handle, archive}: {path: string; facts: FileFacts; handle?: Handle | undefined; archive?: ArchiveKind | undefined}) {
		this.path = path;
		this.facts = facts;
		this.handle = handle;
		this.archive = archive;
	}

	/** Where the unfinished line starts. */
	get restOffsetBytes(): number {
		return this.offsetBytes - this.splitter.restBytes;
	}
}
