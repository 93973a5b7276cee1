import type {EventDraft} from '../../domain/event-draft.ts';
import {resultCode} from '../../domain/result.ts';
import {digitsAt} from '../bytes/digits.ts';
import {codesOfWords} from '../vocabulary/action-words.ts';
import {resultOfAnswer} from '../vocabulary/result-words.ts';
import {type JsonLookup, jsonPaths} from './json-lookup.ts';
import {lookedUp} from './json-roles.ts';

/** MongoDB's audit log and Google's tell results as numbers: 0 where it went well. */
const databaseDeed = jsonPaths('atype');
const databaseResult = jsonPaths('result');
const cloudResult = jsonPaths('protoPayload > status > code');

/** How it ended, and what it was in the record's own word, where its message told neither. Of a record without such a word and with a user, a short message is one: `signed in`. */
export function readJsonCodes(lookup: JsonLookup, bytes: Uint8Array, hasType: boolean, draft: EventDraft): void {
	const results = lookup.present(lookedUp.result);
	for (let index = 0; index < results.members.length && draft.result === resultCode.none; index++) {
		draft.result = lookup.findPresent(results, index) ? resultOfAnswer(bytes, lookup.start, lookup.end) : resultCode.none;
	}

	if (draft.result === resultCode.none && ((lookup.find(databaseDeed) && lookup.find(databaseResult)) || lookup.find(cloudResult))) {
		draft.result = digitsAt(bytes, lookup.start, lookup.end - lookup.start) === 0 ? resultCode.success : resultCode.failure;
	}

	if (draft.action !== 0) {
		return;
	}

	if (hasType) {
		takeWords(draft, draft.type.bytes, draft.type.start, draft.type.end);
	} else if (draft.user.end > draft.user.start && lookup.find(lookedUp.message) && lookup.isAsWritten) {
		takeWords(draft, bytes, lookup.start, lookup.end);
	}
}

function takeWords(draft: EventDraft, bytes: Uint8Array, start: number, end: number): void {
	const codes = codesOfWords(bytes, start, end, draft.result);
	if (codes === undefined) {
		return;
	}

	draft.result = codes.result;
	draft.action = codes.action;
	draft.category = codes.action === 0 ? draft.category : codes.category;
}
