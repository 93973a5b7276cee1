import {type ByteRun, EventDraft} from '../../domain/event-draft.ts';
import {ascii} from '../bytes/byte-text.ts';
import type {FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {kubernetesAudit} from '../cloud/kubernetes-audit.ts';
import {JsonMembers} from '../json/json-members.ts';
import {jsonLines} from '../json/json-lines.ts';
import {isSpaceByte} from '../json/json-values.ts';
import {KnownLines} from '../line-memory/known-lines.ts';
import {log4j} from '../programs/log4j.ts';
import {logfmt} from '../programs/logfmt.ts';
import {plainText} from '../programs/plain-text.ts';
import {webAccess} from '../web/web-access.ts';
import {mostTextBytes, OpenLine} from './open-line.ts';

/** The two outputs of a program. */
export const streams = ['stdout', 'stderr'] as const;

/** What a program in a container wrote, as its node kept it; `stream` is the place among `streams`. */
export type ContainedLine = {
	readonly text: ByteRun;
	readonly stream: number;
	/** Whether more of the line follows. */
	readonly isPart: boolean;
};

/** What may be inside text; the last takes everything. */
const inText = [webAccess, log4j, logfmt, plainText];

/** Takes what a reader finds that is only asked whether it understands. */
const ignored = new EventDraft();

/**
Reads the lines inside a container's log as what they are. A line that its node cut is one event: a part is read with those before it, where as much has come
again as when they were read last. Each part with all before it would take ages where somebody writes a line in thousands of parts.
*/
export class ContainedText {
	readonly #members = new JsonMembers();
	readonly #json: FormatReader;
	readonly #audit: FormatReader;
	readonly #text: readonly FormatReader[];
	/** The lines that are known, JSON's as row 0 and those of text behind it. */
	readonly #known: KnownLines | undefined;
	/** By stream. */
	readonly #open = streams.map(() => new OpenLine());
	#line: ContainedLine | undefined;
	/** How much of the line was there when it was read with the part at hand; 0 where it was not read. */
	#readBytes = 0;
	#weight = 0;
	#keysGiven = 0;

	constructor(outside: ReaderKit) {
		const kit = {...outside, json: this.#members};
		this.#json = jsonLines.open(kit);
		this.#audit = kubernetesAudit.open(kit);
		this.#text = inText.map(format => format.open(kit));
		this.#known = kit.memory === undefined ? undefined : new KnownLines(kit.memory, 1 + inText.length);
		for (const [row, {time}] of [this.#json, ...this.#text].entries()) {
			this.#known?.open(row, time);
		}
	}

	/** An audit event of a cluster, or any object. */
	#jsonReader(bytes: Uint8Array, start: number, end: number, draft: EventDraft): FormatReader | undefined {
		this.#members.forget();
		return canBeginJson(bytes[start]) ? [this.#audit, this.#json].find(reader => reader.read(bytes, start, end, draft)) : undefined;
	}

	/** The reader that understands the text, whose columns the draft then holds. */
	#reader(bytes: Uint8Array, start: number, end: number, draft: EventDraft): FormatReader {
		const json = this.#jsonReader(bytes, start, end, draft);
		if (json !== undefined) {
			return json;
		}

		for (const reader of this.#text) {
			if (reader.read(bytes, start, end, draft)) {
				reader.finish?.(bytes, start, end, draft);
				return reader;
			}
		}

		throw new Error('plain text must take every line');
	}

	#isKnown(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		return this.#known?.begin(start, end) === true && this.#known.read(bytes, start, end, draft) >= 0;
	}

	/** What is no JSON though it may begin it hangs on more than words. */
	#learn(bytes: Uint8Array, start: number, end: number, {reader, draft}: {readonly reader: FormatReader; readonly draft: EventDraft}): void {
		if (reader === this.#json || !canBeginJson(bytes[start])) {
			this.#known?.learn(bytes, start, end, {row: 1 + this.#text.indexOf(reader), draft});
		}
	}

	#readText(bytes: Uint8Array, start: number, end: number, draft: EventDraft): void {
		if (!this.#isKnown(bytes, start, end, draft)) {
			const reader = this.#reader(bytes, start, end, draft);
			this.#learn(bytes, start, end, {reader, draft});
		}

		draft.fault = undefined;
		this.#readBytes = end - start;
	}

	/** The columns of a line, or of all that is there of it. Nothing is kept of it before `joinKey`: a line that is still being written is read more than once. */
	read(line: ContainedLine, draft: EventDraft): void {
		const {text, isPart} = line;
		const open = this.#open[line.stream]!;
		this.#line = line;
		this.#readBytes = 0;
		if (!open.isOpen) {
			this.#readText(text.bytes, text.start, text.end, draft);
		} else if (!isPart || open.usedBytes + text.end - text.start >= 2 * open.readBytes) {
			const end = open.put(text);
			this.#readText(open.room, 0, end, draft);
		}
	}

	/** What joins the parts of the line read last; a line in one part is an event by itself. Asked once a record. */
	joinKey(): number {
		const {text, stream, isPart} = this.#line!;
		const open = this.#open[stream]!;
		if (!isPart && !open.isOpen) {
			return 0;
		}

		const key = open.isOpen ? open.key : ++this.#keysGiven;
		this.#weight = isPart ? this.#readBytes : Number.MAX_SAFE_INTEGER;
		if (isPart) {
			open.keep(text, key, this.#readBytes);
		} else {
			open.close();
		}

		return key;
	}

	/** The more of it there was, the more a reading of a line tells; asked after `joinKey`. */
	joinWeight(): number {
		return this.#weight;
	}

	describe(text: Uint8Array): RecordFacts {
		return this.#reader(text, 0, text.length, ignored).describe(text);
	}
}

const canBeginJson = (head: number = ascii.newline): boolean => head === ascii.openBrace || isSpaceByte(head);

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
