import {clampIndex} from '../drawing/numbers.ts';
import {choiceLine, filledPane, topAround} from '../drawing/page-lines.ts';
import type {PaneLine, PaneSize} from '../drawing/pane-line.ts';
import type {Look} from '../drawing/span.ts';
import {titleRow} from '../drawing/title-row.ts';
import type {ViewState} from '../view-state.ts';
import {rowZone} from '../timeline/row-zone.ts';
import {zonedTime} from '../drawing/zoned-time.ts';
import {detailLines} from './details-lines.ts';

/** Everything known about the selected event, and its raw record as it lies in the file. */
export function detailsPane(state: ViewState, {columns, rows}: PaneSize, look: Look): PaneLine[] {
	if (rows === 0) {
		return [];
	}

	const title = titleRow(state, 'details', columns, answeredFor(state));
	const room = rows - title.length;
	const lines = detailLines(state, columns);
	const cursor = clampIndex(state.details.cursor, lines.length);
	const top = topAround(cursor, room, lines.length);
	const shown = lines.slice(top, top + room).map(({spans}, at) => ({spans: choiceLine(spans, {isChosen: top + at === cursor && state.pane === 'details'}, columns, look)}));
	return filledPane([...title, ...shown], {columns, rows});
}

/** The time of the event that the details belong to, as its row shows it. */
function answeredFor(state: ViewState): string {
	const {answer} = state.details;
	return answer === undefined ? '' : zonedTime(answer.row.time.micros, rowZone(state, answer.row)).clock;
}
