import type {EventDraft} from '../../domain/event-draft.ts';
import {laurel} from '../auditd/laurel.ts';
import {afterSpaces, ascii, beforeSpaces, bytesOf, isWordAt, type Run} from '../bytes/byte-text.ts';
import type {FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {jsonLines} from '../json/json-lines.ts';
import {JsonMembers} from '../json/json-members.ts';
import {sudoJson} from '../programs/sudo-json.ts';
import {suricataEve} from '../network/suricata-eve.ts';
import {zeekJson} from '../network/zeek-json.ts';
import {webAccessJson} from '../web/web-access-json.ts';

/** What such a message may be; the last takes any. */
const inside = [suricataEve, zeekJson, webAccessJson, laurel, sudoJson, jsonLines];

/** What some write before the object, so that it is known to be one (Common Event Expression). */
const cookies = ['@cee:'].map(cookie => bytesOf(cookie));

/** Reads a message that is a JSON object, as sensors, gateways and programs send them through syslog. What it is and when it was is told by the object. */
export class JsonMessage {
	readonly #kit: ReaderKit;
	readonly #members = new JsonMembers();
	/** Opened with the first such message: most logs have none. */
	#readers: readonly FormatReader[] = [];
	readonly #text = {start: 0, end: 0};

	constructor(kit: ReaderKit) {
		this.#kit = kit;
	}

	#open(): readonly FormatReader[] {
		this.#readers = inside.map(format => format.open({...this.#kit, json: this.#members}));
		return this.#readers;
	}

	/** Turns to the object that a text is; whether it is one. */
	#turnTo(bytes: Uint8Array, {start, end}: Run): boolean {
		this.#text.start = behindCookie(bytes, afterSpaces(bytes, start, end), end);
		this.#text.end = beforeSpaces(bytes, this.#text.start, end);
		return bytes[this.#text.start] === ascii.openBrace && bytes[this.#text.end - 1] === ascii.closeBrace;
	}

	#reader(bytes: Uint8Array, {start, end}: Run, draft: EventDraft): FormatReader | undefined {
		this.#members.forget();
		return (this.#readers.length === 0 ? this.#open() : this.#readers).find(reader => reader.read(bytes, start, end, draft));
	}

	/** Fills the columns that the object tells; false where the text is none. */
	read(bytes: Uint8Array, text: Run, draft: EventDraft): boolean {
		return beginnings[bytes[text.start] ?? 0] === 1 && this.#turnTo(bytes, text) && this.#reader(bytes, this.#text, draft) !== undefined;
	}

	/** What the object says; undefined where the text is none. */
	describe(bytes: Uint8Array, text: Run, ignored: EventDraft): RecordFacts | undefined {
		if (!this.#turnTo(bytes, text)) {
			return undefined;
		}

		const object = bytes.slice(this.#text.start, this.#text.end);
		return this.#reader(object, {start: 0, end: object.length}, ignored)?.describe(object);
	}
}

function behindCookie(bytes: Uint8Array, start: number, end: number): number {
	const cookie = bytes[start] === atSign ? cookies.find(word => isWordAt(bytes, start, end, word)) : undefined;
	return cookie === undefined ? start : afterSpaces(bytes, start + cookie.length, end);
}

const atSign = 0x40;

/** 1 for what such a text may begin with: most begin otherwise. */
const beginnings = Uint8Array.from({length: 256}, (_, byte) => '{@ '.includes(String.fromCharCode(byte)) ? 1 : 0);
