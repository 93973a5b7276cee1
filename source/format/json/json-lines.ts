import {ByteRun, type EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import type {Foreign} from '../../domain/foreign.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {ascii, latinText} from '../bytes/byte-text.ts';
import {signInCodes} from '../vocabulary/action-codes.ts';
import {addressAndPort} from '../vocabulary/address-port.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import {readAnyTime} from '../time/find-time.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {commonFieldName} from '../vocabulary/common-fields.ts';
import type {FreeNumberRuns} from '../line-memory/free-numbers.ts';
import {jsonKey} from '../bytes/key-names.ts';
import {LineTime} from '../line-memory/line-time.ts';
import {canBeLogged, MessageReader} from '../messages/message-reader.ts';
import {Stamp} from '../time/stamp.ts';
import {readEpochTime} from '../time/time-epoch.ts';
import {readIsoTime} from '../time/time-iso.ts';
import {TimeMembers} from '../time/time-members.ts';
import {readJsonCodes} from './json-codes.ts';
import {jsonFields} from './json-fields.ts';
import {JsonLookup} from './json-lookup.ts';
import {addDevicesAt} from './member-devices.ts';
import type {JsonMembers} from './json-members.ts';
import {isSpaceByte, jsonKinds} from './json-values.ts';
import {listKeys} from './json-lists.ts';
import {ratedSeverity} from './rated-severity.ts';
import {fieldOfRole, lookedUp} from './json-roles.ts';

/** Any JSON objects: the columns come from the names that loggers commonly use. */
export const jsonLines: Format = {
	name: 'json-lines',
	title: 'JSON Lines',
	framing: 'json',
	isGeneric: true,
	open: kit => new JsonLinesReader(kit),
};

/** Windows' go to 65535. */
const longestEventNumber = 5;

const pageKeys = listKeys.map(name => jsonKey(name));

class JsonLinesReader implements FormatReader {
	readonly #json: JsonMembers;
	readonly #stamp: Stamp;
	readonly #lookup: JsonLookup;
	readonly #times: TimeMembers;
	readonly #messages = new MessageReader();
	readonly #program = new ByteRun();
	readonly #text = new ByteRun();
	readonly time: LineTime;

	constructor({hints, json}: ReaderKit) {
		this.#json = json;
		this.#lookup = new JsonLookup(json);
		this.#times = new TimeMembers(json);
		this.#stamp = new Stamp(hints);
		this.time = new LineTime(this.#stamp, readIsoTime, {freeRuns: () => this.#freeRuns()});
	}

	#readColumns(bytes: Uint8Array, draft: EventDraft): void {
		const lookup = this.#lookup;
		draft.severity = lookup.find(lookedUp.severity) ? ratedSeverity(lookup, bytes) : 0;
		const hasType = lookup.find(lookedUp.type) || (lookup.find(lookedUp.eventNumber) && lookup.end - lookup.start <= longestEventNumber);
		if (hasType) {
			lookup.giveTo(draft.type);
		}

		const hasMessage = lookup.find(lookedUp.message);
		const {start, end} = lookup;
		if (hasMessage && this.#mayTell(bytes)) {
			this.#takeMessage();
			this.#readMessage(draft);
		}

		if (lookup.find(lookedUp.user) && !isDash(bytes, lookup)) {
			lookup.giveTo(draft.user);
		}

		readJsonCodes(lookup, bytes, hasType, draft);
		this.#readSubject(draft);

		if (lookup.find(lookedUp.host)) {
			lookup.giveTo(draft.host);
		}

		addDevicesAt(lookup, lookedUp.device, bytes, draft);

		if (hasMessage) {
			addDevicesIn(draft, bytes, start, end);
		}
	}

	/** MongoDB names who signs in as it names whom an administrator made. */
	#readSubject(draft: EventDraft): void {
		const isNamed = draft.user.end > draft.user.start;
		if (!isNamed && signInCodes.has(draft.action) && this.#lookup.find(lookedUp.subject)) {
			this.#lookup.giveTo(draft.user);
		}
	}

	/** Whether the message, which was found last, is worth taking: a program's own may begin like anything, and with an escape its first bytes may not be those that it says. */
	#mayTell(bytes: Uint8Array): boolean {
		const lookup = this.#lookup;
		return !lookup.isAsWritten || lookup.present(lookedUp.program).members.length > 0 || canBeLogged(bytes, lookup.start);
	}

	/** The members that no column is told by; and the message, where it says just what is written. */
	#freeRuns(): FreeNumberRuns {
		const lookup = this.#lookup;
		const json = this.#json;
		const read = new Set(Object.values(lookedUp).flatMap(paths => lookup.held(paths)));
		const values = Array.from({length: json.count}, (_, member) => ({member, start: json.starts[member]!, end: json.ends[member]!})).filter(({member}) => !read.has(member));
		return {texts: lookup.find(lookedUp.message) && lookup.isAsWritten ? [{start: lookup.start, end: lookup.end}] : [], values};
	}

	/** Takes the message, which was found last, and the program that wrote it. Escapes are undone. */
	#takeMessage(): void {
		const lookup = this.#lookup;
		this.#program.clear();
		lookup.giveTo(this.#text);
		if (lookup.find(lookedUp.program)) {
			lookup.giveTo(this.#program);
		}

		// Both lie in one buffer, or the message is compared as of no program.
		if (this.#program.bytes !== this.#text.bytes) {
			this.#program.clear();
		}
	}

	#readMessage(draft: EventDraft): void {
		if (this.#messages.read(this.#text.bytes, this.#program, this.#text, draft) && this.#messages.isToldByNumber) {
			this.time.forget();
		}
	}

	/** What its message names. */
	#messageFields(bytes: Uint8Array): Field[] {
		const lookup = this.#lookup;
		if (!lookup.open(bytes, 0, bytes.length) || !lookup.find(lookedUp.message)) {
			return [];
		}

		this.#takeMessage();
		return this.#messages.fields(this.#text.bytes, this.#program, this.#text);
	}

	/** Whether one of the members that are named like a time is one. */
	#findTime(bytes: Uint8Array): boolean {
		const {starts, ends} = this.#json;
		return this.#times.in(bytes).some(member => readAnyTime(bytes, starts[member]!, ends[member]!, this.#stamp) || readEpochTime(bytes, starts[member]!, ends[member]!, this.#stamp));
	}

	/** Some loggers split the instant into seconds and the nanoseconds within. */
	#readTime(bytes: Uint8Array): void {
		const lookup = this.#lookup;
		const stamp = this.#stamp;
		stamp.micros = NaN;
		if (readAnyTime(bytes, lookup.start, lookup.end, stamp)) {
			this.time.take(lookup.start, stamp.end);
		} else if (readEpochTime(bytes, lookup.start, lookup.end, stamp) && stamp.digits === 0 && lookup.find(lookedUp.nanos)) {
			stamp.addNanos(Number(latinText(bytes, lookup.start, lookup.end)));
		}
	}

	/** A page holds a list of records; it is no record itself. */
	#isPage(bytes: Uint8Array): boolean {
		for (const key of pageKeys) {
			const list = this.#json.find(key);
			if (list >= 0 && this.#json.kinds[list] === jsonKinds.array && hasObjectFirst(bytes, this.#json.starts[list]! + 1)) {
				return true;
			}
		}

		return false;
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		if (!this.#lookup.open(bytes, start, end)) {
			return false;
		}

		const hasTime = this.#lookup.find(lookedUp.time);
		if (!hasTime && this.#isPage(bytes)) {
			return false;
		}

		this.time.forget();
		if (hasTime) {
			this.#readTime(bytes);
			this.#stamp.giveTo(draft);
		} else if (this.#findTime(bytes)) {
			this.#stamp.giveTo(draft);
		} else if (this.#lookup.find(lookedUp.innerTime)) {
			this.#readTime(bytes);
			this.#stamp.giveTo(draft);
		}

		this.#readColumns(bytes, draft);
		return true;
	}

	describe(bytes: Uint8Array): RecordFacts {
		const fields = jsonFields(bytes, 0, bytes.length);
		const message = fieldOfRole(fields, 'message');
		const hasActor = fields.some(({name}) => name === 'actor');
		const own = fields.filter(field => field !== message).flatMap(({name, value}) => addressAndPort({name: hasActor ? nameBesideActor(name) ?? commonFieldName(name, value) : commonFieldName(name, value), value}));
		return {
			message: message === undefined ? decodeForeign(bytes) : message.value.trimEnd() as Foreign,
			severityWord: fieldOfRole(fields, 'severity')?.value,
			fields: [...own, ...this.#messageFields(bytes).filter(({name}) => own.every(field => field.name !== name))],
		};
	}
}

/** Where a record tells who acted, its user is to whom it was done. */
const nameBesideActor = (name: string): string | undefined => ({actor: 'user', user: 'targetUser'})[name];

/** A dash or two stand for nobody. */
function isDash(bytes: Uint8Array, {start, end}: {readonly start: number; readonly end: number}): boolean {
	return bytes[start] === ascii.minus && (end === start + 1 || (end === start + 2 && bytes[start + 1] === ascii.minus));
}

function hasObjectFirst(bytes: Uint8Array, start: number): boolean {
	let at = start;
	while (isSpaceByte(bytes[at]!)) {
		at++;
	}

	return bytes[at] === ascii.openBrace;
}
