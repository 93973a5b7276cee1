import {categoryCode} from '../../domain/category.ts';
import type {EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {portColon} from '../vocabulary/address-port.ts';
import {afterSpaces, bytesOf, firstWord, isDash, type Run} from '../bytes/byte-text.ts';
import {addDeviceOnce, addDevicesIn} from '../vocabulary/devices.ts';
import {digitsAt} from '../bytes/digits.ts';
import {resultOfStatus} from '../vocabulary/http-status.ts';
import {verdictIn} from '../vocabulary/result-words.ts';
import {searchEffort} from '../templates/search-effort.ts';
import type {Template} from '../templates/template.ts';
import {WordTable} from '../bytes/word-table.ts';
import {firstOf, type KnownMessage, type KnownMessages} from './known-messages.ts';
import {loggedHeads, loggedMessages} from './logged-messages.ts';
import {pamMessages} from './pam-messages.ts';
import {messagesOfProgram} from './program-messages.ts';
import {nameEnd, slotFields} from './slot-fields.ts';
import {behindBrackets, WrappedMessage, wrappingHeads} from './wrapped-message.ts';

const oldPam = bytesOf('(pam_unix)');

/** Sessions that the machine opens for itself at every scheduled job are no operations of people. */
const machineServices = new WordTable<true>([['cron', true], ['crond', true], ['atd', true]]);

/** Reads what a program's message tells of people and of the network. One message at a time: its places are remembered for `fields`. */
export class MessageReader {
	#known: KnownMessage | undefined;
	/** What stood before the message and is no part of it. */
	#lead: Template | undefined;
	readonly #message = new WrappedMessage();
	#isPam = false;

	/** Of a program that writes no sentence of its own there, what any program may write is asked for. */
	#find(bytes: Uint8Array, program: Run, text: Run): void {
		this.#message.unwrap(bytes, text);
		searchEffort.begin(text.end - text.start);
		const isNamed = program.end > program.start;
		this.#isPam = this.#message.isPam || (isNamed && firstWord(bytes, oldPam, program.start, program.end) >= 0);
		const messages = this.#isPam ? pamMessages : (isNamed ? messagesOfProgram(bytes, program.start, program.end) : undefined);
		this.#known = (messages === undefined ? undefined : this.#firstMatch(messages, bytes)) ?? (this.#isPam ? undefined : this.#firstLogged(bytes));
		searchEffort.end();
	}

	#findAmong(messages: KnownMessages, bytes: Uint8Array, text: Run): void {
		this.#message.take(bytes, text);
		searchEffort.begin(text.end - text.start);
		this.#known = messages === loggedMessages ? this.#firstLogged(bytes) : this.#firstMatch(messages, bytes);
		searchEffort.end();
	}

	/** What any program may say, behind the marks that many put before it: `[auth] `, `(mod_auth.c.525) `, `<4z506z6r> `. */
	#firstLogged(bytes: Uint8Array): KnownMessage | undefined {
		this.#lead = undefined;
		const {start: from, end} = this.#message;
		for (let start = from; start >= 0; start = behindBrackets(bytes, start, end)) {
			const known = loggedHeads.mayBeginAt(bytes, start) ? firstOf(loggedMessages.byHead, bytes, start, end) : undefined;
			if (known !== undefined) {
				return known;
			}
		}

		return undefined;
	}

	#firstMatch({byHead, lead, needed}: KnownMessages, bytes: Uint8Array): KnownMessage | undefined {
		const {start, end} = this.#message;
		this.#lead = undefined;
		if (needed.length > 0 && firstWord(bytes, needed, start, end) < 0) {
			return undefined;
		}

		if (lead?.match(bytes, start, end) !== true) {
			return firstOf(byHead, bytes, start, end);
		}

		this.#lead = lead;
		return firstOf(byHead, bytes, lead.starts[lead.slot('tail')]!, end);
	}

	/** A session that somebody opened as somebody else is the opener's doing. */
	#readUser(known: KnownMessage, bytes: Uint8Array, draft: EventDraft): void {
		const {template, user, sessionUser, by} = known;
		const slot = this.#openerLength(known, bytes) > 0 ? by : Math.max(user, sessionUser);
		if (slot >= 0) {
			draft.user.set(bytes, template.starts[slot]!, nameEnd(bytes, template.starts[slot]!, template.ends[slot]!));
		}
	}

	#openerLength({template, by}: KnownMessage, bytes: Uint8Array): number {
		return by < 0 ? 0 : nameEnd(bytes, template.starts[by]!, template.ends[by]!) - template.starts[by]!;
	}

	/** Where it came from and where it went; of what the network tells, whatever else is named too. */
	#readDevices({template, sourceAddress, targetAddress, more, category}: KnownMessage, bytes: Uint8Array, draft: EventDraft): void {
		if (sourceAddress >= 0) {
			addAddress(draft, bytes, template.starts[sourceAddress]!, template.ends[sourceAddress]!);
		}

		if (targetAddress >= 0) {
			addAddress(draft, bytes, template.starts[targetAddress]!, template.ends[targetAddress]!);
		}

		if (more >= 0) {
			addDevicesIn(draft, bytes, template.starts[more]!, template.ends[more]!);
		}

		if (category === categoryCode.network) {
			addDevicesIn(draft, bytes, this.#message.start, this.#message.end);
		}
	}

	#give(bytes: Uint8Array, isMachine: boolean, draft: EventDraft): boolean {
		const known = this.#known;
		if (known === undefined) {
			return false;
		}

		draft.action = known.action;
		draft.category = isMachine ? categoryCode.system : known.category;
		draft.result = resultOf(known, bytes);
		this.#readUser(known, bytes, draft);
		this.#readDevices(known, bytes, draft);
		return true;
	}

	#named(bytes: Uint8Array): Field[] {
		if (this.#known === undefined) {
			return [];
		}

		const hasOpener = this.#openerLength(this.#known, bytes) > 0;
		return [...this.#lead === undefined ? [] : slotFields(this.#lead, bytes, hasOpener), ...slotFields(this.#known.template, bytes, hasOpener)];
	}

	/** Whether the message read last is one we know. */
	get isKnown(): boolean {
		return this.#known !== undefined;
	}

	/** Where pairs lie in the message read last that tell more of it; undefined where there are none. */
	get pairs(): Run | undefined {
		const {template, pairs} = this.#known ?? {pairs: -1};
		return template === undefined || pairs < 0 ? undefined : {start: template.starts[pairs]!, end: template.ends[pairs]!};
	}

	/** Whether a number of the message read last says how it ended, as HTTP's do. */
	get isToldByNumber(): boolean {
		return this.#known !== undefined && this.#known.status >= 0;
	}

	/** Fills the columns that the message knows; whether it was one we know. */
	read(bytes: Uint8Array, program: Run, text: Run, draft: EventDraft): boolean {
		this.#find(bytes, program, text);
		return this.#give(bytes, this.#isPam && machineServices.find(bytes, program.start, program.end) === true, draft);
	}

	/** The same of a line that names no program, and may hold one of these messages. */
	readAmong(messages: KnownMessages, bytes: Uint8Array, text: Run, draft: EventDraft): boolean {
		this.#findAmong(messages, bytes, text);
		return this.#give(bytes, false, draft);
	}

	/** Everything the message names. */
	fields(bytes: Uint8Array, program: Run, text: Run): Field[] {
		this.#find(bytes, program, text);
		const {repeatedStart, repeatedEnd} = this.#message;
		const repeated = repeatedEnd > repeatedStart ? [{name: 'repeated', value: decodeForeign(bytes, repeatedStart, repeatedEnd)}] : [];
		return [...this.#named(bytes), ...repeated];
	}

	/** The same of a line that names no program. */
	fieldsAmong(messages: KnownMessages, bytes: Uint8Array, text: Run): Field[] {
		this.#findAmong(messages, bytes, text);
		return this.#named(bytes);
	}
}

/** Whether what lies there may be a message that is known whichever program writes it. Its first bytes turn most away before more is asked of them. */
export const canBeLogged = (bytes: Uint8Array, start: number): boolean => loggedHeads.mayBeginAt(bytes, start) || wrappingHeads.mayBeginAt(bytes, start);

/** An address, its port left off. Where none is found, as of a name, it is taken as it is. */
function addAddress(draft: EventDraft, bytes: Uint8Array, start: number, end: number): void {
	const from = afterSpaces(bytes, start, end);
	const {deviceCount} = draft;
	addDevicesIn(draft, bytes, from, end);
	if (draft.deviceCount === deviceCount && portColon(bytes, from, end) < 0 && !isDash(bytes, from, end)) {
		addDeviceOnce(draft, bytes, from, end);
	}
}

/** The result that a row always has, or the one that the message tells. */
function resultOf({template, result, verdict, status}: KnownMessage, bytes: Uint8Array): number {
	if (status >= 0) {
		return resultOfStatus(digitsAt(bytes, template.starts[status]!, template.ends[status]! - template.starts[status]!));
	}

	return verdict < 0 ? result : verdictIn(bytes, template.starts[verdict]!, template.ends[verdict]!);
}
