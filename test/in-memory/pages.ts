import {foreignText} from '../../source/domain/foreign.ts';
import type {Anchor, EventRow, HitRange, Page, PageRequest} from '../../source/engine/engine.ts';
import {everything, type Query} from '../../source/query/query.ts';
import {type Match, type Searched, searchMatch} from './match.ts';
import {eventsOf, isShown} from './shown.ts';
import type {StoredRow} from './stored-row.ts';

/** Rows that the query shows, and those that lie within reach of a hit. */
export function rowsShown(rows: readonly StoredRow[], request: Searched & Pick<PageRequest, 'query' | 'context'>): StoredRow[] {
	const {query, context = 0} = request;
	const match = searchMatch(request);
	const isHit = (stored: StoredRow | undefined) => stored?.row.kind === 'event' && isShown(stored, query) && (match?.isMatch(stored.text) ?? true);
	const isNearHit = (at: number) => rows.slice(Math.max(0, at - context), at + context + 1).some(stored => isHit(stored));
	return rows.filter((stored, at) => isShown(stored, query) || (context > 0 && isNearHit(at)));
}

/** Those of the rows wanted, each with what it hides and whether it is there only for a hit. */
function withSurroundings(shown: readonly StoredRow[], all: readonly StoredRow[], query: Query): EventRow[] {
	return shown.map((stored, at) => {
		const hiddenBefore = all.indexOf(stored) - (at === 0 ? -1 : all.indexOf(shown[at - 1]!)) - 1;
		return {...stored.row, ...(hiddenBefore > 0 && {hiddenBefore}), ...(!isShown(stored, query) && {isContext: true as const})};
	});
}

/** A window of the rows that a query shows. */
export function pageOf(rows: readonly StoredRow[], request: PageRequest): Omit<Page, 'isCaughtUp' | 'revision'> {
	const {query, anchor, before, after, context, longestMessage} = request;
	const shown = rowsShown(rows, request);
	const surrounded = withSurroundings(shown, rows, query);
	const anchorIndex = indexOfAnchor(shown, rows, anchor);
	const wanted = before + after + 1;
	const firstIndex = Math.max(0, Math.min(anchorIndex - before, shown.length - wanted));
	const match = searchMatch(request);
	return {
		totalEvents: eventsOf(rows, everything).length,
		matchedEvents: eventsOf(rows, query).length,
		totalRows: shown.length,
		firstIndex,
		anchorIndex,
		rows: shown.slice(firstIndex, firstIndex + wanted).map((stored, at) => withHits({...surrounded[firstIndex + at]!, message: foreignText(stored.row.message.slice(0, longestMessage))}, stored.text, match)),
		...(context !== undefined && context > 0 && {context: {rows: surrounded.filter(({isContext}) => isContext).length}}),
		firstMicros: rows[0]?.row.time.micros,
		lastMicros: rows.at(-1)?.row.time.micros,
		...(match?.trouble && {trouble: match.trouble}),
	};
}

function indexOfAnchor(shown: readonly StoredRow[], all: readonly StoredRow[], anchor: Anchor): number {
	const last = Math.max(0, shown.length - 1);
	const nearest = (micros: number) => {
		const at = shown.findIndex(({row}) => row.time.micros >= micros);
		return at === -1 ? last : at;
	};

	switch (anchor.at) {
		case 'newest': {
			return last;
		}

		case 'oldest': {
			return 0;
		}

		case 'index': {
			return Math.min(anchor.rowIndex, last);
		}

		case 'time': {
			return nearest(anchor.micros);
		}

		case 'event': {
			const at = shown.findIndex(({row}) => row.id === anchor.event);
			return at === -1 ? nearest(all.find(({row}) => row.id === anchor.event)?.row.time.micros ?? Infinity) : at;
		}
	}
}

function withHits(row: EventRow, text: string, match: Match | undefined): EventRow {
	if (match === undefined || match.words.length === 0 || row.kind === 'gap' || !match.isMatch(text)) {
		return row;
	}

	const hits: HitRange[] = match.words.flatMap(word => [...rangesOf('message', row.message, word), ...rangesOf('user', row.user ?? '', word), ...rangesOf('devices', row.devices.join(' '), word)]);
	return {...row, isHit: true, hits: hits.toSorted((a, b) => a.start - b.start)};
}

function rangesOf(field: HitRange['field'], text: string, word: RegExp): HitRange[] {
	const found = word.exec(text);
	return found === null ? [] : [{field, start: found.index, end: found.index + found[0].length}];
}
