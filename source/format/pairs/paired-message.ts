import {actionCode} from '../../domain/actions.ts';
import type {EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import type {Foreign} from '../../domain/foreign.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {resultCode} from '../../domain/result.ts';
import type {Run} from '../bytes/byte-text.ts';
import {PairList} from '../bytes/pair-list.ts';
import {loggedMessages} from '../messages/logged-messages.ts';
import {MessageReader} from '../messages/message-reader.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import {findPairs} from './find-pairs.ts';
import {roleKeys} from './pair-roles.ts';
import {ToldPairs} from './told-pairs.ts';

/**
What a message tells in pairs, whoever wrote it: `user=ann src=10.1.1.5 action="deny"`, `UserName=ann, IpAddress=10.1.1.5`. Firewalls and appliances of all
makers write them. For messages of which no sentence is known.
*/
export class PairedMessage {
	readonly #pairs = new PairList();
	readonly #told = new ToldPairs();
	readonly #sentence = new MessageReader();
	readonly #text = {start: 0, end: 0};

	/** Turns to the sentence that a pair holds; whether there is one. */
	#turnToText(): boolean {
		const pair = this.#pairs.findFilled(roleKeys.text);
		this.#text.start = pair < 0 ? 0 : this.#pairs.starts[pair]!;
		this.#text.end = pair < 0 ? 0 : this.#pairs.ends[pair]!;
		return pair >= 0;
	}

	#turnTo(bytes: Uint8Array, text: Run): boolean {
		findPairs(this.#pairs, bytes, text);
		if (this.#pairs.count > 0) {
			this.#told.read(this.#pairs, bytes, text.start);
		}

		return this.#pairs.count > 0;
	}

	/** What happened is told by a sentence that is known before it is by the names of pairs. */
	#readCodes(bytes: Uint8Array, draft: EventDraft): void {
		const isKnown = this.#turnToText() && this.#sentence.readAmong(loggedMessages, bytes, this.#text, draft) && draft.action > 0;
		const {result} = draft;
		this.#told.giveTo(draft, this.#pairs, bytes);
		if (isKnown) {
			draft.result = result || draft.result;
		} else {
			const codes = this.#told.codes(this.#pairs, bytes, draft.result);
			draft.action = codes?.action ?? 0;
			draft.category = codes?.category ?? 0;
			draft.result ||= draft.action === failedLogin ? resultCode.failure : resultCode.none;
		}
	}

	/** Fills the columns that pairs tell; whether they tell what happened. */
	read(bytes: Uint8Array, text: Run, draft: EventDraft): boolean {
		if (this.#turnTo(bytes, text)) {
			this.#readCodes(bytes, draft);
			addDevicesIn(draft, bytes, text.start, text.end);
		}

		return draft.action > 0;
	}

	/** Adds who and where to what a sentence before the pairs told. */
	add(bytes: Uint8Array, text: Run, draft: EventDraft): void {
		if (!this.#turnTo(bytes, text)) {
			return;
		}

		const {action, category, result} = draft;
		if (this.#turnToText()) {
			this.#sentence.readAmong(loggedMessages, bytes, this.#text, draft);
			Object.assign(draft, {action, category});
		}

		this.#told.giveTo(draft, this.#pairs, bytes);
		draft.result = result || draft.result;
		addDevicesIn(draft, bytes, text.start, text.end);
	}

	/** How grave a pair says that it was, in its own word. */
	severityWord(bytes: Uint8Array, text: Run): Foreign | undefined {
		const pair = this.#turnTo(bytes, text) ? this.#told.severity : -1;
		return pair < 0 ? undefined : decodeForeign(bytes, this.#pairs.starts[pair], this.#pairs.ends[pair]);
	}

	/** Everything that the pairs name. */
	fields(bytes: Uint8Array, text: Run): Field[] {
		if (!this.#turnTo(bytes, text)) {
			return [];
		}

		const own = this.#told.fields(this.#pairs, bytes, text.start);
		const sentence = this.#turnToText() ? this.#sentence.fieldsAmong(loggedMessages, bytes, this.#text) : [];
		return [...own, ...sentence.filter(({name}) => own.every(field => field.name !== name))];
	}
}

const failedLogin = actionCode('login-failed');
