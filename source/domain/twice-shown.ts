import {offsetMinutes} from './zone-offset.ts';

/** The end of summer time shows an hour twice. */
export type Pass = 'first' | 'second';

/** Of an instant within such an hour: which pass it lies in, and when the same clock shows the same time in the other. */
export type TwiceShown = {readonly pass: Pass; readonly otherMicros: number};

/** Undefined where the clocks of the zone show that time once. */
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

/** Clocks are set back by less than that, but where a country moved over the date line, and no zone changes twice within it. */
const farthestMs = 12 * 3600e3;
