import {foreignText} from '../../source/domain/foreign.ts';
import type {Severity} from '../../source/domain/severity.ts';
import type {EventRow, FacetAnswer, FacetsAnswer, FacetsRequest, FacetWanted, GroupField, GroupsAnswer, GroupsRequest, GroupsWanted, Histogram, HistogramRequest} from '../../source/engine/engine.ts';
import type {FacetField, Query} from '../../source/query/query.ts';
import {eventsOf, isShown} from './shown.ts';
import type {StoredRow} from './stored-row.ts';

/** Values with their counts, each field's own filter ignored. */
export function facetsIn(rows: readonly StoredRow[], {query, fields}: FacetsRequest): Omit<FacetsAnswer, 'revision'> {
	const {severityAtLeast: _own, ...anySeverity} = query;
	return {
		facets: fields.map(wanted => facetIn(rows, query, wanted)),
		severities: severityCounts(eventsOf(rows, anySeverity)),
		userOperations: {
			exact: eventsOf(rows, {...query, userOperations: 'exact'}).length,
			human: eventsOf(rows, {...query, userOperations: 'human'}).length,
		},
	};
}

function facetIn(rows: readonly StoredRow[], query: Query, {field, limit, narrow}: FacetWanted): FacetAnswer {
	const counts = countsOf(eventsOf(rows, withoutField(query, field)).flatMap(stored => stored.values[field]));
	const fitting = counts.filter(({value}) => narrow === undefined || value.toLowerCase().includes(narrow.toLowerCase()));
	return {field, values: fitting.slice(0, limit), distinct: fitting.length};
}

function withoutField(query: Query, field: FacetField): Query {
	const {[field]: _own, ...facets} = query.facets;
	return {...query, facets};
}

function countsOf(values: readonly string[]) {
	const counts = new Map<string, number>();
	for (const value of values) {
		counts.set(value, (counts.get(value) ?? 0) + 1);
	}

	return [...counts].map(([value, count]) => ({value: foreignText(value), count})).toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function severityCounts(events: readonly StoredRow[]): Record<Severity, number> {
	const count = (severity: Severity) => events.filter(({row}) => row.severity === severity).length;
	return {none: count('none'), info: count('info'), notice: count('notice'), alert: count('alert')};
}

/** What is shown, gathered by what it has in common. */
export function groupsIn(rows: readonly StoredRow[], {query, wanted}: GroupsRequest): Omit<GroupsAnswer, 'revision'> {
	const {sinceMicros = -Infinity, ...withoutBegin} = query;
	const shown = rows.filter(stored => isShown(stored, query));
	const everBefore = rows.filter(stored => isShown(stored, withoutBegin));
	return {matchedEvents: eventsOf(rows, query).length, answers: wanted.map(each => each.isNew ? newIn(each, everBefore, sinceMicros) : answerTo(each, shown))};
}

function newIn(wanted: GroupsWanted, rows: readonly StoredRow[], sinceMicros: number): GroupsAnswer['answers'][number] {
	const {groups} = answerTo({...wanted, limit: Infinity}, rows);
	const fresh = groups.filter(({firstMicros}) => firstMicros >= sinceMicros).toSorted((a, b) => b.firstMicros - a.firstMicros || (a.values.join('\0') < b.values.join('\0') ? -1 : 1));
	return {groups: fresh.slice(0, wanted.limit), distinct: fresh.length};
}

/** In UTC: no test looks at the hours of another zone. */
function answerTo({by, of, actions, category, severity, isNamed, hasHours, limit}: GroupsWanted, rows: readonly StoredRow[]): GroupsAnswer['answers'][number] {
	const wanted = rows.filter(({row}) => (row.kind === 'gap') === (of === 'gaps') && (actions === undefined || actions.includes(row.action)) && (category === undefined || row.category === category) && (severity === undefined || row.severity === severity));
	const [first, second] = by;
	const named = wanted.flatMap(stored => groupValues(stored, first).flatMap(one => (second === undefined ? [undefined] : groupValues(stored, second)).map(other => ({values: other === undefined ? [one] : [one, other], micros: stored.row.time.micros}))));
	const kept = named.filter(({values}) => isNamed === undefined || values.some(value => value !== ''));
	const groups = Object.values(Object.groupBy(kept, ({values}) => values.join('\0'))).map(members => ({
		values: members![0]!.values.map(value => foreignText(value)),
		count: members!.length,
		firstMicros: Math.min(...members!.map(({micros}) => micros)),
		lastMicros: Math.max(...members!.map(({micros}) => micros)),
		...(hasHours && {hours: Array.from({length: 24}, (_, hour) => members!.filter(({micros}) => new Date(micros / 1000).getUTCHours() === hour).length)}),
	}));
	return {groups: groups.toSorted((a, b) => b.count - a.count || (a.values.join('\0') < b.values.join('\0') ? -1 : 1)).slice(0, limit), distinct: groups.length};
}

function groupValues({row, values}: StoredRow, field: GroupField): readonly string[] {
	return field === 'hour' ? [new Date(row.time.micros / 1000).toISOString().slice(0, 13).replace('T', ' ')] : values[field];
}

/** What is shown, over time. */
export function histogramOf(rows: readonly StoredRow[], {query, buckets, range}: HistogramRequest): Omit<Histogram, 'revision'> {
	const shown = rows.filter(stored => isShown(stored, query));
	const {fromMicros, toMicros} = range ?? {fromMicros: shown[0]?.row.time.micros ?? 0, toMicros: (shown.at(-1)?.row.time.micros ?? 0) + 1};
	const edge = (bucket: number) => bucket === buckets ? toMicros : fromMicros + (bucket * ((toMicros - fromMicros) / buckets));
	const countBy = (isCounted: (row: EventRow) => boolean) => Array.from({length: buckets}, (_, bucket) =>
		shown.filter(({row}) => isCounted(row) && row.time.micros >= edge(bucket) && row.time.micros < edge(bucket + 1)).length);
	return {
		fromMicros,
		toMicros,
		counts: countBy(row => row.kind === 'event'),
		notices: countBy(row => row.kind === 'event' && row.severity === 'notice'),
		alerts: countBy(row => row.kind === 'event' && row.severity === 'alert'),
		gaps: countBy(row => row.kind === 'gap'),
	};
}
