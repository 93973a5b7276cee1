import type {ByteRun} from '../../domain/event-draft.ts';
import {latinText, type Run} from '../bytes/byte-text.ts';
import type {FreeNumberRuns} from '../line-memory/free-numbers.ts';
import type {JsonMembers} from './json-members.ts';
import {jsonKinds} from './json-values.ts';

/** What was looked at while a record was read. */
export type Looks = {
	/** The record and the objects inside it whose members were looked for. */
	readonly objects: readonly JsonMembers[];
	/** Where the values begin that were taken for a column, or to tell what the record is. */
	readonly values: number[];
	/** The same of those that were taken only to find devices in them. */
	readonly wholes: number[];
	/** What became a column, as it is written in the record. */
	readonly given: Given[];
};

type Given = Run & {readonly run: ByteRun};

/**
Where a record may differ from another without being read as anything else: reading goes on from what it looks at alone. Names stay what they are, so does
what kind a value is, and what was looked for inside; a value that was not taken is free, as is one that only became a column, of those `copied`;
and of one in which devices are found the numbers of addresses.
*/
export function unreadRuns(bytes: Uint8Array, {objects, values, wholes}: Looks, copied: ReadonlyArray<Run | undefined>): FreeNumberRuns {
	const isCopied = (start: number): boolean => !wholes.includes(start) && values.filter(value => value === start).length === 1 && copied.some(run => run?.start === start);
	const taken = new Set(values.filter(start => !isCopied(start)));
	const text = new Set(wholes);
	const all = objects.flatMap(object => valuesOf(object)).filter(run => objects.every(({start}) => !isAround(run, start)));
	const free = all.filter(({start}) => !taken.has(start) && !text.has(start));
	return {
		texts: all.filter(({start}) => text.has(start) && !taken.has(start)),
		values: free,
		strings: free.flatMap(run => stringsIn(bytes, run)),
		told: all.filter(({start}) => taken.has(start) || text.has(start)),
	};
}

type Value = Run & {readonly kind: number};

const valuesOf = ({count, starts, ends, kinds}: JsonMembers): readonly Value[] => Array.from({length: count}, (_, member) => ({start: starts[member]!, end: ends[member]!, kind: kinds[member]!}));

const isAround = ({start, end}: Run, at: number): boolean => start <= at && at < end;

/** Where in the record lies what a column was given; undefined where nothing was. */
export const writtenAt = (given: Looks['given'], run: ByteRun): Run | undefined => given.findLast(each => each.run === run);

/** What the strings of a value hold between their escapes. */
function stringsIn(bytes: Uint8Array, {start, end, kind}: Value): readonly Run[] {
	const text = latinText(bytes, start, end);
	if (kind === jsonKinds.string) {
		return plainRuns(text, start);
	}

	return kind < jsonKinds.object ? [] : text.matchAll(stringPattern).flatMap(({0: string, index}) => plainRuns(string.slice(1, -1), start + index + 1)).toArray();
}

const plainRuns = (string: string, stringAt: number): readonly Run[] => string.matchAll(piecePattern)
	.filter(({0: piece}) => !piece.startsWith('\\'))
	.map(({0: {length}, index}) => ({start: stringAt + index, end: stringAt + index + length}))
	.toArray();

const stringPattern = /"(?:[^"\\]|\\.)*"/gsv;

/** An escape, or what lies between two. */
const piecePattern = /\\(?:u[\da-f]{4}|.)|[^\\]+/gisv;
