import type {EventRow, HitRange} from '../engine/engine.ts';
import type {TimelineColumns} from '../query/coded-columns.ts';
import {compileQuery} from '../query/compile.ts';
import {hitsIn, mergeRanges, type TextRange} from '../query/hit-ranges.ts';
import {parseSearch, type SearchTerm, type SearchTrouble} from '../query/parse-search.ts';
import {everything} from '../query/query.ts';
import {markFailures} from '../query/select.ts';
import type {EventStore} from '../store/event-store.ts';
import {placeOfRow, rowsPerSegment} from '../store/segment.ts';
import type {PatternThread} from './pattern-thread.ts';
import {shownTexts} from './shown-texts.ts';
import {judged, type TextJudge} from './text-judge.ts';

/** More marks in one message would tell the eye nothing. */
const mostMarks = 100;

export type MarkingGround = {
	readonly store: EventStore;
	readonly columns: TimelineColumns;
	readonly judge: TextJudge;
	readonly patterns: PatternThread;
};

export type MarkedRows = {readonly rows: readonly EventRow[]; readonly trouble: SearchTrouble | undefined};

/** Marks whether and where a search matches rows to be shown. Only these rows are looked at, however far the search itself has come. */
export async function markHits(ground: MarkingGround, rows: readonly EventRow[], search: string): Promise<MarkedRows> {
	const parsed = parseSearch(search);
	if (parsed.type === 'trouble') {
		return {rows, trouble: parsed.trouble};
	}

	if (parsed.terms.length === 0) {
		return {rows, trouble: undefined};
	}

	const found = await foundAmong(ground, rows.map(({id}) => id), search);
	const patternRanges = await rangesOfPatterns(ground.patterns, rows, parsed.terms);
	return {
		rows: rows.map((row, index) => found.has(row.id) ? {...row, isHit: true, hits: hitsOf(row, parsed.terms, patternRanges[index]!)} : row),
		trouble: undefined,
	};
}

/** The rows that a search matches, however far it has come elsewhere. */
export async function foundAmong({store, columns, judge}: Omit<MarkingGround, 'patterns'>, rows: readonly number[], search: string): Promise<ReadonlySet<number>> {
	const query = compileQuery(everything, columns, search);
	const failures = new Uint16Array(rowsPerSegment);
	const candidates = rows.filter(row => {
		const at = placeOfRow(row);
		markFailures(query, {segment: store.segmentOf(row), from: at, to: at + 1}, failures);
		return failures[at] === 0;
	});
	const {marks} = await judge.judge(candidates, query.textTerms);
	return new Set(candidates.filter((_, index) => marks[index] === judged.fit));
}

/** Where the regular expressions of a search match in each message. */
async function rangesOfPatterns(patterns: PatternThread, rows: readonly EventRow[], terms: readonly SearchTerm[]): Promise<readonly TextRange[][]> {
	const ranges = rows.map((): TextRange[] => []);
	const texts = rows.map(({message}) => message);
	const wanted = terms.filter(term => term.type === 'regex' && !term.isNegated) as ReadonlyArray<SearchTerm & {readonly type: 'regex'}>;
	const found = await Promise.all(wanted.map(async ({pattern, flags}) => patterns.match({pattern, flags, texts, mostMatches: mostMarks})));
	for (const matches of found) {
		// What was given up marks nothing here: the search itself says so.
		if (typeof matches === 'string') {
			continue;
		}

		for (let at = 0; at < matches.length; at += 3) {
			ranges[matches[at]!]!.push({start: matches[at + 1]!, end: matches[at + 2]!});
		}
	}

	return ranges;
}

function hitsOf(row: EventRow, terms: readonly SearchTerm[], patternRanges: readonly TextRange[]): HitRange[] {
	const hits = hitsIn(shownTexts(row), terms);
	const inMessage = mergeRanges([...hits.filter(({field}) => field === 'message'), ...patternRanges]);
	return [...inMessage.map(range => ({field: 'message' as const, ...range})), ...hits.filter(({field}) => field !== 'message')];
}
