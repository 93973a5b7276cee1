import type {Foreign} from './foreign.ts';
import type {SourceId} from './source.ts';

/** Something wrong, as data: counted, shown on the status line, listed by `stats`. */
export type FaultType =
	| 'unreadable'
	| 'not-a-file'
	| 'watch-failed'
	| 'handles-short'
	| 'same-file'
	| 'left-out'
	| 'several-files'
	| 'unmatched'
	| 'line-too-long'
	| 'nul-bytes-skipped'
	| 'misnamed'
	| 'archive-damaged'
	| 'archive-too-large'
	| 'time-unusable'
	| 'year-unsure'
	| 'record-damaged'
	| 'layout-refused'
	| 'format-refused'
	| 'format-incomplete'
	| 'bytes-let-go'
	| 'search-stopped'
	| 'memory-short'
	| 'too-many-values';

export type Fault = {
	readonly type: FaultType;
	readonly source: SourceId | undefined;
	/** What it is about: a path, a position. */
	readonly subject: Foreign | undefined;
	/** One sentence for people: what, why, and what to do about it. */
	readonly sentence: string;
};

/** The sentence, behind what it is about where it does not name that itself. */
export const toldFault = ({subject, sentence}: Fault): string => subject === undefined || sentence.includes(subject) ? sentence : `${subject}: ${sentence}`;
