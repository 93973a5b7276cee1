import type {ByteRun} from '../../domain/event-draft.ts';
import {ascii, latinText, nextByte, type Run} from '../bytes/byte-text.ts';
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
};

/**
Where a record may differ from another without being read as anything else: reading goes on from what it looks at alone. Names stay what they are, so does
what kind a value is, and what was looked for inside; a value that was not taken is free, as is one that became a column just as it is, of those `copied`;
and of one in which devices are found the numbers of addresses.
*/
export function unreadRuns(bytes: Uint8Array, {objects, values, wholes}: Looks, copied: readonly ByteRun[]): FreeNumberRuns {
	const isCopied = (start: number): boolean => !wholes.includes(start) && values.filter(value => value === start).length === 1 && copied.some(run => run.bytes === bytes && run.start === start);
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

/** The strings of a value that hold no escape. */
function stringsIn(bytes: Uint8Array, {start, end, kind}: Value): readonly Run[] {
	if (kind === jsonKinds.string) {
		return end > start && nextByte(bytes, ascii.backslash, start, end) < 0 ? [{start, end}] : [];
	}

	if (kind < jsonKinds.object) {
		return [];
	}

	return latinText(bytes, start, end).matchAll(stringPattern)
		.map(({0: {length}, index}) => ({start: start + index + 1, end: start + index + length - 1}))
		.filter(run => run.end > run.start && nextByte(bytes, ascii.backslash, run.start, run.end) < 0)
		.toArray();
}

const stringPattern = /"(?:[^"\\]|\\.)*"/gsv;
