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

type OpenLine = {readonly key: number; readonly text: Uint8Array; readonly parts: number};

/** Reads the lines inside a container's log as what they are. A line that its node cut is one event: each part is read with those before it. */
export class ContainedText {
	readonly #json = new JsonMembers();
	readonly #inside: readonly FormatReader[];
	/** The lines of which only parts came yet, by stream. */
	readonly #open = new Map<string, OpenLine>();
	#line: ContainedLine = {text: new Uint8Array(0), stream: '', isPart: false};
	#keysGiven = 0;

	constructor({hints, layouts}: ReaderKit) {
		this.#inside = inside.map(format => format.open({hints, layouts, json: this.#json}));
	}

	#reader(text: Uint8Array, draft: EventDraft): FormatReader {
		this.#json.forget();
		return this.#inside.find(reader => reader.read(text, 0, text.length, draft))!;
	}

	/** The columns of a line, or of all that is there of it. */
	read(line: ContainedLine, draft: EventDraft): void {
		const open = this.#open.get(line.stream);
		this.#line = open === undefined ? line : {...line, text: together(open.text, line.text)};
		this.#reader(this.#line.text, draft);
		draft.fault = undefined;
	}

	/** What joins the parts of the line read last; a line in one part is an event by itself. Asked once a record. */
	joinKey(): number {
		const {stream, text, isPart} = this.#line;
		const open = this.#open.get(stream);
		if (open === undefined && !isPart) {
			return 0;
		}

		const key = open?.key ?? ++this.#keysGiven;
		if (isPart) {
			this.#open.set(stream, {key, text: Uint8Array.from(text), parts: (open?.parts ?? 0) + 1});
		} else {
			this.#open.delete(stream);
		}

		return key;
	}

	/** The more parts, the more a reading of them tells; asked after `joinKey`. */
	joinWeight(): number {
		return this.#open.get(this.#line.stream)?.parts ?? Number.MAX_SAFE_INTEGER;
	}

	describe(text: Uint8Array): RecordFacts {
		return this.#reader(text, ignored).describe(text);
	}
}

/** The texts one behind the other. */
export function together(...texts: readonly Uint8Array[]): Uint8Array {
	const length = Math.min(mostTextBytes, texts.reduce((sum, text) => sum + text.length, 0));
	const whole = new Uint8Array(length);
	let at = 0;
	for (const text of texts) {
		whole.set(text.subarray(0, length - at), at);
		at = Math.min(length, at + text.length);
	}

	return whole;
}
