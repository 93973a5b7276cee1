import {hashOf} from '../bytes/word-table.ts';
import type {JsonLookup, JsonPaths} from './json-lookup.ts';

/** 52 bits over the values that join records to one event; 0 where the first of them is missing. */
export function joiningKey(lookup: JsonLookup, joinedBy: JsonPaths, bytes: Uint8Array): number {
	if (!lookup.findAt(joinedBy.all[0]!)) {
		return 0;
	}

	let key = 0;
	const present = lookup.present(joinedBy);
	for (let index = 0; index < present.members.length; index++) {
		if (!lookup.findPresent(present, index)) {
			continue;
		}

		const {start, end} = lookup;
		const hash = hashOf(bytes, start, end) >>> 0;
		const half = hashOf(bytes, Math.floor((start + end) / 2), end) >>> 12;
		key = ((key * 31) + hash + (half * 4_294_967_296)) % Number.MAX_SAFE_INTEGER;
	}

	return key;
}
