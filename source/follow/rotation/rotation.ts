import type {FileFacts} from '../disk/disk.ts';

/** What a look at a live name shows. */
export type Sight =
	| {readonly type: 'file'; readonly facts: FileFacts}
	| {readonly type: 'absent'}
	| {readonly type: 'not-a-file'; readonly kind: 'folder' | 'other'}
	| {readonly type: 'refused'; readonly code: string}
	| {readonly type: 'followed-elsewhere'; readonly path: string};

/** What is known of the generation being read when the name is looked at again. */
export type Known = {readonly facts: FileFacts; readonly offsetBytes: number; readonly isContentKept: boolean};

export type Turn = 'unchanged' | 'grown' | 'truncated' | 'replaced';

/** What happened to a name between two looks. Identity first: a new file may be longer. Then the bytes: a refilled file may be longer too. */
export function turnBetween(known: Known, now: FileFacts): Turn {
	if (!isSameFile(known.facts, now)) {
		return 'replaced';
	}

	if (now.sizeBytes < known.offsetBytes || !known.isContentKept) {
		return 'truncated';
	}

	return now.sizeBytes > known.offsetBytes ? 'grown' : 'unchanged';
}

/** Whether both are one physical file. With the old one held open its inode cannot be reused; without, the birth time tells. */
export function isSameFile(a: FileFacts, b: FileFacts): boolean {
	return a.inode === b.inode && a.device === b.device && a.bornNs === b.bornNs;
}

/** One text for one physical file. */
export const identityKey = ({device, inode, bornNs}: FileFacts): string => `${device}:${inode}:${bornNs}`;
