import {offsetMinutes} from './zone-offset.ts';

/** At the end of summer time an hour comes twice. */
export type Pass = 'first' | 'second';

/** For an instant within such an hour: which pass it is in, and the instant at which clocks show the same time in the other. */
export type TwiceShown = {readonly pass: Pass; readonly otherMicros: number};

/** Undefined where clocks of the zone show that time only once. */
export function twiceShown(micros: number, zone: string): TwiceShown | undefined {
	const ms = Math.floor(micros / 1000);
	const offset = offsetMinutes(ms, zone);
	for (const awayMs of [-farthestMs, farthestMs]) {
		const otherOffset = offsetMinutes(ms + awayMs, zone);
		const otherMs = ms + ((offset - otherOffset) * minuteMs);
		if (otherOffset !== offset && offsetMinutes(otherMs, zone) === otherOffset) {
			return {pass: otherMs > ms ? 'first' : 'second', otherMicros: micros + ((otherMs - ms) * 1000)};
		}
	}

	return undefined;
}

const minuteMs = 60_000;

/** Clocks are set back by less than this, except where a country moved across the date line, and no zone changes twice within it. */
const farthestMs = 12 * 3600e3;
