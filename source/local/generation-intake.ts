import type {EventDraft} from '../domain/event-draft.ts';
import type {Fault} from '../domain/fault.ts';
import type {Foreign} from '../domain/foreign.ts';
import type {GenerationDescription} from '../domain/source.ts';
import type {Intake, IntakeEvent, IntakeSink, RecordFacts} from '../format/format.ts';
import type {EventStore} from '../store/event-store.ts';
import {AheadIntake} from './ahead-intake.ts';

export type GenerationSurroundings = {
	readonly store: EventStore;
	/** Called before an event changes that may already have been shown. */
	readonly beforeChange: (row: number) => void;
	readonly fault: (type: Fault['type'], sentence: string) => void;
	readonly openIntake: (sink: IntakeSink) => Intake;
};

type ProvisionalEvent = {readonly row: number; readonly offsetBytes: number};

/** Takes one generation into the store, including the line at its end that is still being written. */
export class GenerationIntake implements IntakeSink {
	readonly #surroundings: GenerationSurroundings;
	readonly #intake: Intake;
	#isLate = false;
	/** The event of an unfinished line; the next line from there settles what it is. */
	#provisional: ProvisionalEvent | undefined;
	/** For a large file: its newest lines, until everything above them has been read. */
	#ahead: AheadIntake | undefined;
	readonly description: GenerationDescription;
	eventCount = 0;
	/** Holes that the records themselves tell of, such as a serial number that is skipped. */
	holeCount = 0;

	constructor(description: GenerationDescription, surroundings: GenerationSurroundings) {
		this.description = description;
		this.#surroundings = surroundings;
		this.#intake = surroundings.openIntake(this);
	}

	/** Settles an unfinished line: if no event came for it, it belongs to the record above. */
	#settleProvisional(before: ProvisionalEvent | undefined): void {
		if (before === undefined || this.#provisional !== before) {
			return;
		}

		this.#withdraw(before.row);
		this.#provisional = undefined;
	}

	#withdraw(row: number): void {
		this.#surroundings.beforeChange(row);
		this.#surroundings.store.withdraw(row);
		this.eventCount--;
	}

	#replace(row: number, event: IntakeEvent): number {
		this.#surroundings.beforeChange(row);
		this.#surroundings.store.replace(row, event, this.#isLate);
		return row;
	}

	/** Events shown ahead mostly turn out as they were shown, and then nothing visible changes. */
	#confirm(row: number, event: IntakeEvent): number {
		return this.#surroundings.store.confirm(row, event, this.#isLate) ? row : this.#replace(row, event);
	}

	#addOrConfirm(event: IntakeEvent): number {
		const row = this.#ahead?.take(event.offsetBytes);
		return row === undefined ? this.#append(event) : this.#confirm(row, event);
	}

	#append(event: IntakeEvent): number {
		this.eventCount++;
		return this.#surroundings.store.append(event, this.description.id, this.#isLate);
	}

	/** Withdraws events shown ahead whose turn has passed without an event. */
	#settleAhead(endBytes: number): void {
		for (const row of this.#ahead?.takePassed(endBytes) ?? []) {
			this.#withdraw(row);
		}

		if (this.#ahead?.count === 0) {
			this.#ahead = undefined;
		}
	}

	#openAhead(head: Uint8Array): AheadIntake {
		const {store, beforeChange, openIntake} = this.#surroundings;
		return new AheadIntake({store, generation: this.description.id, beforeChange, openIntake}, head);
	}

	get linesPerFormat(): readonly number[] {
		return this.#intake.linesPerFormat;
	}

	lines(bytes: Uint8Array, offsetBytes: number, isLate: boolean): void {
		this.#isLate = isLate;
		const before = this.#provisional;
		this.#intake.push(bytes, offsetBytes);
		this.#settleProvisional(before);
		this.#settleAhead(offsetBytes + bytes.length);
	}

	/** Takes lines further down than those given so far, to show them early; `head` holds the first lines of the file. */
	ahead(bytes: Uint8Array, offsetBytes: number, head: Uint8Array): void {
		this.#ahead ??= this.#openAhead(head);
		const before = this.#ahead.count;
		this.#ahead.lines(bytes, offsetBytes);
		this.eventCount += this.#ahead.count - before;
	}

	/** Drops the lines given ahead: they are no longer in the file and will not come again. */
	aheadGone(): void {
		this.#settleAhead(Infinity);
	}

	provisional(bytes: Uint8Array, offsetBytes: number): boolean {
		const before = this.#provisional;
		const isOver = this.#intake.provisional(bytes, offsetBytes);
		this.#settleProvisional(before);
		return isOver;
	}

	end(rest: Uint8Array, offsetBytes: number): void {
		const before = this.#provisional;
		this.#intake.end(rest, offsetBytes);
		this.#settleProvisional(before);
	}

	describe(format: number, bytes: Uint8Array): RecordFacts {
		return (this.#ahead ?? this.#intake).describe(format, bytes);
	}

	message(format: number, bytes: Uint8Array): Foreign {
		return (this.#ahead ?? this.#intake).message(format, bytes);
	}

	add(event: IntakeEvent): number {
		const {offsetBytes} = event;
		const isSameLine = this.#provisional?.offsetBytes === offsetBytes;
		const row = isSameLine ? this.#replace(this.#provisional!.row, event) : this.#addOrConfirm(event);
		if (isSameLine || event.isProvisional) {
			this.#provisional = event.isProvisional ? {row, offsetBytes} : undefined;
		}

		return row;
	}

	extend(row: number, lengthBytes: number, draft: EventDraft | undefined): void {
		const {store, beforeChange} = this.#surroundings;
		beforeChange(row);
		store.setLength(row, lengthBytes);
		if (draft !== undefined) {
			store.amend(row, draft);
		}
	}

	attach(row: number, offsetBytes: number, lengthBytes: number, draft: EventDraft | undefined): void {
		const {store, beforeChange} = this.#surroundings;
		beforeChange(row);
		store.attach(row, {offsetBytes, lengthBytes});
		if (draft !== undefined) {
			store.amend(row, draft);
		}
	}

	missing(sentence: string): void {
		const {id, source, modifiedMs} = this.description;
		this.holeCount++;
		this.#surroundings.store.appendGap({source, afterGeneration: id, micros: modifiedMs * 1000, sentence});
	}

	fault(type: Fault['type'], sentence: string): void {
		this.#surroundings.fault(type, sentence);
	}
}
