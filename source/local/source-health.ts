import type {SourceDescription, SourceId} from '../domain/source.ts';
import type {FormatShare, HealthNews, Recognition, SourceHealth} from '../engine/engine.ts';
import {plainTextRow} from '../format/formats.ts';
import type {Format} from '../format/format.ts';
import type {EventStore} from '../store/event-store.ts';
import type {GenerationIntake} from './generation-intake.ts';
import type {Ingest} from './ingest.ts';

/** The sources and faults that have changed since a revision, or everything without one. */
export function healthNews(ingest: Ingest, store: EventStore, sinceRevision = -Infinity): HealthNews {
	const {statuses} = ingest;
	const changed = ingest.sourcesChangedSince(sinceRevision);
	const readBytes = statuses.reduce((sum, {bytesRead}) => sum + bytesRead, 0);
	const behindBytes = statuses.reduce((sum, {state}) => sum + ('behindBytes' in state ? state.behindBytes : 0), 0);
	return {
		revision: ingest.revision,
		changedSources: sourcesHealth(ingest, changed),
		...(ingest.haveFaultsChangedSince(sinceRevision) && {faults: ingest.faults.all}),
		isCaughtUp: isCaughtUp(ingest),
		readBytes,
		totalBytes: readBytes + behindBytes,
		heldBytes: store.heldBytes,
	};
}

/** Whether every source has been read to its present end. */
export const isCaughtUp = ({hasCaughtUp, statuses}: Ingest): boolean => hasCaughtUp && statuses.every(({state}) => state.type !== 'reading');

function sourcesHealth(ingest: Ingest, sources: readonly SourceDescription[]): readonly SourceHealth[] {
	const wanted = new Set(sources.map(({id}) => id));
	const generations = Map.groupBy(ingest.generations.filter(({description}) => wanted.has(description.source)), ({description}) => description.source);
	return sources.map(({id}) => sourceHealth(ingest, id, generations.get(id) ?? []));
}

function sourceHealth(ingest: Ingest, source: SourceId, own: readonly GenerationIntake[]): SourceHealth {
	const {sources, statuses, formatSet: {formats}} = ingest;
	const status = statuses[source]!;
	return {
		...status,
		holes: own.reduce((sum, {holeCount}) => sum + holeCount, status.holes),
		...recognitionOf(own, formats),
		description: sources[source]!,
		options: ingest.optionsOf(source),
		files: own
			.map(generation => ({path: generation.description.path, generation: generation.description.ordinal, ...recognitionOf([generation], formats)}))
			.toSorted((one, other) => one.generation - other.generation),
	};
}

function recognitionOf(generations: readonly GenerationIntake[], formats: readonly Format[]): Recognition {
	const lines = formats.map((_, format) => generations.reduce((sum, {linesPerFormat}) => sum + (linesPerFormat[format] ?? 0), 0));
	const shares = sharesOf(formats, lines);
	const allLines = lines.reduce((sum, count) => sum + count, 0);
	return {
		events: generations.reduce((sum, {eventCount}) => sum + eventCount, 0),
		formats: shares,
		confidence: allLines === 0 ? 0 : shares[0]!.lines / allLines,
		unparsedLines: lines[plainTextRow]!,
	};
}

/** The leading format first. */
function sharesOf(formats: readonly Format[], lines: readonly number[]): readonly FormatShare[] {
	return lines
		.map((count, format) => ({format: formats[format]!.name, lines: count}))
		.filter(share => share.lines > 0)
		.toSorted((first, second) => second.lines - first.lines);
}
