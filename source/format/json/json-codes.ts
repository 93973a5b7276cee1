import type {EventDraft} from '../../domain/event-draft.ts';
import {resultCode} from '../../domain/result.ts';
import {controllerDeeds} from '../alerts/controller-deeds.ts';
import {digitsAt} from '../bytes/digits.ts';
import {codesOf} from '../vocabulary/action-codes.ts';
import {codesOfWords} from '../vocabulary/action-words.ts';
import {resultOfAnswer} from '../vocabulary/result-words.ts';
import {codesOfMethod} from './called-methods.ts';
import {type JsonLookup, jsonPath, jsonPaths} from './json-lookup.ts';
import {lookedUp} from './json-roles.ts';

/** MongoDB's audit log and Google's tell results as numbers: 0 where it went well. */
const databaseDeed = jsonPaths('atype');
const databaseResult = jsonPaths('result');
const cloudResult = jsonPaths('protoPayload > status > code');
const cloudStatus = jsonPath('protoPayload > status');
const cloudGrant = jsonPaths('protoPayload > authorizationInfo > granted');
const cloudMethod = jsonPaths('protoPayload > methodName');

/** What went wrong, in words; that it was refused is a result. */
const trouble = jsonPaths('error');

/** How it ended, and what it was in the record's own word, where its message told neither. Of a record without such a word and with a user, a short message is one: `signed in`. */
export function readJsonCodes(lookup: JsonLookup, bytes: Uint8Array, hasType: boolean, draft: EventDraft): void {
	const results = lookup.present(lookedUp.result);
	for (let index = 0; index < results.members.length && draft.result === resultCode.none; index++) {
		draft.result = lookup.findPresent(results, index) ? resultOfAnswer(bytes, lookup.start, lookup.end) : resultCode.none;
	}

	if (draft.result === resultCode.none && ((lookup.find(databaseDeed) && lookup.find(databaseResult)) || lookup.find(cloudResult))) {
		draft.result = digitsAt(bytes, lookup.start, lookup.end - lookup.start) === 0 ? resultCode.success : resultCode.failure;
	}

	if (draft.result === resultCode.none && (lookup.find(cloudGrant) || lookup.has(cloudStatus))) {
		draft.result = lookup.find(cloudGrant) ? resultOfAnswer(bytes, lookup.start, lookup.end) : resultCode.success;
	}

	if (hasType && draft.result === resultCode.none && lookup.find(trouble)) {
		draft.result = codesOfWords(bytes, lookup.start, lookup.end, resultCode.none)?.result ?? resultCode.none;
	}

	if (draft.action === 0) {
		readDeed(lookup, bytes, hasType, draft);
	}

	if (draft.action === 0 && lookup.find(lookedUp.alert)) {
		Object.assign(draft, (lookup.find(lookedUp.alertKind) ? controllerDeeds.find(bytes, lookup.start, lookup.end) : undefined) ?? raised);
	}
}

const raised = codesOf('alert-raised');

/** A word of the source's own that is none of ours leaves it to the message. */
function readDeed(lookup: JsonLookup, bytes: Uint8Array, hasType: boolean, draft: EventDraft): void {
	if (hasType) {
		takeWords(draft, draft.type.bytes, draft.type.start, draft.type.end);
	}

	if (draft.action === 0 && draft.user.end > draft.user.start && lookup.find(lookedUp.message) && lookup.isAsWritten) {
		takeWords(draft, bytes, lookup.start, lookup.end);
	}

	if (draft.action === 0 && lookup.find(cloudMethod)) {
		Object.assign(draft, codesOfMethod(bytes, lookup.start, lookup.end));
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
