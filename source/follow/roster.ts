import path from 'node:path';
import type {Fault} from '../domain/fault.ts';
import {foreignText} from '../domain/foreign.ts';
import type {GenerationId} from '../domain/source.ts';
import type {Unpack} from './archives/archives.ts';
import type {Clock} from './turns/clock.ts';
import {Delivery} from './reading/delivery.ts';
import {discover, type Discovery} from './discovery/discover.ts';
import {absolutePath} from './disk/absolute-path.ts';
import type {Disk} from './disk/disk.ts';
import type {Doorman} from './doorman/doorman.ts';
import {mostFolders} from './discovery/folder-tree.ts';
import type {FollowOptions, FollowSink} from './follow-port.ts';
import {liveNamesOf} from './discovery/generation-names.ts';
import {newSource, type FollowedSource} from './followed-source.ts';
import type {Generation} from './generation.ts';
import {ownOutput} from './disk/own-output.ts';
import {reasonFor} from './rotation/presence.ts';
import {Rememberers} from './rememberers.ts';
import {ArchiveMemory, archiveBudgetBytes} from './archives/archive-memory.ts';
import {Retained, retainedBudgetBytes} from './reading/retained.ts';
import {shortNames} from './discovery/source-names.ts';
import {wayIn} from './disk/way-in.ts';

type Surroundings = {
	readonly options: FollowOptions;
	readonly sink: FollowSink;
	readonly disk: Disk;
	readonly doorman: Doorman;
	readonly unpack: Unpack;
	readonly clock: Clock;
	/** More of an archive has been unpacked. */
	readonly onReady: (source: FollowedSource) => void;
};

type Numbered = {readonly generation: Generation; readonly livePath: string};

/** The sources there are, and every generation ever numbered. */
export class Roster {
	readonly #surroundings: Surroundings;
	readonly #said = new Set<string>();
	readonly #paths: string[];
	readonly #settings: ReadonlySet<string>;
	/** Paths that were looked at before: a pattern whose files have gone is no mistake. */
	readonly #sought = new Set<string>();
	readonly #byPath = new Map<string, FollowedSource>();
	readonly #byFolder = new Map<string, FollowedSource[]>();
	readonly #byName = new Map<string, FollowedSource[]>();
	readonly #rememberers = new Rememberers();
	readonly sources: FollowedSource[] = [];
	readonly generations: Numbered[] = [];
	readonly retained: Retained;
	readonly archived: ArchiveMemory;

	constructor(surroundings: Surroundings) {
		this.#surroundings = surroundings;
		this.#paths = [...surroundings.options.paths];
		this.#settings = new Set((surroundings.options.settingsPaths ?? []).map(file => absolutePath(file)));
		this.retained = new Retained(retainedBudgetBytes, generation => {
			this.#sayLetGo(generation);
		});
		this.archived = new ArchiveMemory(archiveBudgetBytes, generation => {
			this.#sayArchiveLetGo(generation);
		});
	}

	#add(livePath: string, name: string): FollowedSource {
		const {disk, doorman, unpack, options, sink, clock, onReady} = this.#surroundings;
		const id = this.sources.length;
		const description = {id, path: foreignText(livePath), name: foreignText(name)};
		const source = newSource({
			description,
			disk,
			doorman,
			unpack,
			retained: this.retained,
			isFollowing: options.isFollowing,
			delivery: new Delivery({sink, source: id, retained: this.retained, archived: this.archived, register: generation => this.#register(generation, livePath)}),
			fault(type, subject, sentence) {
				sink.fault({type, source: id, subject: foreignText(subject), sentence});
			},
			calendarMs: clock.calendarMs,
			rememberers: this.#rememberers,
			namesakes: liveName => this.#byName.get(liveName) ?? [],
			onReady() {
				onReady(source);
			},
		});
		this.sources.push(source);
		this.#byPath.set(livePath, source);
		keepUnder(this.#byFolder, path.dirname(livePath), source);
		keepUnder(this.#byName, path.basename(livePath), source);
		sink.source(description);
		return source;
	}

	#register(generation: Generation, livePath: string): GenerationId {
		this.generations.push({generation, livePath});
		return this.generations.length - 1;
	}

	/** Each thing once: a folder is looked at again and again. */
	#sayWhatWasLeftOut({samePaths, leftOut, outputs, settings, bundles, refused, unentered, unmatched}: Discovery): void {
		const sayings: ReadonlyArray<readonly [Fault['type'], string, string]> = [
			...samePaths.map(({path: same, followedAs}) => ['same-file', same, `${same} is the same file as ${followedAs}; it is followed once.`] as const),
			...leftOut.map(file => ['left-out', file, `${file} does not look like a log and was left out; name it to open it anyway.`] as const),
			...outputs.map(file => ['left-out', file, `${file} is left out: ${reasonFor(ownOutput)}.`] as const),
			...settings.map(file => ['left-out', file, `${file} is left out: it holds settings of this run; name it to open it anyway.`] as const),
			...bundles.map(file => ['several-files', file, `${file} is an archive of several files, which is not read: unpack it into a folder of its own (tar xf, unzip) and open that folder.`] as const),
			...unmatched.filter(pattern => !this.#sought.has(pattern)).map(pattern => ['unmatched', pattern, unmatchedSentence(pattern, this.#surroundings.options.isFollowing)] as const),
			...unentered.map(({folder, names}) => ['left-out', folder, unenteredSentence(folder, names, this.#surroundings.options.isRecursive === true)] as const),
			...refused.map(({path: folder, code}) => ['unreadable', folder, `${folder} cannot be looked through: ${reasonFor(code)}.${wayIn(this.#surroundings.disk, folder, code)}`] as const),
		];
		for (const [type, subject, sentence] of sayings) {
			this.#sayOnce(type, subject, sentence);
		}
	}

	/** An archive is read from its beginning only, once. */
	#sayArchiveLetGo({path: where}: Generation): void {
		this.#sayOnce('bytes-let-go', where, `${where} unpacks to more than is kept in memory: the text of its oldest events may no longer be available. Open fewer archives at a time to read all of it.`);
	}

	/** Bytes in memory were the only ones left of a truncated file. */
	#sayLetGo({handle, path: where}: Generation): void {
		if (handle === undefined) {
			this.#sayOnce('bytes-let-go', where, `${where} was truncated, and what it held before is kept in memory only as long as there is room: the text of its oldest events can no longer be had.`);
		}
	}

	#sayOnce(type: Fault['type'], subject: string, sentence: string): void {
		if (this.#said.has(sentence)) {
			return;
		}

		this.#said.add(sentence);
		this.#surroundings.sink.fault({type, source: undefined, subject: foreignText(subject), sentence});
	}

	/** Where live names lie. */
	get folders(): readonly string[] {
		return this.#byFolder.keys().toArray();
	}

	/** When any of them last turned out to have been rotated. */
	get rotatedAtMs(): number {
		let lastMs = -Infinity;
		for (const source of this.sources) {
			lastMs = Math.max(lastMs, source.rotatedAtMs);
		}

		return lastMs;
	}

	/** The source of a live name. */
	at(livePath: string): FollowedSource | undefined {
		return this.#byPath.get(livePath);
	}

	/** The sources whose live names lie in a folder. */
	in(folder: string): readonly FollowedSource[] {
		return this.#byFolder.get(folder) ?? [];
	}

	/** The sources that a name in a folder is of: as their live name, or as that of a previous file. */
	concernedBy(folder: string, name: string): readonly FollowedSource[] {
		return [name, ...liveNamesOf(name)].map(live => this.at(path.join(folder, live))).filter(source => source !== undefined);
	}

	addPath(added: string): void {
		this.#paths.push(added);
	}

	/** Looks again at what the user's paths lead to; returns the sources that are new and the folders to listen at. */
	discover(): {readonly added: readonly FollowedSource[]; readonly folders: ReadonlySet<string>} {
		const {disk, options} = this.#surroundings;
		const known = new Set<string>(this.sources.map(({description}) => description.path));
		const discovery = discover(disk, this.#paths, {known, isRecursive: options.isRecursive === true, settings: this.#settings});
		const names = shortNames(discovery.livePaths);
		const added = discovery.livePaths
			.filter(livePath => !known.has(livePath))
			.map(livePath => this.#add(livePath, names.get(livePath)!));
		this.#sayWhatWasLeftOut(discovery);
		for (const sought of this.#paths) {
			this.#sought.add(sought);
		}

		return {added, folders: new Set([...discovery.folders, ...this.sources.map(({description}) => path.dirname(description.path))])};
	}
}

function keepUnder(sources: Map<string, FollowedSource[]>, key: string, source: FollowedSource): void {
	const there = sources.get(key);
	if (there === undefined) {
		sources.set(key, [source]);
	} else {
		there.push(source);
	}
}

const unmatchedSentence = (pattern: string, isFollowing: boolean): string => isFollowing
	? `No file matches '${pattern}' yet; it is read when it appears.`
	: `No file matches '${pattern}'.`;

/** Names said of folders that were not entered. */
const mostNamed = 3;

function unenteredSentence(folder: string, names: readonly string[], isRecursive: boolean): string {
	const named = names.slice(0, mostNamed).join(', ');
	const inside = names.length === 1 ? `the folder ${named} inside it is not read` : `${names.length} folders inside it are not read (${named}${names.length > mostNamed ? '...' : ''})`;
	return `${folder}: ${inside}; ${isRecursive ? `of a tree no more than ${mostFolders} are read: name fewer` : 'name them too, or add --recursive'}.`;
}
