import type {Fault} from '../domain/fault.ts';
import type {Hole} from '../domain/hole.ts';
import type {GenerationDescription, GenerationId, SourceDescription, SourceId, SourceStatus} from '../domain/source.ts';
import {isSourceNamed} from '../domain/source-pattern.ts';
import type {OpenRequest, SourceOptions} from '../engine/engine.ts';
import type {FollowSink} from '../follow/follow-port.ts';
import type {Format, Intake, IntakeSink} from '../format/format.ts';
import {openIntake} from '../format/intake/intake.ts';
import {LineMemory} from '../format/line-memory/line-memory.ts';
import {formatsByPath} from '../format/user-formats/formats-by-path.ts';
import {type FormatSet, readFormatSet} from '../format/user-formats/user-formats.ts';
import {unlistedValue} from '../query/coded-columns.ts';
import type {EventStore} from '../store/event-store.ts';
import {FaultBoard} from './fault-board.ts';
import {GenerationIntake} from './generation-intake.ts';

export type IngestOptions = {
	readonly store: EventStore;
	readonly request: OpenRequest;
	/** Called before an event changes that may already have been shown. */
	readonly beforeChange: (row: number) => void;
	/** Called after anything that could change an answer. */
	readonly onChange: () => void;
};

/** Takes everything that following delivers into the store, and keeps what is known about sources and generations. */
export class Ingest implements FollowSink {
	readonly #options: IngestOptions;
	readonly #lateOptions = new Map<string, SourceOptions>();
	/** By table of formats: what a line is hangs on who was asked. */
	readonly #memories = new Map<readonly Format[], LineMemory>();
	readonly #formatsAt: (path: SourceDescription['path']) => readonly Format[];
	readonly #toldColumns = new Set<string>();
	#healthChanges = 0;
	#faultsRevision = 0;
	/** The revision at which each source changed last. */
	readonly #sourceRevisions: number[] = [];
	readonly sources: SourceDescription[] = [];
	readonly statuses: SourceStatus[] = [];
	readonly generations: GenerationIntake[] = [];
	readonly faults = new FaultBoard();
	readonly formatSet: FormatSet;
	/** Whether every source has been read to the end it had then. */
	hasCaughtUp = false;

	constructor(options: IngestOptions) {
		this.#options = options;
		this.formatSet = readFormatSet(options.request);
		this.#formatsAt = formatsByPath(this.formatSet.formats);
		this.#tellFormatTroubles();
	}

	#tellFormatTroubles(): void {
		const {layoutTroubles, refused, incomplete} = this.formatSet;
		for (const [type, sentences] of [['layout-refused', layoutTroubles], ['format-refused', refused], ['format-incomplete', incomplete]] as const) {
			for (const sentence of sentences) {
				this.faults.add({type, source: undefined, subject: undefined, sentence});
			}
		}
	}

	#openGeneration(description: GenerationDescription): GenerationIntake {
		const {store, beforeChange} = this.#options;
		const {source} = description;
		return new GenerationIntake(description, {
			store,
			beforeChange,
			fault: (type, sentence) => {
				this.fault({type, source, subject: description.path, sentence});
			},
			openIntake: sink => this.#openIntake(description, sink),
		});
	}

	#openIntake({source, modifiedMs}: GenerationDescription, sink: IntakeSink): Intake {
		const {zone, clockOffsetMs = 0, yearHint, format} = this.optionsOf(source);
		const hints = {zone, clockOffsetMs, yearHint, modifiedMs};
		const {layouts} = this.formatSet;
		const formats = this.#formatsAt(this.sources[source]!.path);
		const memory = this.#memories.get(formats) ?? new LineMemory();
		this.#memories.set(formats, memory);
		return openIntake(hints, {formats, layouts, memory, ...(format !== undefined && {override: format})}, sink);
	}

	#healthChanged(): void {
		this.#healthChanges++;
		this.#options.onChange();
	}

	#sourceChanged(source: SourceId): void {
		this.#healthChanges++;
		this.#sourceRevisions[source] = this.revision;
		this.#options.onChange();
	}

	#generationChanged(generation: GenerationId): void {
		this.#tellFullColumns();
		this.#sourceChanged(this.generations[generation]!.description.source);
	}

	/** Reported once per column. */
	#tellFullColumns(): void {
		for (const name of this.#options.store.fullColumns) {
			if (this.#toldColumns.has(name)) {
				continue;
			}

			const sentence = `There are too many different ${name} to tell apart: further ones are counted as ${unlistedValue}, and a search still finds each`;
			this.fault({type: 'too-many-values', source: undefined, subject: undefined, sentence});
			this.#toldColumns.add(name);
		}
	}

	/** The options of a file that was not named at the start. */
	readSo(path: string, options: SourceOptions): void {
		this.#lateOptions.set(path, options);
	}

	/** The options that the source's records are read with. */
	optionsOf(source: SourceId): SourceOptions {
		const {options, perSource = []} = this.#options.request;
		const {path} = this.sources[source]!;
		return Object.assign({}, options, ...perSource.filter(({pattern}) => isSourceNamed(pattern, path)).map(own => own.options), this.#lateOptions.get(path)) as SourceOptions;
	}

	/** Changes whenever an answer could change, even without an event, as when a log becomes unreadable. */
	get revision(): number {
		return this.#options.store.revision + this.#healthChanges;
	}

	/** The sources that changed after a revision, by number. */
	sourcesChangedSince(revision: number): readonly SourceDescription[] {
		return this.sources.filter(({id}) => this.#sourceRevisions[id]! > revision);
	}

	haveFaultsChangedSince(revision: number): boolean {
		return this.#faultsRevision > revision;
	}

	source(description: SourceDescription): void {
		this.sources[description.id] = description;
		this.statuses[description.id] = {source: description.id, state: {type: 'live'}, generations: 0, bytesRead: 0, holes: 0, notices: []};
		this.#sourceChanged(description.id);
	}

	generation(description: GenerationDescription): void {
		this.#options.store.addGeneration(description.id, description.source, description.modifiedMs * 1000);
		this.generations[description.id] = this.#openGeneration(description);
		this.#sourceChanged(description.source);
	}

	lines(generation: GenerationId, offsetBytes: number, bytes: Uint8Array, isLate: boolean): void {
		this.generations[generation]!.lines(bytes, offsetBytes, isLate);
		this.#generationChanged(generation);
	}

	ahead(generation: GenerationId, offsetBytes: number, bytes: Uint8Array, head: Uint8Array): void {
		this.generations[generation]!.ahead(bytes, offsetBytes, head);
		this.#generationChanged(generation);
	}

	aheadGone(generation: GenerationId): void {
		this.generations[generation]!.aheadGone();
		this.#generationChanged(generation);
	}

	provisional(generation: GenerationId, offsetBytes: number, bytes: Uint8Array): boolean {
		const isOver = this.generations[generation]!.provisional(bytes, offsetBytes);
		this.#generationChanged(generation);
		return isOver;
	}

	generationEnded(generation: GenerationId, offsetBytes: number, rest: Uint8Array): void {
		this.generations[generation]!.end(rest, offsetBytes);
		this.#generationChanged(generation);
	}

	hole({source, afterGeneration, fromMs, toMs, reason}: Hole): void {
		const neighbourMs = afterGeneration === undefined ? undefined : this.generations[afterGeneration]?.description.modifiedMs;
		const micros = (fromMs ?? toMs ?? neighbourMs ?? Date.now()) * 1000;
		this.#options.store.appendGap({source, afterGeneration, micros, sentence: reason});
		this.#options.onChange();
	}

	status(status: SourceStatus): void {
		this.statuses[status.source] = status;
		this.#sourceChanged(status.source);
	}

	fault(fault: Fault): void {
		this.faults.add(fault);
		this.#healthChanged();
		this.#faultsRevision = this.revision;
	}

	caughtUp(): void {
		this.hasCaughtUp = true;
		this.#healthChanged();
	}
}
