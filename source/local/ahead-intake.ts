import type {EventDraft} from '../domain/event-draft.ts';
import type {Foreign} from '../domain/foreign.ts';
import type {GenerationId} from '../domain/source.ts';
import type {Intake, IntakeEvent, IntakeSink, RecordFacts} from '../format/format.ts';
import type {EventStore} from '../store/event-store.ts';

export type AheadSurroundings = {
	readonly store: EventStore;
	readonly generation: GenerationId;
	/** Called before an event changes that may already have been shown. */
	readonly beforeChange: (row: number) => void;
	readonly openIntake: (sink: IntakeSink) => Intake;
};

/** Of what belongs to no event that is shown. */
const noRow = -1;

/**
Takes the newest lines of a large file into the store before everything above them has been read.

Only events with a time of their own are shown, because lines without one may belong to a record whose beginning has not been read yet.
Faults are not reported: every line comes again in its turn and reports them then.
*/
export class AheadIntake implements IntakeSink {
	readonly #surroundings: AheadSurroundings;
	readonly #intake: Intake;
	/** The event at each offset, in file order. */
	readonly #rows = new Map<number, number>();
	/** Events of the head are not shown here, because their turn comes first anyway. */
	readonly #shownFromBytes: number;

	/** `head`: the first lines of the file, one of which may name the columns of all others. */
	constructor(surroundings: AheadSurroundings, head: Uint8Array) {
		this.#surroundings = surroundings;
		this.#shownFromBytes = head.length;
		this.#intake = surroundings.openIntake(this);
		this.#intake.push(head, 0);
	}

	#amend(row: number, draft: EventDraft | undefined): void {
		if (draft !== undefined) {
			this.#surroundings.store.amend(row, draft);
		}
	}

	/** The number of events that wait for their turn. */
	get count(): number {
		return this.#rows.size;
	}

	/** Ignores lines that make sense only together with unread lines above them. */
	lines(bytes: Uint8Array, offsetBytes: number): void {
		if (!this.#intake.isHolding) {
			this.#intake.push(bytes, offsetBytes);
		}
	}

	describe(format: number, bytes: Uint8Array): RecordFacts {
		return this.#intake.describe(format, bytes);
	}

	message(format: number, bytes: Uint8Array): Foreign {
		return this.#intake.message(format, bytes);
	}

	/** Hands over the event shown for the record at this offset. */
	take(offsetBytes: number): number | undefined {
		const row = this.#rows.get(offsetBytes);
		this.#rows.delete(offsetBytes);
		return row;
	}

	/** Hands over the events up to this offset whose lines came in their turn and turned out to be parts of other records. */
	takePassed(endBytes: number): readonly number[] {
		const passed: number[] = [];
		for (const [offsetBytes, row] of this.#rows) {
			if (offsetBytes >= endBytes) {
				break;
			}

			passed.push(row);
			this.#rows.delete(offsetBytes);
		}

		return passed;
	}

	add(event: IntakeEvent): number {
		if (event.offsetBytes < this.#shownFromBytes || Number.isNaN(event.draft.timeMicros)) {
			return noRow;
		}

		const {store, generation} = this.#surroundings;
		const row = store.appendAhead(event, generation);
		this.#rows.set(event.offsetBytes, row);
		return row;
	}

	extend(row: number, lengthBytes: number, draft: EventDraft | undefined): void {
		if (row === noRow) {
			return;
		}

		this.#surroundings.beforeChange(row);
		this.#surroundings.store.setLength(row, lengthBytes);
		this.#amend(row, draft);
	}

	attach(row: number, offsetBytes: number, lengthBytes: number, draft: EventDraft | undefined): void {
		if (row === noRow) {
			return;
		}

		this.#surroundings.beforeChange(row);
		this.#surroundings.store.attach(row, {offsetBytes, lengthBytes});
		this.#amend(row, draft);
	}

	missing(): void {
		// Told when the lines are given in their turn.
	}

	fault(): void {
		// Told when the lines are given in their turn.
	}
}
