import type {EventDraft} from '../domain/event-draft.ts';
import type {GenerationId, SourceId} from '../domain/source.ts';
import {Columns} from './columns.ts';
import {DraftedColumns} from './drafted-columns.ts';
import type {Gap} from './gap.ts';
import {noGeneration, precedenceIn} from './precedence.ts';
import {type Piece, RecordPieces} from './record-pieces.ts';
import {RowTimes, timeOf} from './row-times.ts';
import {placeOfRow, rowFlag, type Segment} from './segment.ts';
import {TimeOrder} from './time-order.ts';

/** An event as it is added; `format` is the row number in the table of formats. */
export type DraftedEvent = {
	readonly draft: EventDraft;
	readonly format: number;
	readonly offsetBytes: number;
	readonly lengthBytes: number;
	readonly isProvisional: boolean;
};

/** All events as columns, and their time order. The number of a row is its event's number for the whole run. */
export class EventStore {
	readonly #times: RowTimes;
	readonly #drafted: DraftedColumns;
	readonly #sources: SourceId[] = [];
	/** The end of the last known record of each generation, in bytes. */
	readonly #endBytes: number[] = [];
	readonly #gaps = new Map<number, Gap>();
	readonly #pieces = new RecordPieces();
	#withdrawnCount = 0;
	#revision = 0;
	readonly columns = new Columns();
	readonly types: DraftedColumns['types'];
	readonly users: DraftedColumns['users'];
	readonly hosts: DraftedColumns['hosts'];
	readonly deviceSets: DraftedColumns['deviceSets'];
	readonly order = new TimeOrder(precedenceIn(this));

	/** `seed`: where the hashes of names begin, by chance for logs of strangers. */
	constructor(seed?: number) {
		this.#drafted = new DraftedColumns(seed);
		this.types = this.#drafted.types;
		this.users = this.#drafted.users;
		this.hosts = this.#drafted.hosts;
		this.deviceSets = this.#drafted.deviceSets;
		this.#times = new RowTimes(this.columns, this.order);
	}

	#fillRow(row: number, event: DraftedEvent, generation: GenerationId, isLate: boolean): void {
		this.#fillPlace(row, event, generation);
		this.segmentOf(row).columns.flags.set(placeOfRow(row), (event.isProvisional ? rowFlag.provisional : 0) | (isLate ? rowFlag.late : 0));
		this.#endBytes[generation] = event.offsetBytes + event.lengthBytes;
		this.#times.place(row, generation, event.draft);
		this.#revision++;
	}

	/** Fills everything but the time. */
	#fillPlace(row: number, event: DraftedEvent, generation: GenerationId): void {
		const segment = this.segmentOf(row);
		const at = placeOfRow(row);
		segment.columns.generation.set(at, generation);
		segment.columns.offsetBytes.set(at, event.offsetBytes);
		segment.columns.lengthBytes.set(at, event.lengthBytes);
		segment.columns.format.set(at, event.format);
		this.#drafted.fill(segment, at, event.draft);
	}

	/** Whether the row already says exactly this. Parts attached to it will come again one by one. */
	#isTold(row: number, {draft, format, offsetBytes, lengthBytes, isProvisional}: DraftedEvent): boolean {
		const segment = this.segmentOf(row);
		const at = placeOfRow(row);
		return !isProvisional
			&& !this.#pieces.has(row)
			&& this.columns.isAtTime(row, timeOf(draft))
			&& segment.offsetBytes[at] === offsetBytes
			&& segment.lengthBytes[at] === lengthBytes
			&& segment.format[at] === format
			&& this.#drafted.hold(segment, at, draft);
	}

	/** The parts of records elsewhere in their generations. */
	get pieces(): Pick<RecordPieces, 'has' | 'of'> {
		return this.#pieces;
	}

	/** The columns with more distinct values than codes. */
	get fullColumns(): DraftedColumns['full'] {
		return this.#drafted.full;
	}

	get generationCount(): number {
		return this.#sources.length;
	}

	sourceOfGeneration(generation: GenerationId): SourceId {
		return this.#sources[generation]!;
	}

	/** The number of rows ever added, gaps included. */
	get rowCount(): number {
		return this.columns.rowCount;
	}

	get eventCount(): number {
		return this.rowCount - this.#gaps.size - this.#withdrawnCount;
	}

	/** Changes whenever an answer could change. */
	get revision(): number {
		return this.#revision;
	}

	get heldBytes(): number {
		return this.columns.heldBytes + this.order.heldBytes + this.#drafted.heldBytes;
	}

	/** Introduces a generation before its first event, in the order of generations. */
	addGeneration(id: GenerationId, source: SourceId, modifiedMicros: number): void {
		this.#sources[id] = source;
		this.#endBytes[id] = 0;
		this.#times.addGeneration(id, source, modifiedMicros);
	}

	/** Adds an event and returns its row. Hot: fills columns and allocates nothing else. */
	append(event: DraftedEvent, generation: GenerationId, isLate: boolean): number {
		const row = this.columns.addRow();
		this.#fillRow(row, event, generation, isLate);
		return row;
	}

	/** Adds an event with a time of its own from further down its file than anything read so far. `confirm` or `replace` follows when its turn has come. */
	appendAhead(event: DraftedEvent, generation: GenerationId): number {
		const row = this.columns.addRow();
		this.#fillPlace(row, event, generation);
		this.segmentOf(row).columns.flags.set(placeOfRow(row), rowFlag.ahead);
		this.#times.placeAhead(row, event.draft);
		this.#revision++;
		return row;
	}

	/** Confirms an event that was added ahead, now that its turn has come. False if it turned out differently and has to be replaced. */
	confirm(row: number, event: DraftedEvent, isLate: boolean): boolean {
		if (!this.#isTold(row, event)) {
			return false;
		}

		const segment = this.segmentOf(row);
		const at = placeOfRow(row);
		const generation = segment.generation[at]!;
		segment.columns.flags.set(at, isLate ? rowFlag.late : 0);
		this.#endBytes[generation] = event.offsetBytes + event.lengthBytes;
		this.#times.confirm(row, generation, event.draft);
		this.#revision++;
		return true;
	}

	/** Replaces an event that turned out differently: an unfinished line has grown, or a line added ahead belongs together with others. */
	replace(row: number, event: DraftedEvent, isLate: boolean): void {
		const generation = this.generationOf(row);
		this.#pieces.forget(row);
		this.#times.displace(row, generation);
		this.#fillRow(row, event, generation, isLate);
	}

	/** Withdraws an event whose line belongs to the record above. Its row remains but means nothing. */
	withdraw(row: number): void {
		const {columns, flags} = this.segmentOf(row);
		this.#times.displace(row, this.generationOf(row));
		columns.flags.set(placeOfRow(row), flags[placeOfRow(row)]! | rowFlag.withdrawn);
		this.#withdrawnCount++;
		this.#revision++;
	}

	/** Replaces the columns of an event that is understood better now. Its time stays unless it was borrowed. */
	amend(row: number, draft: EventDraft): void {
		const segment = this.segmentOf(row);
		const at = placeOfRow(row);
		this.#drafted.fill(segment, at, draft);
		if (this.columns.isTimeBorrowed(row) && !Number.isNaN(draft.timeMicros)) {
			this.#times.placeAgain(row, segment.generation[at]!, draft);
		}

		this.#revision++;
	}

	/** Extends the record to `lengthBytes` from its offset. */
	setLength(row: number, lengthBytes: number): void {
		const segment = this.segmentOf(row);
		const at = placeOfRow(row);
		segment.columns.lengthBytes.set(at, lengthBytes);
		const isAhead = (segment.flags[at]! & rowFlag.ahead) !== 0;
		if (!isAhead) {
			this.#endBytes[segment.generation[at]!] = segment.offsetBytes[at]! + lengthBytes;
		}

		this.#revision++;
	}

	/** Adds a part of the record that lies elsewhere in its generation. */
	attach(row: number, piece: Piece): void {
		this.#pieces.attach(row, piece);
		this.#revision++;
	}

	/** Adds a gap as a row right after the last known event of the generation it follows. */
	appendGap(gap: Gap): number {
		const row = this.columns.addRow();
		const segment = this.segmentOf(row);
		const at = placeOfRow(row);
		this.#gaps.set(row, gap);
		segment.columns.generation.set(at, gap.afterGeneration ?? noGeneration);
		segment.columns.offsetBytes.set(at, gap.afterGeneration === undefined ? 0 : this.#endBytes[gap.afterGeneration]!);
		segment.columns.lengthBytes.set(at, 0);
		segment.columns.format.set(at, 0);
		segment.columns.flags.set(at, rowFlag.gap);
		this.#drafted.fillWithNothing(segment, at);
		this.#times.placeGap(row, gap.source, gap.afterGeneration, gap.micros);
		this.#revision++;
		return row;
	}

	/** The gap of a row; undefined for an event. */
	gapOf(row: number): Gap | undefined {
		return this.#gaps.get(row);
	}

	generationOf(row: number): GenerationId {
		return this.segmentOf(row).generation[placeOfRow(row)]!;
	}

	/** The offset of the record in its generation, in bytes. */
	offsetOf(row: number): number {
		return this.segmentOf(row).offsetBytes[placeOfRow(row)]!;
	}

	/** The end of its first part, in bytes. */
	endOf(row: number): number {
		return this.offsetOf(row) + this.segmentOf(row).lengthBytes[placeOfRow(row)]!;
	}

	segmentOf(row: number): Segment {
		return this.columns.segmentOf(row);
	}

	sourceOf(row: number): SourceId {
		return this.#gaps.get(row)?.source ?? this.#sources[this.generationOf(row)]!;
	}
}
