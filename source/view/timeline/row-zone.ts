import type {EventRow} from '../../engine/engine.ts';
import type {ViewState} from '../view-state.ts';
import type {Zone} from '../drawing/zoned-time.ts';

/** The zone that a row's time is shown in: the screen's or, where asked for and known, the record's own. */
export function rowZone({zone, isOwnZone}: Pick<ViewState, 'zone' | 'isOwnZone'>, {writtenOffsetMinutes}: Pick<EventRow, 'writtenOffsetMinutes'>): Zone {
	return isOwnZone && writtenOffsetMinutes !== undefined ? offsetZone(writtenOffsetMinutes) : zone;
}

/** The record's zone beside a clock: `Z`, `+02`, `+0530`, or a question mark where it is unknown. */
export function offsetWord({writtenOffsetMinutes}: Pick<EventRow, 'writtenOffsetMinutes'>): string {
	if (writtenOffsetMinutes === undefined) {
		return '?';
	}

	return writtenOffsetMinutes === 0 ? 'Z' : offsetZone(writtenOffsetMinutes).replace(':00', '').replace(':', '');
}

/** An offset as a zone: `+02:00`, or `UTC` for none. */
export function offsetZone(minutes: number): Zone {
	const size = Math.abs(minutes);
	const twoDigits = (number: number) => String(number).padStart(2, '0');
	return minutes === 0 ? 'UTC' : `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}
