import {EventDraft} from '../domain/event-draft.ts';
import type {FormatReader, ReaderKit, RecordFacts} from './format.ts';
import {JsonMembers} from './json-members.ts';
import {jsonLines} from './json-lines.ts';
import {log4j} from './log4j.ts';
import {logfmt} from './logfmt.ts';
import {plainText} from './plain-text.ts';
import {webAccess} from './web-access.ts';

/** What a program in a container wrote, as its node kept it: the stream, and whether more of the line follows. */
export type ContainedLine = {readonly text: Uint8Array; readonly stream: string; readonly isPart: boolean};

/** What may be inside; the last takes everything. */
const inside = [jsonLines, webAccess, log4j, logfmt, plainText];

/** Takes what a reader finds that is only asked whether it understands. */
const ignored = new EventDraft();

/** Parts of one line are put together up to here. Nodes cut lines at 16 kB, and no program's line that is read for its columns is as long. */
const mostTextBytes = 1_048_576;

/** A line of which only parts came yet. */
type OpenLine = {
	readonly key: number;
	/** What came of it; the bytes behind `usedBytes` are room for more. */
	readonly room: Uint8Array;
	readonly usedBytes: number;
	/** How much had come when it was read last. */
	readonly readBytes: number;
};

/**
Reads the lines inside a container's log as what they are. A line that its node cut is one event: a part is read with those before it, where as much has come
again as when they were read last. Each part with all before it would take ages where somebody writes a line in thousands of parts.
*/
export class ContainedText {
	readonly #json = new JsonMembers();
	readonly #inside: readonly FormatReader[];
	/** By stream. */
	readonly #open = new Map<string, OpenLine>();
	#line: ContainedLine = {text: new Uint8Array(0), stream: '', isPart: false};
	/** How much of the line was there when it was read with the part at hand; 0 where it was not read. */
	#readBytes = 0;
	#weight = 0;
	#keysGiven = 0;

	constructor({hints, layouts}: ReaderKit) {
		this.#inside = inside.map(format => format.open({hints, layouts, json: this.#json}));
	}

	#reader(text: Uint8Array, draft: EventDraft): FormatReader {
		this.#json.forget();
		return this.#inside.find(reader => reader.read(text, 0, text.length, draft))!;
	}

	#readText(text: Uint8Array, draft: EventDraft): void {
		this.#reader(text, draft);
		draft.fault = undefined;
		this.#readBytes = text.length;
	}

	/** The columns of a line, or of all that is there of it. */
	read(line: ContainedLine, draft: EventDraft): void {
		const open = this.#open.get(line.stream);
		this.#line = line;
		this.#readBytes = 0;
		if (open === undefined) {
			this.#readText(line.text, draft);
		} else if (!line.isPart || open.usedBytes + line.text.length >= 2 * open.readBytes) {
			this.#readText(together([open.room.subarray(0, open.usedBytes), line.text]), draft);
		}
	}

	/** What joins the parts of the line read last; a line in one part is an event by itself. Asked once a record. */
	joinKey(): number {
		const {stream, text, isPart} = this.#line;
		const open = this.#open.get(stream);
		if (open === undefined && !isPart) {
			return 0;
		}

		const {key, room, usedBytes, readBytes} = open ?? {key: ++this.#keysGiven, room: text.slice(0, 0), usedBytes: 0, readBytes: 0};
		this.#weight = isPart ? this.#readBytes : Number.MAX_SAFE_INTEGER;
		if (isPart) {
			const kept = text.subarray(0, mostTextBytes - usedBytes);
			this.#open.set(stream, {key, room: appended(room, usedBytes, kept), usedBytes: usedBytes + kept.length, readBytes: this.#readBytes || readBytes});
		} else {
			this.#open.delete(stream);
		}

		return key;
	}

	/** The more of it there was, the more a reading of a line tells; asked after `joinKey`. */
	joinWeight(): number {
		return this.#weight;
	}

	describe(text: Uint8Array): RecordFacts {
		return this.#reader(text, ignored).describe(text);
	}
}

/** The texts one behind the other. */
export function together(texts: readonly Uint8Array[]): Uint8Array {
	const length = Math.min(mostTextBytes, texts.reduce((sum, text) => sum + text.length, 0));
	const whole = new Uint8Array(length);
	let at = 0;
	for (const text of texts) {
		whole.set(text.subarray(0, length - at), at);
		at = Math.min(length, at + text.length);
	}

	return whole;
}

/** The room with a text behind what is used of it; twice as large a one where that does not fit. */
function appended(room: Uint8Array, usedBytes: number, text: Uint8Array): Uint8Array {
	const wantedBytes = usedBytes + text.length;
	const wide = wantedBytes <= room.length ? room : new Uint8Array(2 * wantedBytes);
	if (wide !== room) {
		wide.set(room.subarray(0, usedBytes));
	}

	wide.set(text, usedBytes);
	return wide;
}
