import {recordDigest} from '../domain/record-digest.ts';
import type {EventId, EventRow} from '../engine/engine.ts';
import {type NoteKey, noteKeyOf} from '../format/ledgerline/notes.ts';
import {placeOfRow, rowsPerSegment} from '../store/segment.ts';
import type {Timeline} from './event-rows.ts';
import {fitOf, isSameButForZone, isSettled, secondOf, wholeLength} from './note-fit.ts';
import {takeSteps} from './turns.ts';

export type NoteGround = {
	readonly timeline: Timeline;
	/** The code of the notes format. */
	readonly formatCode: number;
	/** Whether any source is read as notes; without one there is nothing to do. */
	readonly hasNotes: () => boolean;
	/** Whether everything has been read; before that a note's event may still come. */
	readonly hasCaughtUp: () => boolean;
	/** Called once when there are more notes than can be linked. */
	readonly onTooMany: (sentence: string) => void;
};

/** A note and the event that fits it best so far. */
type Note = {readonly row: EventId; readonly key: NoteKey; event: EventId | undefined; fit: number};

/** The most notes that are linked: nobody writes more by hand, and each costs about 200 bytes. */
const mostNotes = 10_000;

/** About a millisecond of work. */
const rowsPerStep = 16_384;

/** Links notes to events. A note identifies its event by the bytes, because numbers, names and even times may differ after a restart. */
export class NoteLinks {
	readonly #ground: NoteGround;
	readonly #notes = new Map<EventId, Note>();
	readonly #ofEvent = new Map<EventId, Note[]>();
	/** Rows below this have been compared with every note. */
	#checkedRows = 0;
	/** Compared rows that have changed since. */
	#changedRows = new Set<EventId>();
	#running: Promise<void> | undefined;
	#isFull = false;

	constructor(ground: NoteGround) {
		this.#ground = ground;
	}

	async #catchUp(): Promise<void> {
		const {store} = this.#ground.timeline;
		const changed = this.#changedRows.values().toArray();
		this.#changedRows = new Set();
		const checked = this.#checkedRows;
		const rows = store.rowCount;
		// Rows that change from here on are compared again next time.
		this.#checkedRows = rows;
		const unsettled = changed.flatMap(row => this.#forget(row)).filter(({row}) => this.#notes.has(row));
		const fresh = [changed.flatMap(row => this.#noted(row)), await this.#notesBetween(checked, rows)].flat();
		await this.#seek([...unsettled, ...fresh], 0, checked);
		await this.#seek(this.#notes.values().toArray(), checked, rows);
		this.#compareAll(changed);
	}

	/** Forgets what was known about a row; returns the notes that have to look for their event again. */
	#forget(row: EventId): Note[] {
		this.#untie(this.#notes.get(row));
		this.#notes.delete(row);
		const notes = this.#ofEvent.get(row) ?? [];
		for (const note of notes) {
			this.#untie(note);
		}

		return notes;
	}

	#untie(note: Note | undefined): void {
		if (note?.event === undefined) {
			return;
		}

		const others = this.#ofEvent.get(note.event)!.filter(other => other !== note);
		if (others.length === 0) {
			this.#ofEvent.delete(note.event);
		} else {
			this.#ofEvent.set(note.event, others);
		}

		note.event = undefined;
		note.fit = 0;
	}

	async #notesBetween(from: number, to: number): Promise<Note[]> {
		const fresh: Note[] = [];
		await this.#eachStretch(from, to, (firstRow, endRow) => {
			const {format} = this.#ground.timeline.store.segmentOf(firstRow);
			for (let row = firstRow; row < endRow; row++) {
				if (format[placeOfRow(row)] === this.#ground.formatCode) {
					fresh.push(...this.#noted(row));
				}
			}
		});
		return fresh;
	}

	/** The note of a row; undefined if the row is not a note. */
	#noted(row: EventId): Note[] {
		const {timeline: {store, reader}, formatCode} = this.#ground;
		const isNotes = isSettled(store, row) && store.segmentOf(row).format[placeOfRow(row)] === formatCode;
		const raw = isNotes ? reader.read(row) : undefined;
		const key = raw?.type === 'bytes' ? noteKeyOf(reader.describe(row, raw.bytes)) : undefined;
		if (key === undefined || this.#isTooMany()) {
			return [];
		}

		const note: Note = {row, key, event: undefined, fit: 0};
		this.#notes.set(row, note);
		return [note];
	}

	#isTooMany(): boolean {
		if (this.#notes.size < mostNotes) {
			return false;
		}

		if (!this.#isFull) {
			this.#isFull = true;
			this.#ground.onTooMany(`There are more than ${mostNotes} notes: further ones are shown on the timeline, but not with their events`);
		}

		return true;
	}

	/** Compares rows with notes; a row is read only if its length and time fit. */
	async #seek(notes: readonly Note[], from: number, to: number): Promise<void> {
		if (notes.length === 0) {
			return;
		}

		const byLength = Map.groupBy(notes, ({key}) => key.lengthBytes);
		const {store} = this.#ground.timeline;
		await this.#eachStretch(from, to, (firstRow, endRow) => {
			const {lengthBytes} = store.segmentOf(firstRow);
			for (let row = firstRow; row < endRow; row++) {
				const alike = byLength.get(store.pieces.has(row) ? wholeLength(store, row) : lengthBytes[placeOfRow(row)]!);
				if (alike !== undefined) {
					this.#compare(row, alike);
				}
			}
		});
	}

	#compareAll(rows: readonly EventId[]): void {
		const {store} = this.#ground.timeline;
		for (const row of rows) {
			const length = wholeLength(store, row);
			this.#compare(row, this.#notes.values().filter(({key}) => key.lengthBytes === length).toArray());
		}
	}

	#compare(row: EventId, notes: readonly Note[]): void {
		const {store, reader, pathOf} = this.#ground.timeline;
		if (!isSettled(store, row)) {
			return;
		}

		const place = {second: secondOf(store.columns.microsOf(row)), offsetBytes: store.offsetOf(row), source: pathOf(store.sourceOf(row))};
		const inTime = notes.filter(({key}) => store.columns.isTimeBorrowed(row) || isSameButForZone(key.second, place.second));
		const raw = inTime.length === 0 ? undefined : reader.read(row);
		const digest = raw?.type === 'bytes' ? recordDigest(raw.bytes) : undefined;
		for (const note of inTime) {
			const fit = note.key.digest === digest ? fitOf(note.key, place) : 0;
			if (fit > note.fit) {
				this.#tie(note, row, fit);
			}
		}
	}

	#tie(note: Note, event: EventId, fit: number): void {
		this.#untie(note);
		note.event = event;
		note.fit = fit;
		this.#ofEvent.set(event, [...this.#ofEvent.get(event) ?? [], note]);
	}

	/** Works through stretches of one segment each, giving others a turn in between. */
	async #eachStretch(from: number, to: number, look: (firstRow: number, endRow: number) => void): Promise<void> {
		let firstRow = from;
		await takeSteps(() => {
			if (firstRow >= to) {
				return 'last';
			}

			const endRow = Math.min(firstRow + rowsPerStep, firstRow - placeOfRow(firstRow) + rowsPerSegment, to);
			look(firstRow, endRow);
			firstRow = endRow;
			return 'more';
		});
	}

	/** The rows of the notes on an event. */
	notesOn(event: EventId): readonly EventId[] {
		return this.#ofEvent.get(event)?.map(({row}) => row) ?? [];
	}

	/** Called before a row changes. */
	giveBack(row: EventId): void {
		if (row < this.#checkedRows) {
			this.#changedRows.add(row);
		}
	}

	/** Afterwards every note is linked to its event, if both were there before the call. */
	async catchUp(): Promise<void> {
		if (!this.#ground.hasNotes()) {
			return;
		}

		await this.#running;
		this.#running ??= this.#catchUp().finally(() => {
			this.#running = undefined;
		});
		await this.#running;
	}

	/** The row with its number of notes or, for a note, with the event it is on. */
	marked(row: EventRow): EventRow {
		const noteCount = this.#ofEvent.get(row.id)?.length;
		const note = this.#notes.get(row.id);
		return noteCount === undefined && note === undefined
			? row
			: {...row, ...(noteCount !== undefined && {noteCount}), ...(note && {about: note.event ?? (this.#ground.hasCaughtUp() ? 'absent' : 'sought')})};
	}
}
