import type {IntakeEvent, IntakeSink} from './format.ts';

/** Events whose records may still be coming: Linux audit writes the records of a few events interleaved. */
const mostOpen = 64;

type Open = {readonly key: number; readonly row: number; readonly offset: number; end: number; isSplit: boolean; weight: number};

/** Gives events on; records with one key become one event, wherever in the generation they lie. */
export class Joins {
	readonly #sink: IntakeSink;
	readonly #open: Open[] = [];
	#lastRow = -1;

	constructor(sink: IntakeSink) {
		this.#sink = sink;
	}

	#addNew(event: IntakeEvent, key: number, weight: number): number {
		const row = this.#sink.add(event);
		if (key !== 0) {
			this.#open.push({key, row, offset: event.offsetBytes, end: event.offsetBytes + event.lengthBytes, isSplit: false, weight});
			if (this.#open.length > mostOpen) {
				this.#open.shift();
			}
		}

		return row;
	}

	#addTo(open: Open, {draft, offsetBytes, lengthBytes}: IntakeEvent, weight: number): number {
		const better = weight > open.weight ? draft : undefined;
		open.weight = Math.max(weight, open.weight);
		// Directly below, but for the newline between (CRLF: two bytes).
		if (!open.isSplit && this.#lastRow === open.row && offsetBytes - open.end <= 2) {
			open.end = offsetBytes + lengthBytes;
			this.#sink.extend(open.row, open.end - open.offset, better);
		} else {
			open.isSplit = true;
			this.#sink.attach(open.row, offsetBytes, lengthBytes, better);
		}

		return open.row;
	}

	/** Answers the row of the event that the record belongs to. Key 0 belongs to none. */
	add(event: IntakeEvent, key: number, weight: number): number {
		const open = key === 0 ? undefined : this.#open.findLast(candidate => candidate.key === key);
		this.#lastRow = open === undefined ? this.#addNew(event, key, weight) : this.#addTo(open, event, weight);
		return this.#lastRow;
	}
}
