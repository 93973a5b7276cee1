import type {GroupsAnswer} from '../../engine/engine.ts';
import type {Place} from '../view-state.ts';

/** The page that counts who did what. */
export type SummaryState = {
	readonly isOpen: boolean;
	/** Whether to count what the filters show, or everything. */
	readonly scope: 'filters' | 'all';
	/** An index among the lines that lead somewhere. */
	readonly cursor: number;
	readonly answer: GroupsAnswer | undefined;
	/** Counts up with every opening and change of scope; an answer with an older serial is stale. */
	readonly serial: number;
	/** The serial of the query that a line led to, and the place of the timeline before; Esc in that query comes back here. */
	readonly left: {readonly querySerial: number; readonly place: Place} | undefined;
};

export const closedSummary: SummaryState = {isOpen: false, scope: 'filters', cursor: 0, answer: undefined, serial: 0, left: undefined};
