import type {EventDraft} from '../domain/event-draft.ts';
import {ascii, latinText} from './byte-text.ts';
import {ContainedText, together} from './contained-text.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from './format.ts';
import {eachOnce, fieldsOfObjects} from './json-fields.ts';
import {JsonLookup, jsonPaths} from './json-lookup.ts';
import {unescapeJson} from './json-text.ts';
import {linesOf} from './line-text.ts';
import {Stamp} from './stamp.ts';
import {readIsoTime} from './time-iso.ts';

/** What a container wrote, as Docker keeps it (the `json-file` driver: `{"log":"text\\n","stream":"stdout","time":"..."}`). The text is read as what it is; the time is the daemon's. */
export const dockerLog: Format = {
	name: 'docker-log',
	title: 'Container logs (Docker)',
	framing: 'json',
	members: [['log', 'stream', 'time']],
	open: kit => new DockerReader(kit),
};

const places = {log: jsonPaths('log'), stream: jsonPaths('stream'), time: jsonPaths('time')};

class DockerReader implements FormatReader {
	readonly #stamp: Stamp;
	readonly #lookup: JsonLookup;
	readonly #contained: ContainedText;
	#text = new Uint8Array(0) as Uint8Array;
	#stream = '';
	/** The daemon cuts long lines: the last part ends in a newline. */
	#isPart = false;

	constructor(kit: ReaderKit) {
		this.#stamp = new Stamp(kit.hints);
		this.#lookup = new JsonLookup(kit.json);
		this.#contained = new ContainedText(kit);
	}

	#readLine(bytes: Uint8Array, start: number, end: number): boolean {
		const lookup = this.#lookup;
		if (!lookup.open(bytes, start, end) || !lookup.find(places.time) || !readIsoTime(bytes, lookup.start, lookup.end, this.#stamp) || !lookup.find(places.stream)) {
			return false;
		}

		this.#stream = latinText(bytes, lookup.start, lookup.end);
		if (!lookup.find(places.log)) {
			return false;
		}

		const text = unescapeJson(bytes, lookup.start, lookup.end);
		this.#isPart = text.at(-1) !== ascii.newline;
		this.#text = this.#isPart ? text : text.subarray(0, -1);
		return this.#stream === 'stdout' || this.#stream === 'stderr';
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		if (!this.#readLine(bytes, start, end)) {
			return false;
		}

		this.#contained.read({text: this.#text, stream: this.#stream, isPart: this.#isPart}, draft);
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
		const texts = linesOf(bytes).map(line => this.#readLine(line, 0, line.length) ? this.#text : line);
		const {fields, ...facts} = this.#contained.describe(together(texts));
		return {...facts, fields: [...eachOnce(fieldsOfObjects(bytes)).filter(({name}) => !toldElsewhere.has(name)), ...fields]};
	}
}

/** Told as the message and the time. */
const toldElsewhere: ReadonlySet<string> = new Set(['log', 'time']);
