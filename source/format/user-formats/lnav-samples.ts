import {EventDraft} from '../../domain/event-draft.ts';
import {bytesOf} from '../bytes/byte-text.ts';
import type {Format} from '../format.ts';
import {JsonMembers} from '../json/json-members.ts';
import {EntryFields} from '../journald/entry-fields.ts';
import type {Definition} from './lnav-definition.ts';
import {severityOfLevel} from './lnav-levels.ts';

/** Samples are read as if their source's last record were of this time. */
const hints = {zone: undefined, clockOffsetMs: 0, yearHint: undefined, modifiedMs: Date.UTC(2026, 0)};

/** A format, and the lines that its definition has as samples of it. */
export type SampledFormat = {readonly format: Format; readonly sample: Definition['sample']};

/** Formats in the order in which they are to be asked: one that takes samples of many others comes behind them. */
export function orderedBySamples(sampled: readonly SampledFormat[]): Format[] {
	const weights = new Map(sampled.map(({format}) => [format, othersTaken(format, sampled)]));
	return sampled.map(({format}) => format).toSorted((one, other) => weights.get(one)! - weights.get(other)!);
}

/** How many other formats have a sample that the format takes. Those in JSON compete by their names. */
function othersTaken(format: Format, sampled: readonly SampledFormat[]): number {
	if (format.framing === 'json') {
		return 0;
	}

	const read = sampleReader(format);
	return sampled.filter(other => other.format !== format && other.sample.some(({line}) => read(line) !== undefined)).length;
}

/** Reads samples: the columns of a line, if it is of the format. */
function sampleReader(format: Format): (line: string) => EventDraft | undefined {
	const reader = format.open({hints, json: new JsonMembers(), entry: new EntryFields(), layouts: []});
	const draft = new EventDraft();
	return line => {
		// The lines below the first belong to the record without being looked at.
		const bytes = bytesOf(line.split('\n', 1)[0]!);
		draft.clear();
		return reader.read(bytes, 0, bytes.length, draft) ? draft : undefined;
	};
}

/** Reads the samples that a definition brings along: why it does not read them as it says it does, if so. */
export function checkSamples(format: Format, hasLevels: boolean, {sample}: Definition): string | undefined {
	const read = sampleReader(format);
	for (const [index, {line, level}] of sample.entries()) {
		const draft = read(line);
		if (draft === undefined) {
			return format.framing === 'json' ? `its sample ${index + 1} has no time where it says` : `its sample ${index + 1} fits none of its patterns`;
		}

		if (level !== undefined && hasLevels && draft.severity !== severityOfLevel(level)) {
			return `its sample ${index + 1} does not have the level '${level}'`;
		}
	}

	return undefined;
}
