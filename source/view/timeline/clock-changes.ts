import {offsetMinutes} from '../../domain/zone-offset.ts';
import type {EventRow} from '../../engine/engine.ts';
import {duration, type Zone} from '../drawing/zoned-time.ts';
import {offsetZone} from './row-zone.ts';

/** The sentence to show where the zone's clocks were changed between two neighbouring rows. Without it an hour seems to be missing, or to come twice and out of order. */
export function clockChange(before: EventRow, after: EventRow, zone: Zone): string | undefined {
	const from = offsetOf(before, zone);
	const to = offsetOf(after, zone);
	if (from === to) {
		return undefined;
	}

	const moved = duration(Math.abs(to - from) * 60);
	return `clocks ${to > from ? `${moved} ahead` : `back ${moved}`}: UTC${offsetZone(to).replace('UTC', '')} from here`;
}

const offsetOf = ({time}: EventRow, zone: Zone): number => offsetMinutes(Math.floor(time.micros / 1000), zone);
