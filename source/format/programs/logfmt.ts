import {ByteRun, type EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import type {Foreign} from '../../domain/foreign.ts';
import {resultCode} from '../../domain/result.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {afterSpaces, ascii, isDigit, latinText, nextByte, wordEnd} from '../bytes/byte-text.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import {digitsAt} from '../bytes/digits.ts';
import {commonFieldName} from '../vocabulary/common-fields.ts';
import {behindHeader, deviceName, failedLogin, fortinetCodes, hasSplitTime, recordNumber, timeZone, withWay} from '../network/fortinet-pairs.ts';
import {welfPriority} from '../network/welf.ts';
import {resultOfWord} from '../vocabulary/result-words.ts';
import {monthAt} from '../time/time-named-month.ts';
import {readAnyTime} from '../time/find-time.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import type {FreeNumberRuns} from '../line-memory/free-numbers.ts';
import {LineTime} from '../line-memory/line-time.ts';
import {readIsoTime} from '../time/time-iso.ts';
import {jsonText, setJsonText} from '../json/json-text.ts';
import {endOfString} from '../json/json-values.ts';
import {loggedMessages} from '../messages/logged-messages.ts';
import {MessageReader} from '../messages/message-reader.ts';
import {pairKeys, PairList} from '../bytes/pair-list.ts';
import {roleKeys} from '../pairs/pair-roles.ts';
import {ToldPairs} from '../pairs/told-pairs.ts';
import {severityOf} from '../vocabulary/severity-words.ts';
import {Stamp} from '../time/stamp.ts';
import {readEpochTime} from '../time/time-epoch.ts';
import {addZonedEnds, partsOfEnd} from '../network/zoned-ends.ts';

/** Lines of nothing but `key=value`. */
export const logfmt: Format = {
	name: 'logfmt',
	title: 'logfmt',
	framing: 'line',
	isGeneric: true,
	marks: '=',
	after: ['auditd', 'cef', 'leef', 'pan-os', 'syslog'],
	open: kit => new LogfmtReader(kit),
};

const keys = {
	time: pairKeys('time', 'ts', 't', 'timestamp', '@timestamp', 'date'),
	severity: pairKeys('level', 'lvl', 'severity'),
	priority: pairKeys('pri'),
	message: pairKeys('msg', 'message'),
	type: pairKeys('eventName', 'event_type', 'eventType', 'event', 'action', 'operation', 'type'),
	result: pairKeys('status', 'result', 'outcome', 'action'),
	host: pairKeys('host', 'hostname', 'devname'),
} as const;

/** One pair may stand in any sentence. */
const fewestPairs = 2;

class LogfmtReader implements FormatReader {
	readonly #stamp: Stamp;
	readonly #pairs = new PairList();
	readonly #messages = new MessageReader();
	readonly #told = new ToldPairs();
	readonly #text = new ByteRun();
	readonly time: LineTime;

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
		this.time = new LineTime(this.#stamp, readIsoTime, {freeRuns: bytes => this.#freeRuns(bytes)});
	}

	#readTime(bytes: Uint8Array, start: number, end: number): boolean {
		return readAnyTime(bytes, start, end, this.#stamp) || readEpochTime(bytes, start, end, this.#stamp);
	}

	/** Turns to what a pair says, its escapes undone. */
	#turnTo(bytes: Uint8Array, pair: number): void {
		setJsonText(this.#text, bytes, this.#pairs.starts[pair]!, this.#pairs.ends[pair]!);
	}

	/** The pairs that no column is told by. In those that are more than a number devices are looked for, and in the message. */
	#freeRuns(bytes: Uint8Array): FreeNumberRuns {
		const pairs = this.#pairs;
		const {message, ...read} = keys;
		const {user, verdict, deed, threat} = roleKeys;
		const fixed = new Set([...Object.values(read), user, verdict, deed, threat].flatMap(of => pairs.present(of)));
		const others = Array.from({length: pairs.count}, (_, pair) => ({pair, start: pairs.starts[pair]!, end: pairs.ends[pair]!})).filter(({pair}) => !fixed.has(pair));
		const isNumber = ({pair, start, end}: (typeof others)[number]): boolean => !pairs.present(message).includes(pair) && /^\d+$/v.test(latinText(bytes, start, end));
		return {texts: others.filter(pair => !isNumber(pair)), values: others.filter(pair => isNumber(pair))};
	}

	#named(bytes: Uint8Array, message: number): Field[] {
		this.#turnTo(bytes, message);
		return this.#messages.fieldsAmong(loggedMessages, this.#text.bytes, this.#text);
	}

	#readMessage(draft: EventDraft): void {
		if (this.#messages.readAmong(loggedMessages, this.#text.bytes, this.#text, draft) && this.#messages.isToldByNumber) {
			this.time.forget();
		}
	}

	/** Who it was and how it ended, in the word of the first pair that says so; what it was, as Fortinet says it or as all do. */
	#readTold(bytes: Uint8Array, draft: EventDraft): void {
		const pairs = this.#pairs;
		for (const pair of pairs.present(keys.result)) {
			draft.result ||= resultOfWord(bytes, pairs.starts[pair]!, pairs.ends[pair]!);
		}

		const {action, category, result} = draft;
		this.#told.read(pairs, bytes);
		this.#told.giveTo(draft, pairs, bytes);
		draft.result = result || draft.result;
		const fortinet = fortinetCodes(pairs, bytes, draft.result);
		const codes = fortinet ?? (action > 0 ? {action, category} : this.#told.codes(pairs, bytes, draft.result));
		draft.action = codes?.action ?? 0;
		draft.category = codes?.category ?? 0;
		draft.result ||= codes?.action === failedLogin.action ? resultCode.failure : resultCode.none;
		if (fortinet !== undefined) {
			this.time.forget();
		}
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		const pairs = this.#pairs;
		if (!hasPairsOnly(pairs, bytes, start, end) || pairs.count < fewestPairs) {
			return false;
		}

		const time = pairs.findAny(keys.time);
		this.time.forget();
		const isWhole = time >= 0 && pairs.find(timeZone) < 0 && this.#readTime(bytes, pairs.starts[time]!, pairs.ends[time]!);
		if (isWhole) {
			this.time.take(pairs.starts[time]!, this.#stamp.end);
		}

		if (isWhole || (time >= 0 && (hasSplitTime(pairs, bytes, this.#stamp) || this.#readTime(bytes, pairs.starts[time]!, pairs.ends[time]!)))) {
			this.#stamp.giveTo(draft);
		}

		const severity = pairs.findAny(keys.severity);
		draft.severity = severity < 0 ? 0 : severityOf(bytes, pairs.starts[severity]!, pairs.ends[severity]!);
		const type = pairs.findAny(keys.type);
		if (type >= 0) {
			draft.type.set(bytes, pairs.starts[type]!, pairs.ends[type]!);
		}

		const message = type < 0 ? pairs.findAny(keys.message) : -1;
		if (message >= 0) {
			this.#turnTo(bytes, message);
			this.#readMessage(draft);
		}

		const host = pairs.find(recordNumber) < 0 ? pairs.findAny(keys.host) : pairs.find(deviceName);
		if (host >= 0) {
			draft.host.set(bytes, pairs.starts[host]!, pairs.ends[host]!);
		}

		this.#readTold(bytes, draft);
		const {deviceCount} = draft;
		addZonedEnds(draft, pairs, bytes);
		if (draft.deviceCount > deviceCount) {
			this.time.forget();
		}

		addDevicesIn(draft, bytes, time < 0 ? start : pairs.ends[time]!, end);
		return true;
	}

	describe(bytes: Uint8Array): RecordFacts {
		const pairs = this.#pairs;
		hasPairsOnly(pairs, bytes, 0, bytes.length);
		const named = pairs.findAny(keys.severity);
		const severity = named < 0 ? welfPriority(pairs, bytes) : named;
		const message = pairs.findAny(keys.message);
		const value = (pair: number): Foreign => pairs.isQuoted(pair) ? jsonText(bytes, pairs.starts[pair]!, pairs.ends[pair]!) : decodeForeign(bytes, pairs.starts[pair], pairs.ends[pair]);
		const own = Array.from({length: pairs.count}, (_, pair): Field => ({name: commonFieldName(latinText(bytes, pairs.keyStarts[pair]!, pairs.keyEnds[pair]!)), value: value(pair)}))
			.filter((_, pair) => pair !== message && pair !== severity)
			.flatMap(field => partsOfEnd(field));
		const isTold = message < 0 || pairs.findAny(keys.type) >= 0;
		return {
			message: message < 0 ? decodeForeign(bytes) : value(message),
			severityWord: severity < 0 ? undefined : value(severity),
			fields: [...withWay(own), ...(isTold ? [] : this.#named(bytes, message)).filter(({name}) => own.every(field => field.name !== name))],
		};
	}
}

/** Whether the line is pairs from its first byte to its last. */
function hasPairsOnly(pairs: PairList, bytes: Uint8Array, start: number, end: number): boolean {
	pairs.clear(bytes);
	for (let at = firstPair(bytes, start, end); at < end; at = afterSpaces(bytes, at, end)) {
		const keyStart = at;
		const likelyEnd = pairs.takeLikelyKey(at, end);
		const keyEnd = likelyEnd < 0 ? endOfKey(bytes, at, end) : likelyEnd;
		if (keyEnd === keyStart || keyEnd === end || bytes[keyEnd] !== ascii.equals) {
			return false;
		}

		at = keyEnd + 1;
		const close = bytes[at] === ascii.quote ? endOfQuoted(pairs, bytes, at, end) : -1;
		const valueStart = close < 0 ? at : at + 1;
		const valueEnd = close < 0 ? wordEnd(bytes, at, end) : close;
		pairs.add({keyStart, keyEnd, start: valueStart, end: valueEnd, isQuoted: close >= 0});
		at = valueEnd + (close < 0 ? 0 : 1);
	}

	return true;
}

/** Where the value ends whose quote is at `at`, or -1 where it is not closed. Of Fortinet's records the last may be cut: UDP and relays bound their length. */
function endOfQuoted(pairs: PairList, bytes: Uint8Array, at: number, end: number): number {
	const close = endOfString(bytes, at + 1, end);
	return close < 0 && pairs.find(recordNumber) >= 0 ? end : close;
}

/** Behind a priority, or behind the syslog header that Fortinet's devices write if they are told to. */
function firstPair(bytes: Uint8Array, start: number, end: number): number {
	const at = afterSpaces(bytes, afterPriority(bytes, start, end), end);
	return isDigit(bytes[at]) || monthAt(bytes, at, end) > 0 ? behindHeader(bytes, at, end) : at;
}

/** Senders without a header of their own put syslog's priority right before the first pair. */
function afterPriority(bytes: Uint8Array, start: number, end: number): number {
	const close = bytes[start] === ascii.lessThan ? nextByte(bytes, ascii.greaterThan, start, Math.min(end, start + longestPriorityBytes)) : -1;
	return close > start + 1 && digitsAt(bytes, start + 1, close - start - 1) >= 0 ? close + 1 : start;
}

/** `<191>` */
const longestPriorityBytes = 5;

function endOfKey(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && keyBytes[bytes[at]!] === 1) {
		at++;
	}

	return at;
}

/** 1 for the bytes of a key: what ASCII shows but for an equals sign and a quote. */
const keyBytes = Uint8Array.from({length: 256}, (_, byte) => byte > ascii.space && byte < 0x7F && byte !== ascii.equals && byte !== ascii.quote ? 1 : 0);
