import {ByteRun} from '../../domain/event-draft.ts';
import {eachOnce, type Field} from '../../domain/field.ts';
import {ascii, bytesOf, isWordAt, nextByte} from '../bytes/byte-text.ts';
import type {Format, ReaderKit} from '../format.ts';
import {fieldsOfObjects} from '../json/json-fields.ts';
import {JsonLookup, jsonPath, jsonPaths} from '../json/json-lookup.ts';
import {setJsonText} from '../json/json-text.ts';
import {Stamp} from '../time/stamp.ts';
import {readIsoTime} from '../time/time-iso.ts';
import {ContainedReader, type Keeper} from './contained-reader.ts';
import {streams} from './contained-text.ts';

/** What a container wrote, as Docker keeps it (the `json-file` driver: `{"log":"text\\n","stream":"stdout","time":"..."}`). The text is read as what it is; the time is the daemon's. */
export const dockerLog: Format = {
	name: 'docker-log',
	title: 'Container logs (Docker)',
	framing: 'json',
	members: [['log', 'stream', 'time']],
	open: kit => new ContainedReader(new DockerKeeper(kit), kit),
};

const log = jsonPath('log');
const places = {log: jsonPaths('log'), stream: jsonPaths('stream'), time: jsonPaths('time')};

const streamWords = streams.map(name => bytesOf(name));

class DockerKeeper implements Keeper {
	readonly #lookup: JsonLookup;
	readonly stamp: Stamp;
	readonly text = new ByteRun();
	stream = 0;
	/** The daemon cuts long lines: the last part ends in a newline. */
	isPart = false;

	constructor({hints, json}: ReaderKit) {
		this.stamp = new Stamp(hints);
		this.#lookup = new JsonLookup(json);
	}

	/** Most lines hold no escape but that of their newline: their text lies in the record as it is. */
	#readText(bytes: Uint8Array, start: number, end: number): void {
		const escape = nextByte(bytes, ascii.backslash, start, end);
		const isPlain = escape < 0 || (escape === end - newlineEscape.length && isWordAt(bytes, escape, end, newlineEscape));
		this.isPart = escape < 0;
		if (isPlain) {
			this.text.set(bytes, start, this.isPart ? end : escape);
		} else {
			this.#readEscaped(bytes, start, end);
		}
	}

	#readEscaped(bytes: Uint8Array, start: number, end: number): void {
		const {text} = this;
		setJsonText(text, bytes, start, end);
		this.isPart = text.bytes[text.end - 1] !== ascii.newline;
		text.end -= this.isPart ? 0 : 1;
	}

	read(bytes: Uint8Array, start: number, end: number): boolean {
		const lookup = this.#lookup;
		if (!lookup.open(bytes, start, end) || !lookup.find(places.time) || !readIsoTime(bytes, lookup.start, lookup.end, this.stamp) || !lookup.find(places.stream)) {
			return false;
		}

		this.stream = streamWords.findIndex(word => lookup.end - lookup.start === word.length && isWordAt(bytes, lookup.start, lookup.end, word));
		if (this.stream < 0 || !lookup.has(log)) {
			return false;
		}

		if (lookup.find(places.log)) {
			this.#readText(bytes, lookup.start, lookup.end);
		} else {
			this.text.set(bytes, start, start);
			this.isPart = false;
		}

		return true;
	}

	fields(bytes: Uint8Array): readonly Field[] {
		return eachOnce(fieldsOfObjects(bytes)).filter(({name}) => !toldElsewhere.has(name));
	}
}

const newlineEscape = bytesOf(String.raw`\n`);

/** Told as the message and the time. */
const toldElsewhere: ReadonlySet<string> = new Set(['log', 'time']);
