import type {ByteRun, EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import {type Foreign, foreignText} from '../../domain/foreign.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {ascii, bytesOf, isWordAt, nextByte} from '../bytes/byte-text.ts';
import {cloudSeverityOf} from '../cloud/cloud-codes.ts';
import {signInCodes} from '../vocabulary/action-codes.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import type {FreeNumberRuns} from '../line-memory/free-numbers.ts';
import {LineTime} from '../line-memory/line-time.ts';
import {type JsonKey, jsonKey} from '../bytes/key-names.ts';
import {pairKeys, type PairKeys, PairList} from '../bytes/pair-list.ts';
import {Stamp} from '../time/stamp.ts';
import {readIsoTime} from '../time/time-iso.ts';
import {readMarkupPairs} from './markup-pairs.ts';
import {codesOfProvider} from './own-numbers.ts';
import {codesOfWindowsEvent, resultOfWindowsEvent} from './windows-events.ts';

/** Windows' events as its own tools save them: `<Event><System>...</System><EventData>...</EventData></Event>`, one a line or laid out over lines. */
export const windowsEventXml: Format = {
	name: 'windows-event-xml',
	title: 'Windows events (XML of wevtutil and the event viewer)',
	framing: 'line',
	heads: '<',
	hasHeaders: true,
	hasRecordsWithoutHeaders: true,
	headerHeads: '<',
	open: kit => new WindowsEventXmlReader(kit),
};

const head = bytesOf('<Event');
const closing = bytesOf('</');
const declaration = bytesOf('<?xml ');

const [time, number, level, computer, speaker] = ['SystemTime', 'EventID', 'Level', 'Computer', 'Provider'].map(name => jsonKey(name)) as [JsonKey, JsonKey, JsonKey, JsonKey, JsonKey];
const keys = {
	result: pairKeys('Keywords', 'EventID'),
	user: pairKeys('SubjectUserName', 'User', 'AccountName', 'TargetUserName'),
	userOfLogin: pairKeys('TargetUserName', 'SubjectUserName', 'User', 'AccountName'),
	devices: pairKeys('IpAddress', 'SourceAddress', 'DestAddress', 'SourceIp', 'DestinationIp'),
	message: pairKeys('Message'),
};

class WindowsEventXmlReader implements FormatReader {
	readonly #stamp: Stamp;
	readonly #pairs = new PairList();
	readonly time: LineTime;

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
		this.time = new LineTime(this.#stamp, readIsoTime, {freeRuns: () => this.#freeRuns()});
	}

	/** The values that no column is told by; addresses as far as they stay some. */
	#freeRuns(): FreeNumberRuns {
		const pairs = this.#pairs;
		const told = new Set([...[number, level, speaker].map(key => pairs.find(key)), ...[keys.result, keys.user, keys.userOfLogin].flatMap(names => pairs.present(names))]);
		const devices = new Set(pairs.present(keys.devices));
		const free = Array.from({length: pairs.count}, (_, pair) => ({pair, ...pairs.place(pair)})).filter(({pair}) => !told.has(pair));
		return {texts: free.filter(({pair}) => devices.has(pair)), values: free.filter(({pair}) => !devices.has(pair))};
	}

	#readAll(bytes: Uint8Array, start: number, end: number): boolean {
		if (!isWordAt(bytes, start, end, head)) {
			return false;
		}

		readMarkupPairs(this.#pairs, bytes, start, end);
		return this.#pairs.find(number) >= 0;
	}

	#set(run: ByteRun, bytes: Uint8Array, pair: number): void {
		if (pair < 0) {
			return;
		}

		const {start, end} = this.#pairs.place(pair);
		if (nextByte(bytes, ampersand, start, end) < 0) {
			run.set(bytes, start, end);
		} else {
			run.setText(textOf(bytes, start, end));
		}
	}

	/** The first that names somebody: a dash is nobody. */
	#somebody(bytes: Uint8Array, among: PairKeys): number {
		const {starts, ends} = this.#pairs;
		return this.#pairs.present(among).find(pair => ends[pair]! - starts[pair]! > 1 || bytes[starts[pair]!] !== ascii.minus) ?? -1;
	}

	#readCodes(bytes: Uint8Array, draft: EventDraft): void {
		const {starts, ends} = this.#pairs;
		const levelAt = this.#pairs.find(level);
		const numberAt = this.#pairs.find(number);
		const providerAt = this.#pairs.find(speaker);
		const own = providerAt < 0 ? undefined : codesOfProvider(bytes, this.#pairs.place(providerAt), this.#pairs.place(numberAt));
		const {action, category} = own ?? codesOfWindowsEvent(bytes, starts[numberAt]!, ends[numberAt]!);
		draft.severity = levelAt < 0 ? 0 : cloudSeverityOf(bytes, starts[levelAt]!, ends[levelAt]!);
		draft.action = action;
		draft.category = category;
		for (const pair of this.#pairs.present(keys.result)) {
			draft.result ||= resultOfWindowsEvent(bytes, starts[pair]!, ends[pair]!);
		}
	}

	/** A declaration on a line by itself only says that XML follows. */
	isHeader(bytes: Uint8Array, start: number, end: number): boolean {
		return isWordAt(bytes, start, end, declaration) && nextByte(bytes, ascii.greaterThan, start, end) === end - 1;
	}

	readHeader(bytes: Uint8Array, start: number, end: number): boolean {
		return this.isHeader(bytes, start, end);
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		if (!this.#readAll(bytes, start, end)) {
			return false;
		}

		const {starts, ends} = this.#pairs;
		const timeAt = this.#pairs.find(time);
		if (timeAt >= 0 && readIsoTime(bytes, starts[timeAt]!, ends[timeAt]!, this.#stamp)) {
			this.#stamp.giveTo(draft);
			this.time.take(starts[timeAt]!, this.#stamp.end);
		} else {
			this.time.forget();
		}

		this.#readCodes(bytes, draft);
		this.#set(draft.type, bytes, this.#pairs.find(number));
		this.#set(draft.host, bytes, this.#pairs.find(computer));
		this.#set(draft.user, bytes, this.#somebody(bytes, signInCodes.has(draft.action) ? keys.userOfLogin : keys.user));
		for (const pair of this.#pairs.present(keys.devices)) {
			addDevicesIn(draft, bytes, starts[pair]!, ends[pair]!);
		}

		return true;
	}

	/** The end of a list of events. */
	continues(bytes: Uint8Array, start: number, end: number): boolean {
		return isWordAt(bytes, start, end, closing);
	}

	describe(bytes: Uint8Array): RecordFacts {
		this.#readAll(bytes, 0, bytes.length);
		const fields = this.#pairs.fields(textOf);
		const message = this.#pairs.findFilled(keys.message);
		const levelAt = this.#pairs.find(level);
		return {
			message: message < 0 ? summaryOf(fields) : fields[message]!.value,
			severityWord: levelAt < 0 ? undefined : fields[levelAt]!.value,
			fields: fields.flatMap(({name, value}, pair) => pair === message || value === '-' ? [] : [{name: fieldNames.get(name) ?? name, value}]),
		};
	}
}

const ampersand = 0x26;

/** What Windows writes of every event, beside its data. */
const systemNames: ReadonlySet<string> = new Set(('Provider Guid EventSourceName EventID Qualifiers Version Level Task Opcode Keywords SystemTime EventRecordID ActivityID '
	+ 'RelatedActivityID ProcessID ThreadID Channel Computer UserID Culture').split(' '));

/** Without a rendered message, who wrote the event, its number and its data are all there is to read. */
function summaryOf(fields: readonly Field[]): Foreign {
	const [provider = '', id = ''] = ['Provider', 'EventID'].map(wanted => fields.find(({name}) => name === wanted)?.value);
	const told = fields.filter(({name, value}) => !systemNames.has(name) && value !== '-').map(({name, value}) => `${name}=${value}`);
	return foreignText([`${provider} ${id}:`, ...told].join(' '));
}

/** Windows' own names for what other formats tell too. */
const fieldNames: ReadonlyMap<string, string> = new Map([
	['EventID', 'sourceAction'],
	['SubjectUserName', 'user'],
	['TargetUserName', 'targetUser'],
	['IpAddress', 'sourceAddress'],
	['IpPort', 'sourcePort'],
	['SourceAddress', 'sourceAddress'],
	['DestAddress', 'targetAddress'],
	['SourceIp', 'sourceAddress'],
	['DestinationIp', 'targetAddress'],
	['SourcePort', 'sourcePort'],
	['DestPort', 'targetPort'],
	['DestinationPort', 'targetPort'],
	['WorkstationName', 'sourceHost'],
	['CommandLine', 'command'],
	['NewProcessName', 'executable'],
	['ProcessName', 'executable'],
	['Image', 'executable'],
	['ObjectName', 'path'],
	['ProcessID', 'pid'],
	['ThreadID', 'thread'],
	['ActivityID', 'correlationId'],
	['Provider', 'logger'],
]);

const entities: Readonly<Record<string, string>> = {lt: '<', gt: '>', amp: '&', apos: '\'', quot: '"'};

/** What a text says: XML's five names and numbers stand for characters (XML 1.0 section 4.6). */
function textOf(bytes: Uint8Array, start: number, end: number): Foreign {
	const text = decodeForeign(bytes, start, end);
	return text.replaceAll(/&(?:#(?<decimal>\d{1,7})|#x(?<hex>[\da-f]{1,6})|(?<name>lt|gt|amp|apos|quot));/giv, (whole: string, decimal: string | undefined, hex: string | undefined, name: string | undefined) =>
		name === undefined ? characterOf(decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal)) ?? whole : entities[name.toLowerCase()]!) as Foreign;
}

const characterOf = (point: number): string | undefined => point <= 0x10_FF_FF ? String.fromCodePoint(point) : undefined;
