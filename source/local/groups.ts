import type {GroupsAnswer, GroupsRequest} from '../engine/engine.ts';
import {Grouping} from '../query/grouping.ts';
import type {Selection} from '../query/selection.ts';
import {placeOfRow, rowsPerSegment} from '../store/segment.ts';
import type {Timeline} from './event-rows.ts';
import {takeSteps} from './turns.ts';

/** A millisecond or two of work, well within a slice. */
const rowsPerStep = 16_384;

/** What a query shows, and what it would show without a beginning, which tells what is new in its time. */
export type Shown = {readonly selection: Selection; readonly everBefore: Selection};

/** Groups all present rows in one pass, a slice at a time. */
export async function countGroups({store, columns}: Timeline, {selection, everBefore}: Shown, {query, wanted, zone}: GroupsRequest): Promise<GroupsAnswer['answers']> {
	const groupings = wanted.map(({isNew, ...wish}) => isNew
		? {grouping: new Grouping(columns, {...wish, newSinceMicros: query.sinceMicros ?? -Infinity}, zone), shown: everBefore}
		: {grouping: new Grouping(columns, wish, zone), shown: selection});
	const rows = store.rowCount;
	let firstRow = 0;
	await takeSteps(() => {
		if (firstRow >= rows) {
			return 'last';
		}

		const from = placeOfRow(firstRow);
		const to = Math.min(from + rowsPerStep, rowsPerSegment, from + rows - firstRow);
		for (const {grouping, shown} of groupings) {
			grouping.count({segment: store.segmentOf(firstRow), from, to}, firstRow - from, shown);
		}

		firstRow += to - from;
		return 'more';
	});
	return groupings.map(({grouping}) => grouping.answer());
}
