import type {GroupsAnswer} from '../../engine/engine.ts';

/** The whole-screen count of who did what. */
export type SummaryState = {
	readonly isOpen: boolean;
	/** Over what the filters show, or over everything. */
	readonly scope: 'filters' | 'all';
	/** Which of the lines that lead somewhere. */
	readonly cursor: number;
	readonly answer: GroupsAnswer | undefined;
	/** Counts up with every opening and change of scope, so that an answer to an earlier one is known as stale. */
	readonly serial: number;
	/** The query that a line of it led to; leaving that query comes back here. */
	readonly leftForQuery: number | undefined;
};

export const closedSummary: SummaryState = {isOpen: false, scope: 'filters', cursor: 0, answer: undefined, serial: 0, leftForQuery: undefined};
