import {categoryCode} from '../../domain/category.ts';
import {ByteRun, type EventDraft} from '../../domain/event-draft.ts';
import {foreignText} from '../../domain/foreign.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import {readAnyTime} from '../time/find-time.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {jsonFields} from '../json/json-fields.ts';
import type {JsonMembers} from '../json/json-members.ts';
import {jsonKinds} from '../json/json-values.ts';
import {jsonKey} from '../bytes/key-names.ts';
import type {FreeNumberRuns} from '../line-memory/free-numbers.ts';
import {LineTime} from '../line-memory/line-time.ts';
import {severityOf} from '../vocabulary/severity-words.ts';
import {Stamp} from '../time/stamp.ts';
import {readEpochMillis} from '../time/time-epoch.ts';
import {WordTable} from '../bytes/word-table.ts';
import {type Codes, codesOf} from '../vocabulary/action-codes.ts';
import {eventTypes} from './event-types.ts';
import {readActor, sentenceFields, type Sentences, sentencesOf} from './sensor-sentences.ts';

/** The sensor's event timeline as its API gives it: JSON Lines, an array, or a page. */
export const sensorTimeline: Format = {
	name: 'sensor-timeline',
	title: 'Sensor event timeline (JSON)',
	framing: 'json',
	members: [['timestamp', 'type', 'content'], ['timestamp', 'type', 'title']],
	open: kit => new SensorTimelineReader(kit),
};

const keys = {
	timestamp: jsonKey('timestamp'), type: jsonKey('type'), title: jsonKey('title'), content: jsonKey('content'),
	severity: jsonKey('severity'), owner: jsonKey('owner'),
};

/** What an event type says. */
export type EventTypeCodes = Codes & {readonly sentences: Sentences};

/** Codes by event type. A type that a newer sensor adds is an event without an action of ours. */
export const eventTypeCodes = new WordTable<EventTypeCodes>(eventTypes.map(({type, action}) => [type, {...codesOf(action), sentences: sentencesOf(type)}]));

class SensorTimelineReader implements FormatReader {
	readonly #json: JsonMembers;
	readonly #stamp: Stamp;
	readonly #content = new ByteRun();
	readonly time: LineTime;

	constructor({hints, json}: ReaderKit) {
		this.#json = json;
		this.#stamp = new Stamp(hints);
		this.time = new LineTime(this.#stamp, readEpochMillis, {freeRuns: () => this.#freeRuns()});
	}

	/** The content, where it says just what is written, and the members that no column is told by. */
	#freeRuns(): FreeNumberRuns {
		const {starts, ends, escapes, count} = this.#json;
		const content = this.#json.find(keys.content);
		const read = new Set(Object.values(keys).map(key => this.#json.find(key)));
		const runs = Array.from({length: count}, (_, member) => ({member, start: starts[member]!, end: ends[member]!}));
		return {texts: runs.filter(({member}) => member === content && escapes[member] === 0), values: runs.filter(({member}) => !read.has(member))};
	}

	#readTime(bytes: Uint8Array, timestamp: number): boolean {
		const start = this.#json.starts[timestamp]!;
		const end = this.#json.ends[timestamp]!;
		if (readEpochMillis(bytes, start, end, this.#stamp) && this.#stamp.end === end) {
			this.time.take(start, end);
			return true;
		}

		this.time.forget();
		return readAnyTime(bytes, start, end, this.#stamp);
	}

	#readPeople(bytes: Uint8Array, draft: EventDraft): void {
		const json = this.#json;
		const severity = json.find(keys.severity);
		if (severity >= 0) {
			draft.severity = severityOf(bytes, json.starts[severity]!, json.ends[severity]!);
		}

		const owner = json.findValue(keys.owner);
		if (owner >= 0) {
			json.setText(draft.user, owner);
		}
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		const json = this.#json;
		if (!json.read(bytes, start, end)) {
			return false;
		}

		const timestamp = json.find(keys.timestamp);
		const type = json.find(keys.type);
		const content = json.find(keys.content);
		if (timestamp < 0 || type < 0 || json.kinds[type] !== jsonKinds.string || (content < 0 && json.find(keys.title) < 0)) {
			return false;
		}

		if (this.#readTime(bytes, timestamp)) {
			this.#stamp.giveTo(draft);
		}

		const codes = eventTypeCodes.find(bytes, json.starts[type]!, json.ends[type]!);
		draft.action = codes?.action ?? 0;
		draft.category = codes?.category ?? categoryCode.other;
		json.setText(draft.type, type);
		this.#readPeople(bytes, draft);
		if (content >= 0 && json.kinds[content] === jsonKinds.string) {
			json.setText(this.#content, content);
			addDevicesIn(draft, this.#content.bytes, this.#content.start, this.#content.end);
			if (codes !== undefined && isAbsent(draft.user)) {
				readActor(codes.sentences, this.#content, draft.user);
			}
		}

		return true;
	}

	describe(bytes: Uint8Array): RecordFacts {
		const fields = jsonFields(bytes, 0, bytes.length);
		const valueOf = (name: string) => fields.find(field => field.name === name)?.value;
		const content = valueOf('content') ?? foreignText('');
		return {
			message: valueOf('content') ?? valueOf('title') ?? foreignText(''),
			severityWord: valueOf('severity'),
			fields: [
				...fields
					.filter(({name}) => !columnNames.has(name))
					.map(({name, value}) => ({name: name === 'type' ? 'sourceAction' : name, value})),
				...sentenceFields(sentencesOf(valueOf('type') ?? ''), content),
			],
		};
	}
}

const isAbsent = ({start, end}: ByteRun): boolean => start === end;

/** Told elsewhere: in the columns or as the message. */
const columnNames: ReadonlySet<string> = new Set(['timestamp', 'severity', 'content', 'owner']);
