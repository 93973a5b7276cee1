import {EventDraft} from '../../domain/event-draft.ts';
import {bytesOf} from '../bytes/byte-text.ts';
import type {Format} from '../format.ts';
import {JsonMembers} from '../json/json-members.ts';
import {EntryFields} from '../journald/entry-fields.ts';
import type {Definition} from './lnav-definition.ts';
import {severityOfLevel} from './lnav-levels.ts';

/** Samples are read as if their source's last record were of this time. */
const hints = {zone: undefined, clockOffsetMs: 0, yearHint: undefined, modifiedMs: Date.UTC(2026, 0)};

/** Reads the samples that a definition brings along: why it does not read them as it says it does, if so. */
export function checkSamples(format: Format, hasLevels: boolean, {sample}: Definition): string | undefined {
	const reader = format.open({hints, json: new JsonMembers(), entry: new EntryFields(), layouts: []});
	const draft = new EventDraft();
	for (const [index, {line, level}] of sample.entries()) {
		// The lines below the first belong to the record without being looked at.
		const bytes = bytesOf(line.split('\n', 1)[0]!);
		draft.clear();
		if (!reader.read(bytes, 0, bytes.length, draft)) {
			return format.framing === 'json' ? `its sample ${index + 1} has no time where it says` : `its sample ${index + 1} fits none of its patterns`;
		}

		if (level !== undefined && hasLevels && draft.severity !== severityOfLevel(level)) {
			return `its sample ${index + 1} does not have the level '${level}'`;
		}
	}

	return undefined;
}
