import {EventDraft} from '../domain/event-draft.ts';
import {decodeForeign} from '../text/foreign.ts';
import {ascii, bytesOf, isWordAt} from './byte-text.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from './format.ts';
import {digitHeads} from './heads.ts';
import {jsonLines} from './json-lines.ts';
import {log4j} from './log4j.ts';
import {logfmt} from './logfmt.ts';
import {plainText} from './plain-text.ts';
import {Stamp} from './stamp.ts';
import {readIsoTime} from './time-iso.ts';
import {webAccess} from './web-access.ts';

/** What a container wrote, as Kubernetes' nodes keep it (CRI logging: `TIME stdout F text`). The text is read as what it is; the time is the node's. */
export const containerLog: Format = {
	name: 'container-log',
	title: 'Container logs (CRI: containerd, CRI-O)',
	framing: 'line',
	heads: digitHeads,
	open: kit => new ContainerReader(kit),
};

const streams = ['stdout', 'stderr'].map(name => ({name, mark: bytesOf(` ${name} `)}));

/** What may be inside; the last takes everything. */
const inside = [jsonLines, webAccess, log4j, logfmt, plainText];

/** Takes what a reader finds that is only asked whether it understands. */
const ignored = new EventDraft();

/** Nodes write RFC 3339: most lines are turned away by the byte behind the date. */
const dateBytes = '2026-03-03'.length;
const letterT = 0x54;

/** `F ` of a full line, `P ` of a part of one. */
const tagBytes = 2;

class ContainerReader implements FormatReader {
	readonly #stamp: Stamp;
	readonly #inside: readonly FormatReader[];
	#textStart = 0;
	#stream = '';
	#isPart = false;

	constructor(kit: ReaderKit) {
		this.#stamp = new Stamp(kit.hints);
		this.#inside = inside.map(format => format.open(kit));
	}

	#readHead(bytes: Uint8Array, start: number, end: number): boolean {
		if (bytes[start + dateBytes] !== letterT || !readIsoTime(bytes, start, end, this.#stamp)) {
			return false;
		}

		const stream = streams.find(({mark}) => isWordAt(bytes, this.#stamp.end, end, mark));
		const tag = this.#stamp.end + (stream?.mark.length ?? 0);
		this.#stream = stream?.name ?? '';
		this.#textStart = tag + tagBytes;
		this.#isPart = bytes[tag] === 0x50;
		return stream !== undefined && this.#textStart <= end && (this.#isPart || bytes[tag] === 0x46) && bytes[tag + 1] === ascii.space;
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		if (!this.#readHead(bytes, start, end)) {
			return false;
		}

		for (const reader of this.#inside) {
			if (reader.read(bytes, this.#textStart, end, draft)) {
				break;
			}
		}

		draft.fault = undefined;
		this.#stamp.giveTo(draft);
		return true;
	}

	describe(bytes: Uint8Array): RecordFacts {
		this.#readHead(bytes, 0, bytes.length);
		const text = bytes.subarray(this.#textStart);
		const {fields, ...facts} = this.#inside.find(reader => reader.read(text, 0, text.length, ignored))!.describe(text);
		return {
			...facts,
			fields: [
				{name: 'stream', value: decodeForeign(bytesOf(this.#stream))},
				...(this.#isPart ? [{name: 'part', value: decodeForeign(bytesOf('P'))}] : []),
				...fields,
			],
		};
	}
}
