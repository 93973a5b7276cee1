import type {FindAnswer, FindRequest} from '../../source/engine/engine.ts';
import {searchMatch} from './match.ts';
import {rowsShown} from './pages.ts';
import {isShown} from './shown.ts';
import type {StoredRow} from './stored-row.ts';

/** The hits of a search among the rows that a query shows, and the one walked to. */
export function findIn(rows: readonly StoredRow[], request: FindRequest): Omit<FindAnswer, 'revision'> {
	const {query, search, isFuzzy, from, direction} = request;
	const shown = rowsShown(rows, request);
	const match = searchMatch(request)!;
	const hits = shown.flatMap(({row, text}, index) => row.kind === 'event' && match.isMatch(text) && isShown(shown[index]!, query) ? [{index, event: row.id}] : []);
	const anchor = from.at === 'newest' ? shown.length - 1 : shown.findIndex(({row}) => row.id === from.event);
	const strip = Array.from({length: 100}, (_, bucket) => hits.filter(({index}) => Math.floor((index * 100) / shown.length) === bucket).length);
	const walked = walk(hits.map(({index}) => index), anchor, direction);
	return {
		hits: hits.length,
		isComplete: true,
		...(!isFuzzy && {rule: {isExact: search !== search.toLowerCase(), hasPattern: false}}),
		strip,
		...(walked && {hit: {event: hits[walked.at]!.event, number: walked.at + 1, hasWrapped: walked.hasWrapped}}),
		...(match.trouble && {trouble: match.trouble}),
	};
}

function walk(indexes: readonly number[], anchor: number, direction: FindRequest['direction']): {at: number; hasWrapped: boolean} | undefined {
	if (indexes.length === 0) {
		return undefined;
	}

	const at = direction === 'next' ? indexes.findIndex(index => index > anchor) : indexes.findLastIndex(index => direction === 'here' ? index <= anchor : index < anchor);
	return direction === 'here' || at >= 0
		? {at: Math.max(0, at), hasWrapped: false}
		: {at: direction === 'next' ? 0 : indexes.length - 1, hasWrapped: true};
}
