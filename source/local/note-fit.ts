import type {EventId} from '../engine/engine.ts';
import type {NoteKey} from '../format/notes.ts';
import type {EventStore} from '../store/event-store.ts';
import {placeOfRow, rowFlag} from '../store/segment.ts';

/** A loss, a line without its end and what stands for nothing any more have no notes. */
export function isSettled(store: EventStore, row: EventId): boolean {
	const flags = store.segmentOf(row).flags[placeOfRow(row)]!;
	return (flags & (rowFlag.gap | rowFlag.withdrawn | rowFlag.provisional)) === 0;
}

/** As its bytes are read back: the parts with a newline between two. */
export const wholeLength = (store: EventStore, row: EventId): number =>
	store.piecesOf(row).reduce((sum, {lengthBytes}) => sum + 1 + lengthBytes, store.endOf(row) - store.offsetOf(row));

export const secondOf = (micros: number): number => Math.floor(micros / 1e6);

/** A log may be read in another zone, or with another year, than when the note was written. Zones are quarters of an hour apart. */
export const isSameButForZone = (one: number, other: number): boolean => (one - other) % quarterHourSeconds === 0;

const quarterHourSeconds = 900;

/** Of records with the same bytes the one at the same place of its file counts first, then the one of the same log, then the one of the same time. Never 0. */
export function fitOf(key: NoteKey, place: Pick<NoteKey, 'second' | 'offsetBytes' | 'source'>): number {
	return 1 + (key.offsetBytes === place.offsetBytes ? 4 : 0) + (key.source === place.source ? 2 : 0) + (key.second === place.second ? 1 : 0);
}
