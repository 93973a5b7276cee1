import type {Field} from '../../domain/field.ts';
import {ByteRun, type EventDraft} from '../../domain/event-draft.ts';
import {afterSpaces, ascii, wordEnd} from '../bytes/byte-text.ts';
import {MessageReader} from '../messages/message-reader.ts';
import type {TableCells} from './table-cells.ts';

/** Reads what a program's message in a cell tells. */
export class TableMessages {
	readonly #cells: TableCells;
	readonly #text = new ByteRun();
	readonly #program = new ByteRun();
	readonly #messages = new MessageReader();

	constructor(cells: TableCells) {
		this.#cells = cells;
	}

	/** Takes the message and who wrote it; a message that had to be decoded is one of no program, because both have to lie in one buffer. */
	#take(bytes: Uint8Array, message: number, program: number): void {
		this.#cells.setRun(this.#text, bytes, message);
		this.#program.clear();
		if (program >= 0 && this.#text.bytes === bytes) {
			this.#cells.setRun(this.#program, bytes, program);
		} else {
			this.#takeTag();
		}
	}

	/** Where no cell names a program, the message may begin with a tag that says what it is: `%ASA-6-605004: `. */
	#takeTag(): void {
		const {bytes, start, end} = this.#text;
		const tagEnd = bytes[start] === ascii.percent ? wordEnd(bytes, start, end) : start;
		const isTagged = tagEnd > start && bytes[tagEnd - 1] === ascii.colon;
		this.#program.set(bytes, start, isTagged ? tagEnd - 1 : start);
		this.#text.start = isTagged ? afterSpaces(bytes, tagEnd, end) : start;
	}

	/** Fills the columns that the message knows; true where it is told by one of its numbers, so that no line with others is like it. */
	read(bytes: Uint8Array, message: number, program: number, draft: EventDraft): boolean {
		this.#take(bytes, message, program);
		return this.#messages.read(this.#text.bytes, this.#program, this.#text, draft) && this.#messages.isToldByNumber;
	}

	/** Everything that it names. */
	fields(bytes: Uint8Array, message: number, program: number): Field[] {
		this.#take(bytes, message, program);
		return this.#messages.fields(this.#text.bytes, this.#program, this.#text);
	}
}
