import type {EventDraft} from '../domain/event-draft.ts';
import type {Foreign} from '../domain/foreign.ts';
import {decodeForeign} from '../text/foreign.ts';
import {ascii} from './byte-text.ts';
import {addDevicesIn} from './devices.ts';
import {readAnyTime} from './find-time.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from './format.ts';
import {jsonFields, type NamedValue} from './json-fields.ts';
import type {JsonMembers} from './json-members.ts';
import {setJsonText} from './json-text.ts';
import {isSpaceByte, jsonKinds} from './json-values.ts';
import {listKeys} from './json-document.ts';
import {type JsonKey, jsonKey} from './key-names.ts';
import {severityOf} from './severity-words.ts';
import {Stamp} from './stamp.ts';
import {readEpochTime} from './time-epoch.ts';

/** Any JSON objects: the columns come from the names that loggers commonly use. */
export const jsonLines: Format = {
	name: 'json-lines',
	title: 'JSON Lines',
	framing: 'json',
	isGeneric: true,
	after: ['sensor-timeline', 'entra-audit', 'entra-sign-ins', 'azure-activity', 'microsoft-365', 'journald', 'suricata-eve', 'zeek-json'],
	open: kit => new JsonLinesReader(kit),
};

/** Names under which loggers write one thing, the most telling first. */
const names = {
	time: ['timestamp', '@timestamp', 'time', 'ts', 'datetime', 'date', 'eventTime', 'createdDateTime', 'creationTime', 't'],
	severity: ['severity', 'level', 'lvl', 'log.level', 'loglevel', 'levelname', 'priority'],
	user: ['user', 'username', 'user_name', 'userName', 'user.name', 'actor', 'owner', 'principal', 'account'],
	host: ['host', 'hostname', 'host.name', 'computer', 'machine'],
	message: ['message', 'msg', 'content', 'text', 'event', 'description', 'title'],
	device: ['device', 'src_ip', 'source_ip', 'sourceAddress', 'client_ip', 'remote_addr', 'ip', 'dst_ip', 'dest_ip', 'destination_ip'],
} as const;

const keysOf = (list: readonly string[]): readonly JsonKey[] => list.map(name => jsonKey(name));
const timeKeys = keysOf(names.time);
const severityKeys = keysOf(names.severity);
const userKeys = keysOf(names.user);
const hostKeys = keysOf(names.host);
const messageKeys = keysOf(names.message);
const deviceKeys = keysOf(names.device);
const pageKeys = keysOf(listKeys);

class JsonLinesReader implements FormatReader {
	readonly #json: JsonMembers;
	readonly #stamp: Stamp;

	constructor({hints, json}: ReaderKit) {
		this.#json = json;
		this.#stamp = new Stamp(hints);
	}

	#readColumns(bytes: Uint8Array, draft: EventDraft): void {
		const json = this.#json;
		const severity = this.#firstOf(severityKeys);
		if (severity >= 0) {
			draft.severity = severityOf(bytes, json.starts[severity]!, json.ends[severity]!);
		}

		const user = this.#firstOf(userKeys);
		if (user >= 0) {
			setJsonText(draft.user, bytes, json.starts[user]!, json.ends[user]!);
		}

		const host = this.#firstOf(hostKeys);
		if (host >= 0) {
			setJsonText(draft.host, bytes, json.starts[host]!, json.ends[host]!);
		}

		for (const key of deviceKeys) {
			const device = json.findValue(key);
			if (device >= 0) {
				addDevicesIn(draft, bytes, json.starts[device]!, json.ends[device]!);
			}
		}

		const message = this.#firstOf(messageKeys);
		if (message >= 0) {
			addDevicesIn(draft, bytes, json.starts[message]!, json.ends[message]!);
		}
	}

	#readTime(bytes: Uint8Array, time: number): void {
		const start = this.#json.starts[time]!;
		const end = this.#json.ends[time]!;
		if (!readAnyTime(bytes, start, end, this.#stamp)) {
			readEpochTime(bytes, start, end, this.#stamp);
		}
	}

	/** The first of the named members that is a plain value. */
	#firstOf(keys: readonly JsonKey[]): number {
		for (const key of keys) {
			const member = this.#json.findValue(key);
			if (member >= 0 && this.#json.kinds[member]! < jsonKinds.object) {
				return member;
			}
		}

		return -1;
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
		if (!this.#json.read(bytes, start, end)) {
			return false;
		}

		const time = this.#firstOf(timeKeys);
		if (time < 0 && this.#isPage(bytes)) {
			return false;
		}

		if (time >= 0) {
			this.#stamp.micros = NaN;
			this.#readTime(bytes, time);
			this.#stamp.giveTo(draft);
		}

		this.#readColumns(bytes, draft);
		return true;
	}

	describe(bytes: Uint8Array): RecordFacts {
		const fields = jsonFields(bytes, 0, bytes.length);
		const message = firstNamed(fields, names.message);
		return {
			message: message?.value ?? decodeForeign(bytes),
			severityWord: firstNamed(fields, names.severity)?.value,
			fields: fields.filter(field => field !== message),
		};
	}
}

function hasObjectFirst(bytes: Uint8Array, start: number): boolean {
	let at = start;
	while (isSpaceByte(bytes[at]!)) {
		at++;
	}

	return bytes[at] === ascii.openBrace;
}

function firstNamed(fields: readonly NamedValue[], wanted: readonly string[]): {readonly name: string; readonly value: Foreign} | undefined {
	for (const name of wanted) {
		const found = fields.find(field => field.name.toLowerCase() === name.toLowerCase());
		if (found !== undefined) {
			return found;
		}
	}

	return undefined;
}
