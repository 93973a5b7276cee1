import type {EventId} from '../engine/engine.ts';
import type {NoteKey} from '../format/ledgerline/notes.ts';
import type {EventStore} from '../store/event-store.ts';
import {placeOfRow, rowFlag} from '../store/segment.ts';

/** Gaps, unfinished lines and withdrawn rows have no notes. */
export function isSettled(store: EventStore, row: EventId): boolean {
	const flags = store.segmentOf(row).flags[placeOfRow(row)]!;
	return (flags & (rowFlag.gap | rowFlag.withdrawn | rowFlag.provisional)) === 0;
}

/** The length of a record as it is read back: its parts with a newline between them. */
export const wholeLength = (store: EventStore, row: EventId): number =>
	store.pieces.of(row).reduce((sum, {lengthBytes}) => sum + 1 + lengthBytes, store.endOf(row) - store.offsetOf(row));

export const secondOf = (micros: number): number => Math.floor(micros / 1e6);

/** The log may be read with another zone or year than when the note was written. Zones differ by quarters of an hour. */
export const isSameButForZone = (one: number, other: number): boolean => (one - other) % quarterHourSeconds === 0;

const quarterHourSeconds = 900;

/** How well a record with the right bytes fits: the same place in its file counts most, then the same log, then the same time. Never 0. */
export function fitOf(key: NoteKey, place: Pick<NoteKey, 'second' | 'offsetBytes' | 'source'>): number {
	return 1 + (key.offsetBytes === place.offsetBytes ? 4 : 0) + (key.source === place.source ? 2 : 0) + (key.second === place.second ? 1 : 0);
}
