import {chipsOf} from '../filters/chips.ts';
import {grouped} from '../drawing/numbers.ts';
import type {ViewState} from '../view-state.ts';

/** That rows are shown which the filters hide, and how many; undefined while there are none of that kind. */
export function contextWords({contextLines, timeline: {page}, query, opened: {sources}, search, size: {columns}}: ViewState): string | undefined {
	if (contextLines === 0 || chipsOf(query, sources).length === 0) {
		return undefined;
	}

	if (page?.context !== undefined && 'mostHits' in page.context) {
		return `no context: over ${grouped(page.context.mostHits)} hits`;
	}

	const isNarrow = columns < narrowBelowColumns;
	const added = page?.context === undefined ? '' : ` +${grouped(page.context.rows)}`;
	return isNarrow ? `context ${contextLines}` : `context ${contextLines} around ${search === undefined ? 'what the filters show' : 'hits'}${added}`;
}

const narrowBelowColumns = 60;
