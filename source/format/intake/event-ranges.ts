import type {EventDraft} from '../../domain/event-draft.ts';
import {longestLineBytes} from '../../domain/limits.ts';
import type {IntakeSink} from '../format.ts';
import {type Join, Joins} from './joins.ts';

/** Says which bytes of a generation each event has, so that a line that tells nothing is lost as little as one that does. */
export class EventRanges {
	readonly #joins: Joins;
	/** Reused for every event, so that a row allocates nothing. */
	readonly #event;
	/** The line or record at hand, its carriage return included, its newline not. */
	#lineStart = 0;
	#lineEnd = 0;
	/** Where the next line begins: behind the newline, or where a gap cut this one short. */
	#nextStart = 0;
	/** Lines that go with the next event, from the head of the first to the head of the line below them. */
	#leadStart = -1;
	#leadEnd = -1;
	/** Whether they say something: blank lines and marks before a list are no loss. */
	#hasLeadText = false;

	constructor(sink: IntakeSink, draft: EventDraft) {
		this.#joins = new Joins(sink);
		this.#event = {draft, format: 0, offsetBytes: 0, lengthBytes: 0, isProvisional: false};
	}

	/** Turns to the next line. */
	turnTo(lineStart: number, lineEnd: number, nextStart = lineEnd + 1): void {
		this.#lineStart = lineStart;
		this.#lineEnd = lineEnd;
		this.#nextStart = nextStart;
	}

	/** Where the event of the line at hand begins. */
	get start(): number {
		return this.#leadStart >= 0 && this.#leadEnd === this.#lineStart ? this.#leadStart : this.#lineStart;
	}

	get end(): number {
		return this.#lineEnd;
	}

	/** The draft as an event that has the line at hand, or as more of the one with the same key. */
	add(format: number, join: Join): void {
		const event = this.#event;
		event.format = format;
		event.offsetBytes = this.start;
		event.lengthBytes = this.#lineEnd - event.offsetBytes;
		this.#joins.add(event, join);
		this.#leadStart = -1;
	}

	/** Whether the line at hand lies directly below the last event, and both are no more than one may be. */
	canGrowLast(): boolean {
		return this.#joins.isBelowLast(this.start) && this.#lineEnd - this.#joins.last.offset <= longestLineBytes;
	}

	/** The line at hand belongs to the last event. */
	growLast(): void {
		this.#joins.growLast(this.#lineEnd);
		this.#leadStart = -1;
	}

	/** The line at hand belongs to the event of the line below. */
	keepForNext(what: 'text' | 'blank'): void {
		this.keepHead(this.#nextStart);
		this.#hasLeadText ||= what === 'text';
	}

	/** Whether lines were kept for an event that begins elsewhere: what comes below them is a list, whose records begin behind its bracket. */
	get isLeadStranded(): boolean {
		return this.#leadStart >= 0 && this.#hasLeadText && this.#leadEnd !== this.#lineStart;
	}

	/** Whether the lines kept are as many as one event may have. */
	get isFull(): boolean {
		return this.#leadStart >= 0 && this.#leadEnd - this.#leadStart > longestLineBytes;
	}

	/** What the line at hand has before `end` belongs to the event that begins there. */
	keepHead(end: number): void {
		if (end <= this.start) {
			return;
		}

		this.#hasLeadText &&= this.start !== this.#lineStart;
		this.#leadStart = this.start;
		this.#leadEnd = end;
	}

	/** Turns to the lines that were kept for the next event; false where none were, or nothing but blank ones behind a list, which are no event. */
	turnToKept(): boolean {
		this.turnTo(this.#leadEnd, this.#leadEnd - 1);
		return this.#leadStart >= 0 && (this.#hasLeadText || this.#joins.endsAbove(this.start));
	}
}
