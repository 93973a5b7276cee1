import {offsetMinutes} from '../domain/zone-offset.ts';

/** What a clock shows in some zone, as the microseconds since the epoch that a clock in UTC would show the same at. */
export type LocalMicros = number;

/** Whether a text is `UTC`, an IANA name or an offset such as `+02:00`. */
export function isZone(zone: string): boolean {
	if (zone === 'UTC') {
		// Answered without the tables of Intl, which take 15 ms to load and which most starts do not need.
		return true;
	}

	try {
		return Boolean(new Intl.DateTimeFormat('en-US', {timeZone: zone}));
	} catch (error) {
		// Intl can only be asked by trying: it throws a RangeError for an unknown zone.
		if (error instanceof RangeError) {
			return false;
		}

		throw error;
	}
}

/** The instant at which a clock in the zone shows `local`; the later one where autumn repeats an hour. */
export function microsInZone(local: LocalMicros, zone: string): number {
	const firstGuess = local - (offsetMinutes(local / 1000, zone) * 6e7);
	return local - (offsetMinutes(firstGuess / 1000, zone) * 6e7);
}
