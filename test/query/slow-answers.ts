import {severities} from '../../source/domain/severity.ts';
import {type FacetField, facetFields, type Query} from '../../source/query/query.ts';
import {formatNames, isMeantBy, type PlainEvent, type TestTimeline, valuesOf} from './timelines.ts';

/** The query's rules, word for word; `ignored` is the filter a facet leaves out. */
export function isShown(event: PlainEvent, query: Query, ignored?: FacetField | 'severity' | 'userOperations'): boolean {
	if (event.isGap) {
		return ignored === undefined;
	}

	const {sinceMicros = -Infinity, untilMicros = Infinity, severityAtLeast = 'none', userOperations, facets} = query;
	const isInTime = event.micros >= sinceMicros && event.micros < untilMicros;
	const isSevere = ignored === 'severity' || event.severity >= severities.indexOf(severityAtLeast);
	const isOperation = userOperations === undefined || ignored === 'userOperations' || isUserOperation(event, userOperations);
	return isInTime && isSevere && isOperation && facetFields.every(field => field === ignored || isFitFor(event, field, facets[field]));
}

/** What a facet says of each value. */
export function slowCounts(events: readonly PlainEvent[], query: Query, field: FacetField): Map<string, number> {
	const counted = events.filter(event => isShown(event, query, field));
	const filter = query.facets[field];
	const values = new Set<string>([...counted.flatMap(event => valuesOf(event, field)), ...filter?.include ?? [], ...filter?.exclude ?? []]);
	return inOrder([...values].map(value => [value, counted.filter(event => isMeantBy(event, field, value)).length] as const).filter(([, count]) => count > 0));
}

/** Maps are compared with the order of their entries. */
export const inOrder = (counts: Iterable<readonly [string, number]>): Map<string, number> => new Map([...counts].toSorted(([first], [second]) => first < second ? -1 : 1));

/** Events of each severity. */
export function slowSeverities(events: readonly PlainEvent[], query: Query): Record<string, number> {
	const counted = events.filter(event => isShown(event, query, 'severity'));
	return Object.fromEntries(severities.map((severity, code) => [severity, counted.filter(event => event.severity === code).length]));
}

/** What the two meanings of user operations would show. */
export function slowOperations(events: readonly PlainEvent[], query: Query): Record<string, number> {
	const counted = events.filter(event => isShown(event, query, 'userOperations'));
	return {exact: counted.filter(event => isUserOperation(event, 'exact')).length, human: counted.filter(event => isUserOperation(event, 'human')).length};
}

/** Seven buckets from 5 to 40 microseconds. */
export function slowBuckets({store, events}: TestTimeline, query: Query) {
	const edges = Array.from({length: 8}, (_, edge) => 5 + (edge * 35 / 7));
	const countIf = (isCounted: (event: PlainEvent) => boolean) => edges.slice(1).map((edge, bucket) => events.keys().filter(row => {
		const micros = store.columns.microsOf(row);
		return micros >= edges[bucket]! && micros < edge && isShown(events[row]!, query) && isCounted(events[row]!);
	}).toArray().length);
	return {
		fromMicros: 5,
		toMicros: 40,
		counts: countIf(event => !event.isGap),
		notices: countIf(event => !event.isGap && event.severity === 2),
		alerts: countIf(event => !event.isGap && event.severity === 3),
		gaps: countIf(event => event.isGap),
	};
}

const isUserOperation = ({category, format}: PlainEvent, kind: 'exact' | 'human'): boolean => category === 1 && (kind === 'human' || formatNames[format] !== 'syslog');

function isFitFor(event: PlainEvent, field: FacetField, filter: Query['facets'][FacetField]): boolean {
	const include: readonly string[] = filter?.include ?? [];
	const exclude: readonly string[] = filter?.exclude ?? [];
	return (include.length === 0 || include.some(value => isMeantBy(event, field, value))) && exclude.every(value => !isMeantBy(event, field, value));
}
