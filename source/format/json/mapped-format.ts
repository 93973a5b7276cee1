import {categoryCode} from '../../domain/category.ts';
import {EventDraft} from '../../domain/event-draft.ts';
import {signInCodes} from '../vocabulary/action-codes.ts';
import {readCloudTime} from '../time/find-time.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {ascii, latinText} from '../bytes/byte-text.ts';
import type {FreeNumberRuns} from '../line-memory/free-numbers.ts';
import {LineTime} from '../line-memory/line-time.ts';
import {Stamp, type TimeReader} from '../time/stamp.ts';
import {readEpochTime} from '../time/time-epoch.ts';
import {WordTable} from '../bytes/word-table.ts';
import {hasOneOf, type KeyLists, keyLists} from './json-candidates.ts';
import {joiningKey} from './joining-key.ts';
import {JsonLookup} from './json-lookup.ts';
import type {JsonMapping, ToldCodes} from './json-mapping.ts';
import type {JsonMembers} from './json-members.ts';
import {mappedFacts} from './mapped-facts.ts';
import {addDevicesAt} from './member-devices.ts';
import {unreadRuns, writtenAt} from './unread-members.ts';

/** The format that a mapping describes. */
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
		const written = {type: writtenAt(looks.given, ignored.type), user: writtenAt(looks.given, ignored.user), host: writtenAt(looks.given, ignored.host)};
		const {user, host} = written;
		return {...unreadRuns(bytes, looks, user === undefined || this.#nobodyLengths.has(user.end - user.start) ? [host] : [user, host]), written};
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
			this.time?.take(lookup.start, stamp.end);
			this.#addNanos(bytes);
			stamp.giveTo(draft);
		} else {
			this.time?.takeNone();
		}
	}

	/** A time in two places is read anew in each record: only one is remembered. */
	#addNanos(bytes: Uint8Array): void {
		const {nanos} = this.#mapping;
		const lookup = this.#lookup;
		if (nanos === undefined || this.#stamp.digits > 0 || !lookup.find(nanos)) {
			return;
		}

		this.#stamp.addNanos(Number(latinText(bytes, lookup.start, lookup.end)));
		this.time?.forget();
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

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		const lookup = this.#lookup;
		if (!lookup.open(bytes, start, end) || !hasOneOf(this.#members, this.#json) || this.#mapping.isOwn?.(lookup, bytes) === false) {
			return false;
		}

		this.#readTime(bytes, draft);
		this.#readCodes(bytes, draft);
		const {type, host, devices, joinedBy, stageOf} = this.#mapping;
		if (type !== undefined && lookup.find(type)) {
			lookup.giveTo(draft.type);
		}

		this.#readUser(bytes, draft);
		if (lookup.find(host)) {
			lookup.giveTo(draft.host);
		}

		addDevicesAt(lookup, devices, bytes, draft);
		this.#joinKey = joinedBy === undefined ? 0 : joiningKey(lookup, joinedBy, bytes);
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
		return mappedFacts(this.#mapping, bytes);
	}
}
