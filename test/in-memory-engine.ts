import {Buffer} from 'node:buffer';
import type {ActionId} from '../source/domain/actions.ts';
import type {Category} from '../source/domain/category.ts';
import type {Fault} from '../source/domain/fault.ts';
import {foreignText} from '../source/domain/foreign.ts';
import type {Result} from '../source/domain/result.ts';
import {type Severity, severityCode} from '../source/domain/severity.ts';
import type {SourceState} from '../source/domain/source.ts';
import type {Anchor, Change, Engine, EventDetails, EventRow, FacetsAnswer, FindAnswer, FindRequest, GroupField, GroupsAnswer, GroupsWanted, Health, Histogram, HitRange, OpenAnswer, Page, PageRequest, SearchTrouble} from '../source/engine/engine.ts';
import {everything, type FacetField, facetFields, type Query} from '../source/query/query.ts';

/** An event in the few words a test needs. */
export type MemoryEvent = {
	readonly time: string;
	readonly kind?: 'event' | 'gap';
	readonly severity?: Severity;
	readonly category?: Category;
	readonly action?: ActionId;
	readonly result?: Result;
	readonly type?: string;
	readonly user?: string;
	readonly devices?: readonly string[];
	readonly groups?: readonly string[];
	readonly host?: string;
	readonly source?: number;
	readonly message: string;
	readonly briefFrom?: number;
	readonly gist?: string;
	readonly raw?: string;
	readonly fields?: Readonly<Record<string, string>>;
	readonly isTimeBorrowed?: boolean;
	readonly writtenOffsetMinutes?: number;
	readonly format?: string;
	/** Notes on it: the place of each among the events. */
	readonly notedBy?: readonly number[];
	/** Of a note: the place of its event among the events. */
	readonly about?: number | 'absent' | 'sought';
};

export type MemoryEngine = Engine & {
	readonly opened: OpenAnswer;
	/** More lines arrive. */
	add(...events: readonly MemoryEvent[]): void;
	fault(fault: Fault): void;
	sourceState(source: number, state: SourceState): void;
	/** How much has been read, of 100. */
	reading(percent: number): void;
};

/** The engine's slow, obvious twin: every answer is worked out anew over a plain array. */
export function inMemoryEngine(events: readonly MemoryEvent[], {sources = ['/var/log/audit.log'], faults = []}: {readonly sources?: readonly string[]; readonly faults?: readonly Fault[]} = {}): MemoryEngine {
	const opened: OpenAnswer = {
		sources: sources.map((path, id) => ({id, path: foreignText(path), name: foreignText(path.split('/').at(-1)!)})),
		faults,
	};
	const rows: StoredRow[] = [];
	const listeners = new Set<(change: Change) => void>();
	const states = sources.map((): SourceState => ({type: 'live'}));
	const faultCounts = faults.map(fault => ({fault, count: 1}));
	let readPercent = 100;
	let revision = 0;

	const totalEvents = () => rows.filter(({row}) => row.kind === 'event').length;
	const changed = () => {
		revision++;
		for (const listener of listeners) {
			listener({revision, totalEvents: totalEvents(), isCaughtUp: readPercent === 100});
		}
	};

	const store = (added: readonly MemoryEvent[]) => {
		for (const event of added) {
			rows.push(storedRow(event, rows.length, opened));
		}

		rows.sort((a, b) => a.row.time.micros - b.row.time.micros || a.row.id - b.row.id);
	};

	store(events);
	return {
		opened,
		open: async () => opened,
		follow: async () => undefined,
		page: async request => ({...pageOf(rows, request, revision), isCaughtUp: readPercent === 100}),
		facets: async ({query, fields}): Promise<FacetsAnswer> => ({
			revision,
			facets: fields.map(({field, limit, narrow}) => {
				const counts = countsOf(eventsOf(rows, withoutField(query, field)).flatMap(stored => stored.values[field]));
				const fitting = counts.filter(({value}) => narrow === undefined || value.toLowerCase().includes(narrow.toLowerCase()));
				return {field, values: fitting.slice(0, limit), distinct: fitting.length};
			}),
			severities: severityCounts(eventsOf(rows, without(query, 'severityAtLeast'))),
			userOperations: {
				exact: eventsOf(rows, {...query, userOperations: 'exact'}).length,
				human: eventsOf(rows, {...query, userOperations: 'human'}).length,
			},
		}),
		groups: async ({query, wanted}): Promise<GroupsAnswer> => ({revision, matchedEvents: eventsOf(rows, query).length, answers: wanted.map(each => groupsIn(rows.filter(stored => isShown(stored, query)), each))}),
		histogram: async ({query, buckets, range}) => histogramOf(rows.filter(stored => isShown(stored, query)), buckets, range, revision),
		find: async request => findIn(rows, request, revision),
		details: async ({event}) => detailsIn(rows, event),
		async tail(request, onBatch) {
			await onBatch(rows.filter(stored => isShown(stored, request.query)).map(({details}) => details));
		},
		health: async (): Promise<Health> => ({
			revision,
			sources: opened.sources.map(description => ({
				description, source: description.id, state: states[description.id]!, generations: 2, bytesRead: 4096, holes: 0, notices: [],
				events: totalEvents(), formats: [{format: 'console-audit', lines: rows.length}], confidence: 1, unparsedLines: 0, options: {}, files: [],
			})),
			faults: faultCounts,
			isCaughtUp: readPercent === 100,
			readBytes: readPercent,
			totalBytes: 100,
			heldBytes: 1_000_000,
		}),
		onChange(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
		onLoss() {
			// It lives as long as the test.
		},
		async close() {
			listeners.clear();
		},
		add(...added) {
			store(added);
			changed();
		},
		fault(fault) {
			faultCounts.push({fault, count: 1});
			changed();
		},
		sourceState(source, state) {
			states[source] = state;
			changed();
		},
		reading(percent) {
			readPercent = percent;
			changed();
		},
	};
}

/** With the notes on it, or with the event that it is a note on. */
function detailsIn(rows: readonly StoredRow[], event: number): EventDetails | undefined {
	const stored = rows.find(({row}) => row.id === event);
	const notes = stored?.notedBy.map(note => rows.find(({row}) => row.id === note)!).map(({row, details: {fields}}) => {
		const [author, text, written] = ['author', 'text', 'written'].map(name => fields.find(field => field.name === name)!.value);
		return {event: row.id, author: author!, text: text!, written: written!};
	});
	const aboutRow = rows.find(({row}) => row.id === stored?.row.about)?.row;
	return stored && {...stored.details, ...(notes && notes.length > 0 && {notes}), ...(aboutRow && {aboutRow})};
}

type StoredRow = {readonly notedBy: readonly number[]; readonly row: EventRow; readonly details: EventDetails; readonly values: Readonly<Record<FacetField, readonly string[]>>; readonly text: string};

function storedRow(event: MemoryEvent, id: number, {sources}: OpenAnswer): StoredRow {
	const raw = event.raw ?? event.message;
	const row: EventRow = {
		id,
		kind: event.kind ?? 'event',
		time: {micros: Date.parse(event.time) * 1000, nanos: 0, digits: event.time.includes('.') ? 3 : 0},
		...(event.writtenOffsetMinutes !== undefined && {writtenOffsetMinutes: event.writtenOffsetMinutes}),
		isTimeBorrowed: event.isTimeBorrowed ?? false,
		severity: event.severity ?? 'info',
		category: event.category ?? 'user-operation',
		action: event.action ?? 'none',
		result: event.result ?? 'none',
		type: event.type === undefined ? undefined : foreignText(event.type),
		user: event.user === undefined ? undefined : foreignText(event.user),
		devices: (event.devices ?? []).map(device => foreignText(device)),
		host: event.host === undefined ? undefined : foreignText(event.host),
		source: event.source ?? 0,
		generation: 1,
		generationOrdinal: 2,
		offsetBytes: id * 100,
		lengthBytes: Buffer.byteLength(raw),
		format: event.format ?? 'console-audit',
		message: foreignText(event.message),
		messageLength: event.message.length,
		briefFrom: event.briefFrom ?? 0,
		gist: foreignText(event.gist ?? ''),
		isProvisional: false,
		isLate: false,
		isHit: false,
		hits: [],
		...(event.notedBy && {noteCount: event.notedBy.length}),
		...(event.about !== undefined && {about: event.about}),
	};
	const source = sources[row.source]!;
	return {
		notedBy: event.notedBy ?? [],
		row,
		details: {
			row,
			severityWord: foreignText(row.severity.toUpperCase()),
			groups: (event.groups ?? []).map(group => foreignText(group)),
			sourcePath: source.path,
			generationPath: source.path,
			fields: Object.entries(event.fields ?? {}).map(([name, value]) => ({name, value: foreignText(value)})),
			message: row.message,
			raw: Buffer.from(raw),
			rawMissing: undefined,
		},
		values: {
			category: [row.category], action: [row.action === 'none' ? '' : row.action], type: [row.type ?? ''], user: [row.user ?? ''], group: event.groups ?? [''], device: row.devices.length === 0 ? [''] : row.devices,
			source: [source.path], host: [row.host ?? ''], result: [row.result === 'none' ? '' : row.result], format: [row.format],
		},
		text: `${row.action} ${row.user ?? ''} ${row.devices.join(' ')} ${row.host ?? ''} ${row.message}`.toLowerCase(),
	};
}

const auditedActions = new Set<string>(['login', 'user-created', 'password-changed', 'password-reset', 'alert-learned', 'exclusion-created', 'exclusion-edited', 'exclusion-deleted', 'console-upgraded', 'sensor-upgrade-retried', 'ti-package-uploaded']);

function isShown(stored: StoredRow, query: Query): boolean {
	const {row, values, text} = stored;
	if (row.kind === 'gap') {
		return true;
	}

	return row.time.micros >= (query.sinceMicros ?? -Infinity)
		&& row.time.micros < (query.untilMicros ?? Infinity)
		&& (query.severityAtLeast === undefined || severityCode[row.severity] >= severityCode[query.severityAtLeast])
		&& (query.userOperations !== 'human' || row.category === 'user-operation')
		&& (query.userOperations !== 'exact' || auditedActions.has(row.action))
		&& facetFields.every(field => hasFieldOf(values[field], query, field))
		&& (query.keywords ?? []).every(keyword => matchOf(keyword).isMatch(text));
}

function hasFieldOf(values: readonly string[], {facets}: Query, field: FacetField): boolean {
	const {include, exclude} = facets[field] ?? {include: [], exclude: []};
	return (include.length === 0 || values.some(value => isAmong(include, value))) && values.every(value => !isAmong(exclude, value));
}

function isAmong(list: readonly string[], value: string): boolean {
	return list.includes(value);
}

function eventsOf(rows: readonly StoredRow[], query: Query): StoredRow[] {
	return rows.filter(stored => stored.row.kind === 'event' && isShown(stored, query));
}

function withoutField(query: Query, field: FacetField): Query {
	const {[field]: _own, ...facets} = query.facets;
	return {...query, facets};
}

function without(query: Query, part: 'severityAtLeast'): Query {
	const {[part]: _own, ...rest} = query;
	return rest;
}

function countsOf(values: readonly string[]) {
	const counts = new Map<string, number>();
	for (const value of values) {
		counts.set(value, (counts.get(value) ?? 0) + 1);
	}

	return [...counts].map(([value, count]) => ({value: foreignText(value), count})).toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** In UTC: no test looks at the hours of another zone. */
function groupsIn(rows: readonly StoredRow[], {by, of, actions, category, isNamed, limit}: GroupsWanted): GroupsAnswer['answers'][number] {
	const wanted = rows.filter(({row}) => (row.kind === 'gap') === (of === 'gaps') && (actions === undefined || actions.includes(row.action)) && (category === undefined || row.category === category));
	const [first, second] = by;
	const named = wanted.flatMap(stored => groupValues(stored, first).flatMap(one => (second === undefined ? [undefined] : groupValues(stored, second)).map(other => ({values: other === undefined ? [one] : [one, other], micros: stored.row.time.micros}))));
	const kept = named.filter(({values}) => isNamed === undefined || !values.includes(''));
	const groups = Object.values(Object.groupBy(kept, ({values}) => values.join('\0'))).map(members => ({
		values: members![0]!.values.map(value => foreignText(value)),
		count: members!.length,
		firstMicros: Math.min(...members!.map(({micros}) => micros)),
		lastMicros: Math.max(...members!.map(({micros}) => micros)),
	}));
	return {groups: groups.toSorted((a, b) => b.count - a.count || (a.values.join('\0') < b.values.join('\0') ? -1 : 1)).slice(0, limit), distinct: groups.length};
}

function groupValues({row, values}: StoredRow, field: GroupField): readonly string[] {
	return field === 'hour' ? [new Date(row.time.micros / 1000).toISOString().slice(0, 13).replace('T', ' ')] : values[field];
}

function severityCounts(events: readonly StoredRow[]): Record<Severity, number> {
	const count = (severity: Severity) => events.filter(({row}) => row.severity === severity).length;
	return {none: count('none'), info: count('info'), notice: count('notice'), alert: count('alert')};
}

type Match = {readonly isMatch: (text: string) => boolean; readonly words: readonly RegExp[]; readonly trouble?: SearchTrouble};

/** Words and phrases, all of which must occur; an open quote or bracket is trouble. */
function matchOf(search: string): Match {
	if (/^"[^"]*$/v.test(search)) {
		return {isMatch: () => false, words: [], trouble: {sentence: 'the quote is not closed', column: 0}};
	}

	const found = search.toLowerCase().matchAll(/(?:device:=)?"(?<phrase>[^"]*)"|(?<word>\S+)/gv);
	return allOf(found.map(({groups}) => (groups!.phrase ?? groups!.word!).replace(/^\w+:/v, '')).map(word => new RegExp(RegExp.escape(word), 'i')).toArray());
}

/** Letters of each word in order, without a blank between. */
function fuzzyMatchOf(search: string): Match {
	const words = search.split(/\s+/v).filter(word => word !== '');
	return allOf(words.map(word => new RegExp(Array.from(word, letter => RegExp.escape(letter)).join(String.raw`\S*?`), 'i')));
}

const allOf = (words: readonly RegExp[]): Match => ({isMatch: text => words.every(word => word.test(text)), words});

type Searched = {readonly search?: string; readonly isFuzzy?: true};

const searchMatch = ({search, isFuzzy}: Searched): Match | undefined => search === undefined ? undefined : (isFuzzy ? fuzzyMatchOf(search) : matchOf(search));

/** Rows that the query shows, and those that lie within reach of a hit. */
function rowsShown(rows: readonly StoredRow[], request: Searched & Pick<PageRequest, 'query' | 'context'>): StoredRow[] {
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

function pageOf(rows: readonly StoredRow[], request: PageRequest, revision: number): Omit<Page, 'isCaughtUp'> {
	const {query, anchor, before, after, context, longestMessage} = request;
	const shown = rowsShown(rows, request);
	const surrounded = withSurroundings(shown, rows, query);
	const anchorIndex = indexOfAnchor(shown, rows, anchor);
	const wanted = before + after + 1;
	const firstIndex = Math.max(0, Math.min(anchorIndex - before, shown.length - wanted));
	const match = searchMatch(request);
	return {
		revision,
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

function findIn(rows: readonly StoredRow[], request: FindRequest, revision: number): FindAnswer {
	const {query, search, isFuzzy, from, direction} = request;
	const shown = rowsShown(rows, request);
	const match = searchMatch(request)!;
	const hits = shown.flatMap(({row, text}, index) => row.kind === 'event' && match.isMatch(text) && isShown(shown[index]!, query) ? [{index, event: row.id}] : []);
	const anchor = from.at === 'newest' ? shown.length - 1 : shown.findIndex(({row}) => row.id === from.event);
	const strip = Array.from({length: 100}, (_, bucket) => hits.filter(({index}) => Math.floor((index * 100) / shown.length) === bucket).length);
	const walked = walk(hits.map(({index}) => index), anchor, direction);
	return {
		revision,
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

function histogramOf(shown: readonly StoredRow[], buckets: number, range: {fromMicros: number; toMicros: number} | undefined, revision: number): Histogram {
	const {fromMicros, toMicros} = range ?? {fromMicros: shown[0]?.row.time.micros ?? 0, toMicros: (shown.at(-1)?.row.time.micros ?? 0) + 1};
	const edge = (bucket: number) => bucket === buckets ? toMicros : fromMicros + (bucket * ((toMicros - fromMicros) / buckets));
	const countBy = (isCounted: (row: EventRow) => boolean) => Array.from({length: buckets}, (_, bucket) =>
		shown.filter(({row}) => isCounted(row) && row.time.micros >= edge(bucket) && row.time.micros < edge(bucket + 1)).length);
	return {
		revision, fromMicros, toMicros,
		counts: countBy(row => row.kind === 'event'),
		notices: countBy(row => row.kind === 'event' && row.severity === 'notice'),
		alerts: countBy(row => row.kind === 'event' && row.severity === 'alert'),
		gaps: countBy(row => row.kind === 'gap'),
	};
}
