import {exitCodes} from '../config/exit-codes.ts';
import type {Given} from '../config/options.ts';
import type {Foreign} from '../domain/foreign.ts';
import {severities, severityCode} from '../domain/severity.ts';
import type {SourceDescription} from '../domain/source.ts';
import {isoTime} from '../domain/time.ts';
import type {Engine, FacetAnswer, FacetsAnswer, FaultCount, Health, Recognition, SourceHealth} from '../engine/engine.ts';
import {json} from '../export/json-lines.ts';
import {type FacetField, noFilter, type Query} from '../query/query.ts';
import {untilCaughtUp} from './caught-up.ts';
import {openSources} from './open-sources.ts';
import {tellReading} from './reading-progress.ts';
import type {Setting} from './setting.ts';

/** Writes one JSON object that counts what the logs hold. Returns the exit status. */
export async function stats(engine: Engine, {paths, given}: {readonly paths: readonly string[]; readonly given: Given}, setting: Setting): Promise<number> {
	const opened = await openSources(engine, {paths, given, isFollowing: false}, setting);
	if (opened.type === 'ended') {
		return opened.exitCode;
	}

	const {query, sources, teller} = opened;
	const readingIsOver = tellReading(engine, setting.tellInPassing);
	await untilCaughtUp(engine);
	readingIsOver();
	const health = await engine.health();
	await setting.output.write(`${json(await countedBy(engine, {query, sources, health}), '\t')}\n`);
	teller.tellHealth(health, {isFollowing: false});
	return teller.hasLoss ? exitCodes.trouble.code : exitCodes.ok.code;
}

const countedFields = ['category', 'action', 'type', 'user', 'device', 'result', 'host', 'format', 'source'] as const satisfies readonly FacetField[];
const allValues = Number.MAX_SAFE_INTEGER;

type Counted = {readonly query: Query; readonly sources: readonly SourceDescription[]; readonly health: Health};

async function countedBy(engine: Engine, {query, sources, health}: Counted): Promise<Record<string, unknown>> {
	const {matchedEvents} = await engine.page({query, anchor: {at: 'oldest'}, before: 0, after: 0, longestMessage: 0});
	const facets = await engine.facets({query, fields: countedFields.map(field => ({field, limit: allValues}))});
	const counts = (field: FacetField) => countsOf(facets.facets.find(each => each.field === field)!, query);
	const matched = counts('source');
	return {
		events: matchedEvents,
		timeRange: await timeRange(engine, query),
		severities: severityCounts(facets, query),
		categories: counts('category'),
		actions: counts('action'),
		types: counts('type'),
		users: counts('user'),
		devices: counts('device'),
		results: counts('result'),
		hosts: counts('host'),
		formats: counts('format'),
		unparsedLines: sum(health.sources.map(each => each.unparsedLines)),
		generations: sum(health.sources.map(each => each.generations)),
		holes: sum(health.sources.map(each => each.holes)),
		sources: health.sources.map(each => sourceCounts(each, matched)),
		faults: health.faults.map(each => faultCount(each, sources)),
	};
}

/** Counts by value, most frequent first. A facet counts what choosing each value would show; values that its own filter hides are left out here. */
function countsOf({field, values}: FacetAnswer, query: Query): Record<string, number> {
	const {include, exclude} = query.facets[field] ?? noFilter;
	const isShown = (value: Foreign) => (include.length === 0 || include.includes(value)) && !exclude.includes(value);
	return plainObject(values.filter(({value, count}) => value !== '' && count > 0 && isShown(value)).map(({value, count}) => [value, count]));
}

function severityCounts({severities: counts}: FacetsAnswer, {severityAtLeast}: Query): Record<string, number> {
	return plainObject(severities.filter(each => counts[each] > 0 && severityCode[each] >= severityCode[severityAtLeast ?? 'none']).map(each => [each, counts[each]]));
}

/** The times of the first and the last event that has one of its own; undefined where there is none. */
async function timeRange(engine: Engine, query: Query): Promise<Record<string, unknown> | undefined> {
	const rowsAt = async (at: 'oldest' | 'newest') => {
		const {rows} = await engine.page({query, anchor: {at}, before: nearEnd, after: nearEnd, longestMessage: 0});
		return rows.filter(row => row.kind === 'event' && !row.isTimeBorrowed);
	};

	const [oldest, newest] = await Promise.all([rowsAt('oldest'), rowsAt('newest')]);
	const first = oldest.at(0);
	const last = newest.at(-1);
	return first && last && {first: isoTime(first.time), last: isoTime(last.time)};
}

/** If this many rows at an end have no time, none is looked for. */
const nearEnd = 200;

function sourceCounts(source: SourceHealth, matched: Record<string, number>): Record<string, unknown> {
	const {description, state, options, files, generations, bytesRead, holes, notices} = source;
	return {
		path: description.path,
		name: description.name,
		state: state.type,
		options,
		...recognised(source),
		matchedEvents: matched[description.path] ?? 0,
		generations,
		files: files.map(file => ({path: file.path, generation: file.generation, ...recognised(file)})),
		bytesRead,
		holes,
		...(notices.length > 0 && {notices}),
	};
}

const recognised = ({events, formats, confidence, unparsedLines}: Recognition): Record<string, unknown> =>
	({events, formats: plainObject(formats.map(({format, lines}) => [format, lines])), confidence, unparsedLines});

const faultCount = ({fault: {type, source, subject, sentence}, count}: FaultCount, sources: readonly SourceDescription[]): Record<string, unknown> => ({
	type,
	...(source !== undefined && {source: sources.find(each => each.id === source)?.path}),
	...(subject !== undefined && {subject}),
	sentence,
	count,
});

/** An object without a prototype, so that a user called `__proto__` is a key like any other. */
function plainObject(entries: ReadonlyArray<readonly [string, number]>): Record<string, number> {
	const object = Object.create(null) as Record<string, number>;
	for (const [key, value] of entries) {
		object[key] = value;
	}

	return object;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
