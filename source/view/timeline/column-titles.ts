import {glyphsFor} from '../drawing/glyphs.ts';
import {cell, type Span, widthOf} from '../drawing/span.ts';
import type {ViewState} from '../view-state.ts';
import {markCells, type ShownColumn} from './columns.ts';

const paneName = 'TIMELINE';

/** The pane's name above the times, then the title of each column that has room; the column that + and - act on is highlighted. Undefined where the times are not the first column. */
export function columnTitles(state: ViewState, columns: readonly ShownColumn[], roomCells: number): Span[] | undefined {
	const [first, ...others] = columns;
	if (first?.name !== 'time' || first.widthCells < paneName.length) {
		return undefined;
	}

	const {look, pane} = state;
	const hasKeys = pane === 'timeline';
	const titles = cell(`${hasKeys ? glyphsFor(look).selected : ' '}${paneName}`, look, {role: hasKeys ? 'focus' : 'heading', widthCells: markCells + first.widthCells});
	for (const column of others) {
		const leftCells = roomCells - widthOf(titles) - 1;
		if (column.title.length > leftCells) {
			break;
		}

		titles.push(...cell(' ', look), ...cell(column.title, look, {role: isActedOn(state, column) ? 'focus' : 'quiet', widthCells: Math.min(column.widthCells, leftCells)}));
	}

	return titles;
}

function isActedOn({pane, timeline: {isFollowing, column}}: ViewState, {filters}: ShownColumn): boolean {
	return pane === 'timeline' && !isFollowing && filters === column;
}
