import {longestLineBytes} from '../../domain/limits.ts';
import type {FormatReader, IntakeEvent, IntakeSink} from '../format.ts';
import {type OpenEvent, OpenEvents} from './open-events.ts';

/** How a record belongs to others: those with its key, and where there are stages, with none of its weight yet. */
export type Join = {readonly key: number; readonly weight: number; readonly hasStages: boolean};

/** Of a record that is an event by itself. */
export const joinedToNone: Join = {key: 0, weight: 0, hasStages: false};

/** How the record that a reader read last belongs to others. */
export const joinOf = (reader: FormatReader): Join =>
	reader.joinKey === undefined ? joinedToNone : {key: reader.joinKey(), weight: reader.joinWeight?.() ?? 0, hasStages: reader.hasStages === true};

/** The most that records of one key are together: a container's line may come in fifty thousand parts. What is printed of an event must fit into one text. */
const longestJoinedBytes = 16 * longestLineBytes;

/** Gives events on; records with one key become one event, wherever in the generation they lie. */
export class Joins {
	readonly #sink: IntakeSink;
	/** Made with the first record that has a key: thousands of logs have none. */
	#open: OpenEvents | undefined;
	/** The event given on last, to which the bytes directly below may belong, unless it lies in parts. */
	readonly last = {row: -1, offset: 0, end: 0, isSplit: false};

	constructor(sink: IntakeSink) {
		this.#sink = sink;
	}

	#addNew(event: IntakeEvent, join: Join): void {
		const row = this.#sink.add(event);
		this.last.row = row;
		this.last.offset = event.offsetBytes;
		this.last.isSplit = false;
		if (join.key === 0) {
			return;
		}

		this.#open ??= new OpenEvents();
		this.#open.open(join, row, event);
	}

	#addTo(open: OpenEvent, {draft, offsetBytes, lengthBytes}: IntakeEvent, {weight, hasStages}: Join): void {
		open.lengthBytes += 1 + lengthBytes;
		const better = weight > open.weight ? draft : undefined;
		open.weight = Math.max(weight, open.weight);
		if (hasStages) {
			open.stages?.push(weight);
		}

		open.isSplit ||= !(this.last.row === open.row && this.isBelowLast(offsetBytes));
		if (open.isSplit) {
			this.#sink.attach(open.row, offsetBytes, lengthBytes, better);
		} else {
			this.#sink.extend(open.row, offsetBytes + lengthBytes - open.offset, better);
		}

		this.last.row = open.row;
		this.last.offset = open.offset;
		this.last.isSplit = open.isSplit;
	}

	/** Gives a record on, as an event or as more of the one that it belongs to. Key 0 belongs to none. */
	add(event: IntakeEvent, join: Join): void {
		const open = join.key === 0 ? undefined : this.#open?.find(join);
		if (open === undefined || open.lengthBytes + event.lengthBytes > longestJoinedBytes) {
			// Records beyond what one event may be are another event of that key.
			this.#addNew(event, join);
		} else {
			this.#addTo(open, event, join);
		}

		this.last.end = event.offsetBytes + event.lengthBytes;
	}

	/** Whether nothing but a newline lies between the last event and this offset, which may then be part of it. */
	isBelowLast(offset: number): boolean {
		return this.last.row >= 0 && !this.last.isSplit && this.last.end + 1 === offset;
	}

	/** Whether no byte between the last event and this offset belongs to none, as the brackets of a list do. */
	endsAbove(offset: number): boolean {
		return this.last.row < 0 || this.last.end + 1 >= offset;
	}

	/** The last event goes on to `end`. */
	growLast(end: number): void {
		this.last.end = end;
		this.#sink.extend(this.last.row, end - this.last.offset, undefined);
	}
}
