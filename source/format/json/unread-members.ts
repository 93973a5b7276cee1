import type {Run} from '../bytes/byte-text.ts';
import type {FreeNumberRuns} from '../line-memory/free-numbers.ts';
import type {JsonMembers} from './json-members.ts';

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
what kind a value is, and what was looked for inside; a value that was not taken is free, and of one in which devices are found the numbers of addresses.
*/
export function unreadRuns({objects, values, wholes}: Looks): FreeNumberRuns {
	const taken = new Set(values);
	const text = new Set(wholes);
	const runs = objects.flatMap(object => valuesOf(object)).filter(run => !taken.has(run.start) && objects.every(({start}) => !isAround(run, start)));
	return {texts: runs.filter(({start}) => text.has(start)), values: runs.filter(({start}) => !text.has(start))};
}

const valuesOf = ({count, starts, ends}: JsonMembers): readonly Run[] => Array.from({length: count}, (_, member) => ({start: starts[member]!, end: ends[member]!}));

const isAround = ({start, end}: Run, at: number): boolean => start <= at && at < end;
