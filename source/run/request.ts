import {findKnownPlaces, type PlaceFound} from '../config/known-places.ts';
import {nearestWord} from '../config/nearest-word.ts';
import {lastGiven, type Given} from '../config/options.ts';
import {parseDuration} from '../config/parse-amounts.ts';
import {readQuery} from '../config/query-options.ts';
import {complaints, type Complaints, type Reading} from '../config/reading.ts';
import {isZone} from '../config/zone.ts';
import type {DeviceMap} from '../domain/device-map.ts';
import type {Foreign} from '../domain/foreign.ts';
import type {SourceDescription} from '../domain/source.ts';
import type {OpenRequest, SourceOptions} from '../engine/engine.ts';
import {readFormatSet} from '../format/user-formats.ts';
import {parseSearch} from '../query/parse-search.ts';
import type {FacetFilter, Query} from '../query/query.ts';
import {readBroughtFiles} from './brought-files.ts';
import {withKnownGroups} from './known-groups.ts';

/** What to open and what to ask of it. */
export type Request = {
	readonly open: OpenRequest;
	readonly query: Query;
	/** What was looked for where no path was given. */
	readonly places: readonly PlaceFound[];
	readonly devices: DeviceMap;
};

export type Wanted = {readonly paths: readonly string[]; readonly given: Given; readonly isFollowing: boolean; readonly nowMs: number};

/** Turns the words of the command line into requests, or into one sentence that says why not. */
export function readRequest({paths, given, isFollowing, nowMs}: Wanted): Reading<Request> {
	const said = complaints();
	const {devices, ...brought} = readBroughtFiles(given, said);
	const formatNames = readFormatSet(brought).formats.map(format => format.name);
	const options = readSourceOptions(given, formatNames, said);
	const written = said.take(readQuery(given, {nowMs, zone: options.zone ?? 'UTC'}, formatNames));
	const query = written && said.take(withKnownGroups(written, devices.groups));
	said.take(checkSearch(query?.keywords ?? ''));
	if (said.first !== undefined) {
		return {trouble: said.first};
	}

	const places = paths.length > 0 ? [] : findKnownPlaces();
	const readable = places.filter(place => place.isReadable).map(place => place.path);
	const open = {paths: paths.length > 0 ? paths : readable, isFollowing, options, ...brought};
	return {value: {open, query: query!, places, devices}};
}

/** The query with sources by their paths, as events carry them, where a person typed short names. */
export function withSourcePaths(query: Query, sources: readonly SourceDescription[]): Reading<Query> {
	const filter = query.facets.source;
	if (filter === undefined) {
		return {value: query};
	}

	const said = complaints();
	const pathsOf = (names: readonly Foreign[]): Foreign[] => names.flatMap(name => said.take(pathOf(name, sources)) ?? []);
	const source: FacetFilter = {include: pathsOf(filter.include), exclude: pathsOf(filter.exclude)};
	return said.first === undefined ? {value: {...query, facets: {...query.facets, source}}} : {trouble: said.first};
}

function pathOf(name: Foreign, sources: readonly SourceDescription[]): Reading<Foreign> {
	const source = sources.find(each => each.path === name) ?? sources.find(each => each.name === name);
	if (source) {
		return {value: source.path};
	}

	const near = nearestWord(name, sources.map(each => each.name));
	return {trouble: `there is no source '${name}'${near === undefined ? '' : `; did you mean '${near}'?`}`};
}

function readSourceOptions(given: Given, formatNames: readonly string[], said: Complaints): SourceOptions {
	const zone = said.take(readZone(lastGiven(given, 'zone') ?? 'UTC'));
	const clockOffsetMs = said.take(readClockOffset(lastGiven(given, 'clock-offset')));
	const yearHint = said.take(readYear(lastGiven(given, 'year')));
	const format = said.take(readFormat(lastGiven(given, 'format'), formatNames));
	return {
		...(zone !== undefined && {zone}),
		...(clockOffsetMs !== undefined && {clockOffsetMs}),
		...(yearHint !== undefined && {yearHint}),
		...(format !== undefined && {format}),
	};
}

const readZone = (text: string): Reading<string> => isZone(text)
	? {value: text}
	: {trouble: `'${text}' is not a zone; write it like UTC, +02:00 or Europe/Berlin`};

function readClockOffset(text: string | undefined): Reading<number | undefined> {
	if (text === undefined) {
		return {value: undefined};
	}

	const reading = parseDuration(text.replace(/^[+-]/, ''));
	return 'trouble' in reading ? reading : {value: text.startsWith('-') ? -reading.value : reading.value};
}

function readYear(text: string | undefined): Reading<number | undefined> {
	if (text === undefined) {
		return {value: undefined};
	}

	return /^\d{4}$/.test(text) ? {value: Number(text)} : {trouble: `'${text}' is not a year; write it like 2026`};
}

function readFormat(text: string | undefined, formatNames: readonly string[]): Reading<string | undefined> {
	if (text === undefined || formatNames.includes(text)) {
		return {value: text};
	}

	const near = nearestWord(text, formatNames);
	return {trouble: `--format does not know '${text}'${near === undefined ? `; it takes ${formatNames.join(', ')}` : `; did you mean '${near}'?`}`};
}

function checkSearch(text: string): Reading<undefined> {
	const parsed = parseSearch(text);
	return parsed.type === 'terms' ? {value: undefined} : {trouble: `--search cannot be read: ${parsed.trouble.sentence}`};
}
