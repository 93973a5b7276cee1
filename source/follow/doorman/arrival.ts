import type {Testimony} from '../copies/copy-witness.ts';
import type {FileFacts, Handle} from '../disk/disk.ts';
import type {Sibling} from '../discovery/generations.ts';
import type {Sight} from '../rotation/rotation.ts';

/** A file opened the moment it was seen. The descriptor belongs to whoever has it. */
export type OpenedFile = {readonly path: string; readonly facts: FileFacts; readonly handle: Handle};

/** What came to a live name, with everything held open that may be gone the next moment. Plain data: it may cross from thread to thread. */
export type Arrival =
	| FileArrival
	| CopyArrival
	/** Nothing new can be opened: the name is absent or refused, or leads back to the file that was there before. */
	| {readonly type: 'sight'; readonly sight: Sight};

export type FileArrival = {
	readonly type: 'file';
	readonly file: OpenedFile;
	/** The previous generations as they lay at that moment, oldest first. */
	readonly siblings: readonly Sibling[];
	/** What may lie between the file known before and this one, as far as it was never opened before. */
	readonly between: readonly OpenedFile[];
	/** When the name last led to the file known before, in wall-clock time, because that is what files are dated by. */
	readonly seenMs: number | undefined;
	/** The file known before, where it is certain that the name led to no other since. */
	readonly directlyAfter: FileFacts | undefined;
	/** That is certain only if the file known before was renamed away: one change of the name was not seen, and this must have been it. */
	readonly isDirectIfRenamed: boolean;
};

/** A previous file was made while the live name led to the same file as before: a copy of it, most likely. */
export type CopyArrival = {
	readonly type: 'copy';
	readonly file: OpenedFile;
	/** The file that the live name led to. */
	readonly live: FileFacts;
	readonly testimony: Testimony | undefined;
};

/** Every file that an arrival brings. */
export function filesIn(arrival: Arrival): readonly OpenedFile[] {
	switch (arrival.type) {
		case 'file': {
			return [...arrival.between, arrival.file];
		}

		case 'copy': {
			return [arrival.file];
		}

		case 'sight': {
			return [];
		}
	}
}
