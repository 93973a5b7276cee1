import {glyphsFor} from '../drawing/glyphs.ts';
import {clamp, clampIndex} from '../drawing/numbers.ts';
import type {PaneLine, PaneSize} from '../drawing/pane-line.ts';
import {blank, cell, type Look, row, type Span} from '../drawing/span.ts';
import {titleRow} from '../drawing/title-row.ts';
import type {ViewState} from '../view-state.ts';
import {rowZone} from '../timeline/row-zone.ts';
import {zonedTime} from '../drawing/zoned-time.ts';
import {detailLines} from './details-lines.ts';

/** All that is known of the selected event, and its raw record as it lies in the file. */
export function detailsPane(state: ViewState, {columns, rows}: PaneSize, look: Look): PaneLine[] {
	if (rows === 0) {
		return [];
	}

	const title = titleRow(state, 'details', columns, answeredFor(state));
	const room = rows - title.length;
	const lines = detailLines(state, columns);
	const cursor = clampIndex(state.details.cursor, lines.length);
	const top = clamp(cursor - Math.floor(room / 2), 0, Math.max(0, lines.length - room));
	const shown = lines.slice(top, top + room).map(({spans}, at) => lineOf(spans, top + at === cursor && state.pane === 'details', columns, look));
	return [...title, ...shown.map(spans => ({spans})), ...Array.from({length: room - shown.length}, () => ({spans: blank(columns)}))];
}

function lineOf(spans: readonly Span[], isChosen: boolean, columns: number, look: Look): Span[] {
	const line = row(look, columns, [...cell(isChosen ? glyphsFor(look).selected : ' ', look, {role: 'focus'}), ...spans]);
	return isChosen ? line.map(span => ({...span, ground: 'selected'})) : line;
}

/** Which event it is, by the time that its row shows. */
function answeredFor(state: ViewState): string {
	const {answer} = state.details;
	return answer === undefined ? '' : zonedTime(answer.row.time.micros, rowZone(state, answer.row)).clock;
}
