import type {FindAnswer, FindRequest, PageRequest} from '../engine/engine.ts';
import {searchRule} from '../query/case-rule.ts';
import {parseSearch} from '../query/parse-search.ts';
import type {Query} from '../query/query.ts';
import type {EventStore} from '../store/event-store.ts';
import {contextAround} from './context-rows.ts';
import type {Timeline} from './event-rows.ts';
import {type Found, walkHits} from './find.ts';
import type {FuzzySearches} from './fuzzy-searches.ts';
import type {MarkingGround} from './hit-marks.ts';
import {nearestHit} from './nearest-hit.ts';
import type {Shown} from './pages.ts';
import type {PatternThread} from './pattern-thread.ts';
import type {Decided, Selections} from './selections.ts';
import type {TextJudge} from './text-judge.ts';

/** Fewer rows are searched before a person has looked at the first hit. */
const fewestRowsWorthAnEarlyAnswer = 100_000;

type SearchGround = {
	readonly timeline: Timeline;
	readonly judge: TextJudge;
	readonly patterns: PatternThread;
	readonly selections: Selections;
	readonly fuzzy: FuzzySearches;
};

/** What queries show, and what searches find in that. */
export class Searches {
	readonly #ground: SearchGround;

	constructor(ground: SearchGround) {
		this.#ground = ground;
	}

	get #store(): EventStore {
		return this.#ground.timeline.store;
	}

	/** Undefined for a search that cannot be read. */
	async #foundFor({query, search = '', isFuzzy}: Searched): Promise<Found | undefined> {
		if (search.trim() === '') {
			return foundBy(await this.#ground.selections.shown(query));
		}

		if (isFuzzy) {
			return this.#foundFuzzily(query, search);
		}

		return parseSearch(search).type === 'trouble' ? undefined : foundBy(await this.#ground.selections.found(query, search));
	}

	async #foundFuzzily(query: Query, search: string): Promise<Found> {
		const {selection} = await this.#ground.selections.shown(query);
		return this.#ground.fuzzy.found(selection, search);
	}

	async #findFuzzily(request: FindRequest): Promise<FindAnswer> {
		const found = await this.#foundFuzzily(request.query, request.search);
		return walkHits(this.#store, {shown: await this.#shownAround(request, found), found}, request);
	}

	async #findExactly(request: FindRequest): Promise<FindAnswer> {
		const parsed = parseSearch(request.search);
		if (parsed.type === 'trouble' || parsed.terms.length === 0) {
			return {revision: this.#store.revision, hits: 0, isComplete: parsed.type === 'terms', strip: [], ...(parsed.type === 'trouble' && {trouble: parsed.trouble})};
		}

		const decided = this.#ground.selections.foundFirst(request.query, request.search);
		const early = await this.#earlyAnswer(request, decided);
		if (early !== undefined) {
			return {...early, rule: searchRule(parsed.terms)};
		}

		const found = foundBy(await decided);
		return {...walkHits(this.#store, {shown: await this.#shownAround(request, found), found}, request), rule: searchRule(parsed.terms)};
	}

	/** An early answer to a long search; undefined if it is short or over already. */
	async #earlyAnswer(request: FindRequest, decided: Promise<Decided>): Promise<FindAnswer | undefined> {
		const {query, search, isEarly} = request;
		const rows = this.#store.rowCount;
		if (!isEarly || rows - this.#ground.selections.searchedRows(query, search) < fewestRowsWorthAnEarlyAnswer) {
			return undefined;
		}

		let isOver = false;
		const end = decided.then(() => {
			isOver = true;
		});
		const {selection: shown} = await this.#ground.selections.shown(query);
		const hit = await Promise.race([end, nearestHit(this.marking, {shown, request, isWanted: () => !isOver})]);
		if (isOver) {
			return undefined;
		}

		return {
			revision: this.#store.revision,
			hits: hit === undefined ? 0 : 1,
			isComplete: false,
			searchedShare: this.#ground.selections.searchedRows(query, search) / rows,
			...(hit !== undefined && {hit: {event: hit, number: undefined, hasWrapped: false}}),
			strip: [],
		};
	}

	/** The rows that the query shows and, if asked for, the neighbours of what was found. Asking for that once more after a newer search began would begin this one anew, in its way. */
	async #shownAround({query, context = 0}: Searched & Pick<PageRequest, 'context'>, found: Found | undefined): Promise<Shown> {
		const shown = await this.#ground.selections.shown(query);
		return found === undefined || context === 0 ? shown : {...shown, context: contextAround(shown.selection, found.hits(), context)};
	}

	get marking(): MarkingGround {
		const {timeline: {store, columns}, judge, patterns} = this.#ground;
		return {store, columns, judge, patterns};
	}

	/** The rows that the query shows and, if asked for, the neighbours of hits. */
	async shown(request: Searched & Pick<PageRequest, 'context'>): Promise<Shown> {
		const {context = 0} = request;
		return this.#shownAround(request, context === 0 ? undefined : await this.#foundFor(request));
	}

	/** The hit to go to, and the number of hits. */
	async find(request: FindRequest): Promise<FindAnswer> {
		return request.isFuzzy ? this.#findFuzzily(request) : this.#findExactly(request);
	}
}

/** Whether hits are wanted for a page or to go through. */
type Searched = Pick<PageRequest, 'query' | 'search' | 'isFuzzy'>;

/** The positions of hits can change while others have their turn. */
function foundBy({selection, isComplete, trouble}: Decided): Found {
	const hits = () => {
		selection.arrange();
		return selection;
	};

	return {hits, isComplete, trouble};
}
