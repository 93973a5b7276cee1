import {findKnownPlaces, type PlaceFound} from '../config/known-places.ts';
import {type Given, isGiven, lastGiven, type OptionName} from '../config/options.ts';
import {readQuery} from '../config/query-options.ts';
import {complaints, type Reading} from '../config/reading.ts';
import type {DeviceMap} from '../domain/device-map.ts';
import type {Foreign} from '../domain/foreign.ts';
import type {SourceDescription} from '../domain/source.ts';
import type {OpenRequest} from '../engine/engine.ts';
import {isThere, namedNotesTrouble} from '../export/notes-file.ts';
import {absolutePath} from '../follow/disk/absolute-path.ts';
import {parseSearch} from '../query/parse-search.ts';
import type {Query} from '../query/query.ts';
import {otherSource, readSourceOptions} from './source-options.ts';
import {type BroughtFiles, readBroughtFiles} from './brought-files.ts';
import {withKnownGroups} from './known-groups.ts';
import {withKnownNames} from './known-names.ts';
import {notesOptions} from './write-errands.ts';

/** What to open, and the query for it. */
export type Request = {
	readonly open: OpenRequest;
	readonly query: Query;
	/** The known places and what was found there, if no path was given. */
	readonly places: readonly PlaceFound[];
	readonly devices: DeviceMap;
	/** The notes file, whether it exists yet or not. */
	readonly notesPath: string | undefined;
};

export type Wanted = {readonly paths: readonly string[]; readonly given: Given; readonly isFollowing: boolean; readonly nowMs: number};

/** Turns the command line into requests, or into one sentence that says why not. */
export async function readRequest({paths, given, isFollowing, nowMs}: Wanted): Promise<Reading<Request>> {
	const said = complaints();
	const {devices, ...brought} = readBroughtFiles(given, said);
	const formatNames = await namesOfFormats(given, brought);
	const reading = readSourceOptions(given, formatNames, said);
	const written = said.take(readQuery(given, {nowMs, zone: reading.options.zone ?? 'UTC'}, formatNames));
	const query = written && said.take(withKnownGroups(written, devices.groups));
	for (const text of query?.keywords ?? []) {
		said.take(checkSearch(text));
	}

	const notes = lastGiven(given, 'notes');
	const notesPath = notes === undefined ? undefined : absolutePath(notes);
	if (notesPath !== undefined) {
		said.take(await checkNotes(notes!, notesPath));
	}

	if (said.first !== undefined) {
		return {trouble: said.first};
	}

	const places = paths.length > 0 ? [] : findKnownPlaces();
	const readable = places.filter(place => place.isReadable).map(place => place.path);
	const named = paths.length > 0 ? paths : readable;
	const open = withNotes({paths: named, isFollowing, isRecursive: isGiven(given, 'recursive'), ...reading, ...brought}, notesPath);
	return {value: {open, query: query!, places, devices, notesPath}};
}

/** Loads the formats only if an option names one, because otherwise the screen starts without them. */
async function namesOfFormats(given: Given, brought: Omit<BroughtFiles, 'devices'>): Promise<readonly string[]> {
	if (formatOptions.every(name => given[name] === undefined)) {
		return [];
	}

	const {readFormatSet} = await import('../format/user-formats/user-formats.ts');
	return readFormatSet(brought).formats.map(({name}) => name);
}

const formatOptions = ['format', 'format-is', 'not-format-is'] as const satisfies OptionName[];

/** Adds the notes file as one more source, in a format that no other source can have; before the first note it need not exist. */
function withNotes(open: OpenRequest, notesPath: string | undefined): OpenRequest {
	return notesPath === undefined || !isThere(notesPath) ? open : {...open, paths: [...open.paths, notesPath], perSource: [...open.perSource ?? [], {pattern: notesPath, option: 'notes', options: notesOptions}]};
}

/** The query with sources by their paths where the person typed short names. */
export function withSourcePaths(query: Query, sources: readonly SourceDescription[]): Reading<Query> {
	return withKnownNames(query, 'source', name => pathOf(name, sources));
}

function pathOf(name: Foreign, sources: readonly SourceDescription[]): Reading<Foreign> {
	const source = sources.find(each => each.path === name) ?? sources.find(each => each.name === name);
	return source ? {value: source.path} : {trouble: `there is no source '${name}'${sources.length === 0 ? '' : `; ${otherSource(name, sources)}`}`};
}

/** A log named by mistake, or a missing folder, is reported before the first note could be lost. */
async function checkNotes(named: string, path: string): Promise<Reading<undefined>> {
	const trouble = await namedNotesTrouble(path);
	return trouble === undefined ? {value: undefined} : {trouble: `--notes '${named}': ${trouble}; name a file of its own for notes`};
}

function checkSearch(text: string): Reading<undefined> {
	const parsed = parseSearch(text);
	return parsed.type === 'terms' ? {value: undefined} : {trouble: `--search '${text}', column ${parsed.trouble.column + 1}: ${parsed.trouble.sentence}`};
}
