import type {FindAnswer, FindRequest} from '../engine/engine.ts';
import type {EventStore} from '../store/event-store.ts';
import type {Hits, RowPositions} from './context-rows.ts';
import type {Shown} from './pages.ts';
import type {Decided} from './selections.ts';

/** The number of stretches in the strip beside the pane: more than any pane has lines. */
const stripBuckets = 128;

const replaced = {sentence: 'A newer search took the place of this one', column: 0};

/** What a search has found so far. */
export type Found = Pick<Decided, 'isComplete' | 'trouble'> & {
	/** Up to date with the time order at that moment. */
	readonly hits: () => Hits;
};

/** The hit to go to, and the number of hits. `shown` is the filtered timeline, `hits` the part of it that the search finds. */
export function walkHits(store: EventStore, {shown, found}: {readonly shown: Shown; readonly found: Found}, request: FindRequest): FindAnswer {
	const hits = found.hits();
	const {trouble} = found;
	const rows = typeof shown.context === 'object' ? shown.context : shown.selection.positions.all;
	const {all} = hits.positions;
	const isComplete = found.isComplete && trouble === undefined;
	return {
		revision: store.revision,
		hits: all.ones,
		isComplete,
		...(all.ones > 0 && {hit: walkedTo(store, hits, request)}),
		strip: stripOf(rows, all),
		...(!isComplete && {trouble: trouble ?? replaced}),
	};
}

function walkedTo(store: EventStore, {positions: {all}}: Hits, {from, direction}: FindRequest): FindAnswer['hit'] {
	const position = from.at === 'newest' ? store.order.count : store.order.positionOf(from.event);
	const index = direction === 'next' ? all.rank(position + 1) : all.rank(direction === 'here' ? position + 1 : position) - 1;
	// If nothing was found up to here, the next hit is nearer than the last one of all.
	const walked = direction === 'here' ? Math.max(0, index) : (index + all.ones) % all.ones;
	return {event: store.order.rowAt(all.select(walked)), number: walked + 1, hasWrapped: direction !== 'here' && walked !== index};
}

/** The number of hits in each stretch of the shown rows. */
function stripOf(shown: RowPositions, hits: RowPositions & {readonly length: number}): number[] {
	const edges = Array.from({length: stripBuckets + 1}, (_, edge) => {
		const index = Math.ceil(edge * shown.ones / stripBuckets);
		return index < shown.ones ? shown.select(index) : hits.length;
	});
	const ranks = edges.map(position => hits.rank(position));
	return ranks.slice(1).map((rank, bucket) => rank - ranks[bucket]!);
}
