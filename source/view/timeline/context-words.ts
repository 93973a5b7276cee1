import {isNarrowScreen} from '../drawing/narrow.ts';
import {chipsOf} from '../filters/chips.ts';
import {grouped} from '../drawing/numbers.ts';
import type {ViewState} from '../view-state.ts';

/** Says how many rows are shown only as context, in spite of the filters; undefined while context is off or nothing is hidden. */
export function contextWords({contextLines, timeline: {page}, query, opened: {sources}, search, size: {columns}}: ViewState): string | undefined {
	if (contextLines === 0 || chipsOf(query, sources).length === 0) {
		return undefined;
	}

	if (page?.context !== undefined && 'mostHits' in page.context) {
		return `no context: over ${grouped(page.context.mostHits)} hits`;
	}

	const isNarrow = isNarrowScreen(columns);
	const added = page?.context === undefined ? '' : ` +${grouped(page.context.rows)}`;
	return isNarrow ? `context ${contextLines}` : `context ${contextLines} around ${search === undefined ? 'each' : 'hits'}${added}`;
}

