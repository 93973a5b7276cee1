import {categoryCode, type Category} from '../../domain/category.ts';
import {EventDraft} from '../../domain/event-draft.ts';
import {eachOnce, type Field} from '../../domain/field.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {type Codes, signInCodes} from '../vocabulary/action-codes.ts';
import {addressAndPort} from '../vocabulary/address-port.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import {readCloudTime} from '../time/find-time.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {ascii} from '../bytes/byte-text.ts';
import type {FreeNumberRuns} from '../line-memory/free-numbers.ts';
import {LineTime} from '../line-memory/line-time.ts';
import {Stamp, type TimeReader} from '../time/stamp.ts';
import {readEpochTime} from '../time/time-epoch.ts';
import {hashOf, WordTable} from '../bytes/word-table.ts';
import {hasOneOf, type KeyLists, keyLists} from './json-candidates.ts';
import {fieldsOfObjects} from './json-fields.ts';
import {JsonLookup, type JsonPaths} from './json-lookup.ts';
import type {JsonMembers} from './json-members.ts';
import {unreadRuns} from './unread-members.ts';

/** What a source's own word is in our tables, by the bytes of the word. */
export type CodeOf = (bytes: Uint8Array, start: number, end: number) => number;

/** What it was, and how it ended where that goes with it. */
export type ToldCodes = Codes & {readonly result?: number};

/** A JSON format as data: which records are its own, and where they keep what the columns need. */
export type JsonMapping = {
	readonly name: string;
	readonly title: string;
	readonly members: NonNullable<Format['members']>;
	/** Whether a record with these members is one of this format's, where having them does not say it. */
	isOwn?(lookup: JsonLookup, bytes: Uint8Array): boolean;
	readonly time: JsonPaths;
	readonly user: JsonPaths;
	/** What stands there in place of a name where nobody is known; a dash always does. */
	readonly nobodies?: readonly string[];
	/** Who signed in or out, where such a record names others too. */
	readonly userOfLogin?: JsonPaths;
	readonly host: JsonPaths;
	/** Each of these may name a device. */
	readonly devices: JsonPaths;
	readonly severity: JsonPaths;
	readonly result: JsonPaths;
	/** Where it hangs on the record which of its members tell how it ended. */
	resultsIn?(lookup: JsonLookup): JsonPaths;
	readonly action: JsonPaths;
	/** The source's own word for what happened, where that is not what `action` finds. */
	readonly type?: JsonPaths;
	readonly severityOf: CodeOf;
	readonly resultOf: CodeOf;
	/** The column codes of an action, given the source's word for it and the result. */
	codesOf(bytes: Uint8Array, start: number, end: number, result: number): Codes;
	/** The same, where what the record has says more than any one word; undefined leaves it to the word. */
	codesIn?(lookup: JsonLookup, bytes: Uint8Array, result: number): ToldCodes | undefined;
	readonly defaultCategory: Category;
	/** The message is the first of these fields; the record's own text where it has none. */
	readonly message: readonly string[];
	/** Own names, as dotted paths, for what other formats tell too. */
	readonly fieldNames: ReadonlyArray<readonly [own: string, ours: string]>;
	/** Records that agree in all of these are one event (the start and the end of an operation); one without the first belongs to none. */
	readonly joinedBy?: JsonPaths;
	/** The stage of the operation that the word for its result means; the last one tells the most. */
	readonly stageOf?: CodeOf;
};

export function mappedFormat(mapping: JsonMapping): Format {
	return {name: mapping.name, title: mapping.title, members: mapping.members, framing: 'json', open: kit => new MappedReader(mapping, kit)};
}

/** As a number, the time is one since 1970; as text in one of the spellings of clouds. The quote before a text is part of its record. */
const readMemberTime: TimeReader = (bytes, start, end, into) => (bytes[start - 1] !== ascii.quote && readEpochTime(bytes, start, end, into)) || readCloudTime(bytes, start, end, into);

/** Takes what is read of a record for what was looked at alone. */
const ignored = new EventDraft();

class MappedReader implements FormatReader {
	readonly #mapping: JsonMapping;
	readonly #members: KeyLists;
	readonly #json: JsonMembers;
	readonly #lookup: JsonLookup;
	readonly #stamp: Stamp;
	readonly #nobodies: WordTable<true>;
	/** A name of another length is somebody's whatever it is. */
	readonly #nobodyLengths: ReadonlySet<number>;
	#joinKey = 0;
	#stage = 0;
	/** None where what joins records must be read in each of them. */
	readonly time: LineTime | undefined;

	constructor(mapping: JsonMapping, {hints, json}: ReaderKit) {
		this.#mapping = mapping;
		this.#members = keyLists(mapping.members);
		this.#json = json;
		this.#lookup = new JsonLookup(json);
		this.#stamp = new Stamp(hints);
		const nobodies = ['-', ...(mapping.nobodies ?? [])];
		this.#nobodies = new WordTable(nobodies.map(word => [word, true]));
		this.#nobodyLengths = new Set([0, ...nobodies.map(word => word.length)]);
		this.time = mapping.joinedBy === undefined ? new LineTime(this.#stamp, readMemberTime, {hasStrings: true, freeRuns: (bytes, start, end) => this.#freeRuns(bytes, start, end)}) : undefined;
	}

	/** Whatever of a record was not looked at may be anything: reading goes by what it sees. So may a name that is somebody's whatever it is. */
	#freeRuns(bytes: Uint8Array, start: number, end: number): FreeNumberRuns {
		ignored.clear();
		const looks = this.#lookup.looksOf(() => {
			this.read(bytes, start, end, ignored);
		});
		const {user, host} = ignored;
		return unreadRuns(bytes, looks, this.#nobodyLengths.has(user.end - user.start) ? [host] : [user, host]);
	}

	/** The first of its times that is one. */
	#readTime(bytes: Uint8Array, draft: EventDraft): void {
		const lookup = this.#lookup;
		const stamp = this.#stamp;
		const times = lookup.present(this.#mapping.time);
		let isTold = false;
		stamp.micros = NaN;
		for (let index = 0; index < times.members.length && Number.isNaN(stamp.micros); index++) {
			if (!lookup.findPresent(times, index)) {
				continue;
			}

			isTold = true;
			readMemberTime(bytes, lookup.start, lookup.end, stamp);
		}

		if (isTold) {
			stamp.giveTo(draft);
			this.time?.take(lookup.start, stamp.end);
		} else {
			this.time?.takeNone();
		}
	}

	#readCodes(bytes: Uint8Array, draft: EventDraft): void {
		const lookup = this.#lookup;
		const {severity, result, resultsIn, action, type, severityOf, resultOf, codesOf, defaultCategory} = this.#mapping;
		draft.severity = lookup.find(severity) ? severityOf(bytes, lookup.start, lookup.end) : 0;
		draft.result = 0;
		const results = lookup.present(resultsIn?.(lookup) ?? result);
		for (let index = 0; index < results.members.length && draft.result === 0; index++) {
			draft.result = lookup.findPresent(results, index) ? resultOf(bytes, lookup.start, lookup.end) : 0;
		}

		const isNamed = lookup.find(action);
		const {start, end} = lookup;
		if (isNamed && type === undefined) {
			lookup.giveTo(draft.type);
		}

		const codes: ToldCodes | undefined = this.#mapping.codesIn?.(lookup, bytes, draft.result) ?? (isNamed ? codesOf(bytes, start, end, draft.result) : undefined);
		draft.result ||= codes?.result ?? 0;
		draft.action = codes?.action ?? 0;
		draft.category = codes?.category ?? categoryCode[defaultCategory];
	}

	/** The first who is somebody. */
	#readUser(bytes: Uint8Array, draft: EventDraft): void {
		const lookup = this.#lookup;
		const {user, userOfLogin = user} = this.#mapping;
		const people = lookup.present(signInCodes.has(draft.action) ? userOfLogin : user);
		for (let index = 0; index < people.members.length; index++) {
			if (lookup.findPresent(people, index) && this.#nobodies.find(bytes, lookup.start, lookup.end) === undefined) {
				lookup.giveTo(draft.user);
				return;
			}
		}
	}

	/** 52 bits over the joining values; 0 where the first of them is missing. */
	#keyOf(bytes: Uint8Array): number {
		const {joinedBy} = this.#mapping;
		if (joinedBy === undefined || !this.#lookup.findAt(joinedBy.all[0]!)) {
			return 0;
		}

		let key = 0;
		const present = this.#lookup.present(joinedBy);
		for (let index = 0; index < present.members.length; index++) {
			if (!this.#lookup.findPresent(present, index)) {
				continue;
			}

			const hash = hashOf(bytes, this.#lookup.start, this.#lookup.end) >>> 0;
			const middle = Math.floor((this.#lookup.start + this.#lookup.end) / 2);
			const half = hashOf(bytes, middle, this.#lookup.end) >>> 12;
			key = ((key * 31) + hash + (half * 4_294_967_296)) % Number.MAX_SAFE_INTEGER;
		}

		return key;
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		const lookup = this.#lookup;
		if (!lookup.open(bytes, start, end) || !hasOneOf(this.#members, this.#json) || this.#mapping.isOwn?.(lookup, bytes) === false) {
			return false;
		}

		this.#readTime(bytes, draft);
		this.#readCodes(bytes, draft);
		const {type, host, devices, stageOf} = this.#mapping;
		if (type !== undefined && lookup.find(type)) {
			lookup.giveTo(draft.type);
		}

		this.#readUser(bytes, draft);
		if (lookup.find(host)) {
			lookup.giveTo(draft.host);
		}

		addDevicesAt(lookup, devices, bytes, draft);

		this.#joinKey = this.#keyOf(bytes);
		this.#stage = stageOf !== undefined && lookup.find(this.#mapping.result) ? stageOf(bytes, lookup.start, lookup.end) : 0;
		return true;
	}

	get hasStages(): boolean {
		return this.#mapping.stageOf !== undefined;
	}

	joinKey(): number {
		return this.#joinKey;
	}

	joinWeight(): number {
		return this.#stage;
	}

	describe(bytes: Uint8Array): RecordFacts {
		const {message, severity, fieldNames} = this.#mapping;
		const fields = fieldsOfObjects(bytes);
		const severityNames = new Set(severity.all.map(({parents, key}) => [...parents, decodeForeign(key.word)].join('.').toLowerCase()));
		const named = (name: string): Field | undefined => fields.find(field => field.name.toLowerCase() === name.toLowerCase() && field.value !== '');
		const text = message.map(name => named(name)).find(field => field !== undefined);
		const renamed = new Map(fieldNames.map(([own, ours]) => [own.toLowerCase(), ours]));
		return {
			message: text?.value ?? decodeForeign(bytes),
			severityWord: fields.find(({name}) => severityNames.has(name.toLowerCase()))?.value,
			fields: eachOnce(fields.flatMap(({name, value}) => addressAndPort({name: renamed.get(name.toLowerCase()) ?? name, value})).filter(({name, value}) => name !== 'user' || value !== '-')),
		};
	}
}

/** Adds what the values at the paths name, of whatever kind they are. */
export function addDevicesAt(lookup: JsonLookup, paths: JsonPaths, bytes: Uint8Array, draft: EventDraft): void {
	const present = lookup.present(paths);
	for (let index = 0; index < present.members.length; index++) {
		if (lookup.findWhole(present, index)) {
			addDevicesIn(draft, bytes, lookup.start, lookup.end);
		}
	}
}
