import {glyphsFor} from '../drawing/glyphs.ts';
import {cell, type Look, type Span} from '../drawing/span.ts';
import type {ViewState} from '../view-state.ts';
import type {Viewport} from './viewport.ts';

/** The pane's last column, a scroll bar: where in the whole timeline the shown rows and the hits are. The rows' mark is left out while following. */
export function positionStrip(state: ViewState, viewport: Viewport, height: number, look: Look): Span[][] {
	const {hit, place} = glyphsFor(look);
	const hits = hitLines(state.search?.answer?.strip ?? [], height);
	const thumb = thumbLines(state, viewport, height);
	return Array.from({length: height}, (_, at) => {
		if (hits.has(at)) {
			return cell(hit, look, {role: 'hit'});
		}

		return at >= thumb.from && at < thumb.to ? cell(place, look, {role: 'quiet'}) : cell(' ', look);
	});
}

function hitLines(strip: readonly number[], height: number): Set<number> {
	return new Set(strip.flatMap((hits, bucket) => hits > 0 ? [Math.floor((bucket * height) / strip.length)] : []));
}

function thumbLines({timeline: {page, isFollowing}}: ViewState, {lines}: Viewport, height: number): {from: number; to: number} {
	const rows = lines.filter(({type}) => type === 'row').length;
	const first = lines.find(line => line.type === 'row');
	if (page === undefined || first === undefined || isFollowing || page.totalRows <= rows) {
		return {from: 0, to: 0};
	}

	const from = Math.floor((first.index * height) / page.totalRows);
	return {from, to: Math.max(from + 1, Math.ceil(((first.index + rows) * height) / page.totalRows))};
}
