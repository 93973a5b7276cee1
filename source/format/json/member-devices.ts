import type {EventDraft} from '../../domain/event-draft.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import type {JsonLookup, JsonPaths} from './json-lookup.ts';

/** Adds what the values at the paths name, of whatever kind they are. */
export function addDevicesAt(lookup: JsonLookup, paths: JsonPaths, bytes: Uint8Array, draft: EventDraft): void {
	const present = lookup.present(paths);
	for (let index = 0; index < present.members.length; index++) {
		if (lookup.findWhole(present, index)) {
			addDevicesIn(draft, bytes, lookup.start, lookup.end);
		}
	}
}
