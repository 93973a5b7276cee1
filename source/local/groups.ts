import type {GroupsAnswer, GroupsRequest} from '../engine/engine.ts';
import {Grouping} from '../query/grouping.ts';
import type {Selection} from '../query/selection.ts';
import {placeOfRow, rowsPerSegment} from '../store/segment.ts';
import type {Timeline} from './event-rows.ts';
import {takeSteps} from './turns.ts';

/** A millisecond or two of work, well inside a slice. */
const rowsPerStep = 16_384;

/** One pass over all rows there are now, a slice at a time. */
export async function countGroups({store, columns}: Timeline, selection: Selection, {wanted, zone}: Pick<GroupsRequest, 'wanted' | 'zone'>): Promise<GroupsAnswer['answers']> {
	const groupings = wanted.map(each => new Grouping(columns, each, zone));
	const rows = store.rowCount;
	let firstRow = 0;
	await takeSteps(() => {
		if (firstRow >= rows) {
			return 'last';
		}

		const from = placeOfRow(firstRow);
		const to = Math.min(from + rowsPerStep, rowsPerSegment, from + rows - firstRow);
		for (const grouping of groupings) {
			grouping.count({segment: store.segmentOf(firstRow), from, to}, firstRow - from, selection);
		}

		firstRow += to - from;
		return 'more';
	});
	return groupings.map(grouping => grouping.answer());
}
