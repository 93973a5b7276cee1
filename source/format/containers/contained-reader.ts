import type {EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import type {FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {linesOf} from '../intake/line-text.ts';
import type {Stamp} from '../time/stamp.ts';
import {type ContainedLine, ContainedText, together} from './contained-text.ts';

/** How a node keeps what programs in containers write: the line of the record that it read last. Reused for every record. */
export type Keeper = ContainedLine & {
	/** When the node got the line. */
	readonly stamp: Stamp;
	/** An event is always one record, which may be laid out over lines; else each line of an event is one. */
	readonly isOneRecord?: true;
	/** Whether the record is kept in this way. */
	read(bytes: Uint8Array, start: number, end: number): boolean;
	/** What the node wrote beside the text and the time. `bytes` is the whole of an event, whose records have all been read. */
	fields(bytes: Uint8Array): readonly Field[];
};

/** Reads lines of containers, whatever keeps them: the text is read as what it is; the time is the node's. */
export class ContainedReader implements FormatReader {
	readonly #keeper: Keeper;
	readonly #kit: ReaderKit;
	#opened: ContainedText | undefined;

	constructor(keeper: Keeper, kit: ReaderKit) {
		this.#keeper = keeper;
		this.#kit = kit;
	}

	/** Made with the first line that is one: readers of most logs that may be a container's are only held ready. */
	get #contained(): ContainedText {
		this.#opened ??= new ContainedText(this.#kit);
		return this.#opened;
	}

	/** Of a line in parts, the text of all of them. */
	#textOf(bytes: Uint8Array): Uint8Array {
		const {text} = this.#keeper;
		const records = this.#keeper.isOneRecord ? [bytes] : linesOf(bytes);
		return together(records.map(line => this.#keeper.read(line, 0, line.length) ? text.bytes.slice(text.start, text.end) : line));
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		const keeper = this.#keeper;
		if (!keeper.read(bytes, start, end)) {
			return false;
		}

		this.#contained.read(keeper, draft);
		keeper.stamp.giveTo(draft);
		return true;
	}

	joinKey(): number {
		return this.#contained.joinKey();
	}

	joinWeight(): number {
		return this.#contained.joinWeight();
	}

	describe(bytes: Uint8Array): RecordFacts {
		const {fields, ...facts} = this.#contained.describe(this.#textOf(bytes));
		return {...facts, fields: [...this.#keeper.fields(bytes), ...fields]};
	}
}
