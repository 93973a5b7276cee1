import type {EventDraft} from '../domain/event-draft.ts';
import {foreignText} from '../domain/foreign.ts';
import {ascii, bytesOf, isWordAt} from './byte-text.ts';
import {ContainedText, together} from './contained-text.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from './format.ts';
import {digitHeads} from './heads.ts';
import {linesOf} from './line-text.ts';
import {Stamp} from './stamp.ts';
import {readIsoTime} from './time-iso.ts';

/** What a container wrote, as Kubernetes' nodes keep it (CRI logging: `TIME stdout F text`). The text is read as what it is; the time is the node's. */
export const containerLog: Format = {
	name: 'container-log',
	title: 'Container logs (CRI: containerd, CRI-O)',
	framing: 'line',
	heads: digitHeads,
	open: kit => new ContainerReader(kit),
};

const streams = ['stdout', 'stderr'].map(name => ({name, mark: bytesOf(` ${name} `)}));

/** Nodes write RFC 3339: most lines are turned away by the byte behind the date. */
const dateBytes = '2026-03-03'.length;
const letterT = 0x54;
const letterF = 0x46;
const letterP = 0x50;

/** `F ` of a full line, `P ` of a part of one. */
const tagBytes = 2;

class ContainerReader implements FormatReader {
	readonly #stamp: Stamp;
	readonly #contained: ContainedText;
	#textStart = 0;
	#stream = '';
	#isPart = false;

	constructor(kit: ReaderKit) {
		this.#stamp = new Stamp(kit.hints);
		this.#contained = new ContainedText(kit);
	}

	#readHead(bytes: Uint8Array, start: number, end: number): boolean {
		if (bytes[start + dateBytes] !== letterT || !readIsoTime(bytes, start, end, this.#stamp)) {
			return false;
		}

		const stream = streams.find(({mark}) => isWordAt(bytes, this.#stamp.end, end, mark));
		const tag = this.#stamp.end + (stream?.mark.length ?? 0);
		this.#stream = stream?.name ?? '';
		this.#textStart = tag + tagBytes;
		this.#isPart = bytes[tag] === letterP;
		return stream !== undefined && this.#textStart <= end && (this.#isPart || bytes[tag] === letterF) && bytes[tag + 1] === ascii.space;
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		if (!this.#readHead(bytes, start, end)) {
			return false;
		}

		this.#contained.read({text: bytes.subarray(this.#textStart, end), stream: this.#stream, isPart: this.#isPart}, draft);
		this.#stamp.giveTo(draft);
		return true;
	}

	joinKey(): number {
		return this.#contained.joinKey();
	}

	joinWeight(): number {
		return this.#contained.joinWeight();
	}

	/** Of a line in parts, the text of all of them. */
	describe(bytes: Uint8Array): RecordFacts {
		const text = together(linesOf(bytes).map(line => this.#readHead(line, 0, line.length) ? line.subarray(this.#textStart) : line));
		const {fields, ...facts} = this.#contained.describe(text);
		return {
			...facts,
			fields: [{name: 'stream', value: foreignText(this.#stream)}, ...(this.#isPart ? [{name: 'part', value: foreignText('P')}] : []), ...fields],
		};
	}
}
