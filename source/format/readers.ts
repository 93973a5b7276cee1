import {EntryFields} from './journald/entry-fields.ts';
import type {Format, FormatReader, ReaderKit, SourceHints} from './format.ts';
import {JsonMembers} from './json/json-members.ts';
import {KnownLines} from './line-memory/known-lines.ts';
import type {LineMemory} from './line-memory/line-memory.ts';

type Surroundings = {readonly formats: readonly Format[]; readonly hints: SourceHints; readonly layouts: ReaderKit['layouts']; readonly memory: LineMemory | undefined};

/**
The readers of one generation by the rows of their formats, each opened when it is first asked. All of them hold more than 100 kB; the lines of a file
mostly ask for two or three, and a folder may hold thousands of files.
*/
export class Readers {
	readonly #formats: readonly Format[];
	readonly #opened: Array<FormatReader | undefined>;
	/** By row, 1 for readers whose every record is an event by itself and tells of no other. */
	readonly #standAlone: Uint8Array;
	readonly #kit: ReaderKit;
	#json: JsonMembers | undefined;
	#entry: EntryFields | undefined;
	/** The lines that they know already. */
	readonly known: KnownLines | undefined;

	constructor({formats, hints, layouts, memory}: Surroundings) {
		const jsonMembers = () => this.json;
		const entryFields = () => this.entry;
		this.#formats = formats;
		this.#opened = formats.map(() => undefined);
		this.#standAlone = new Uint8Array(formats.length);
		this.known = memory === undefined ? undefined : new KnownLines(memory, formats.length);
		this.#kit = {
			hints,
			layouts,
			memory,
			get json() {
				return jsonMembers();
			},
			get entry() {
				return entryFields();
			},
		};
	}

	#open(row: number): FormatReader {
		const reader = this.#formats[row]!.open(this.#kit);
		this.#opened[row] = reader;
		this.#standAlone[row] = reader.joinKey === undefined && reader.missing === undefined ? 1 : 0;
		this.known?.open(row, reader.time);
		return reader;
	}

	/** The members of the record at hand, which all readers share. */
	get json(): JsonMembers {
		this.#json ??= new JsonMembers();
		return this.#json;
	}

	/** The fields of the journal entry at hand. */
	get entry(): EntryFields {
		this.#entry ??= new EntryFields();
		return this.#entry;
	}

	/** Those that have been asked so far. */
	get opened(): readonly FormatReader[] {
		return this.#opened.filter(reader => reader !== undefined);
	}

	/** Hot: asked several times a line. */
	at(row: number): FormatReader {
		return this.#opened[row] ?? this.#open(row);
	}

	/** Whether a record that the reader of that row took belongs to no others: then it is not asked about each. Hot. */
	isAlone(row: number): boolean {
		return this.#standAlone[row] === 1;
	}

	/** The reader of that row is asked first from now on. */
	leadBy(row: number): void {
		if (this.known !== undefined) {
			this.known.leader = row;
		}
	}

	/** Turns to another record. */
	forgetRecord(): void {
		this.#json?.forget();
	}

	/** The entry whose end was found is read. */
	forgetEntry(): void {
		this.#entry?.forget();
	}
}
