/** What a clock shows in some zone, as the microseconds since the epoch that a clock in UTC would show the same at. */
export type LocalMicros = number;

/** Whether a text is `UTC`, an IANA name or an offset such as `+02:00`. */
export function isZone(zone: string): boolean {
	if (zone === 'UTC') {
		// Answered without the tables of Intl, which take 15 ms to load and which most starts do not need.
		return true;
	}

	try {
		offsetFormat(zone);
		return true;
	} catch (error) {
		// Intl can only be asked by trying: it throws a RangeError for an unknown zone.
		if (error instanceof RangeError) {
			return false;
		}

		throw error;
	}
}

/** Minutes that the zone is ahead of UTC at an instant. */
export function offsetMinutesAt(zone: string, ms: number): number {
	const name = offsetFormat(zone).formatToParts(ms).find(part => part.type === 'timeZoneName')!.value;
	const {sign, hours, minutes} = /^GMT(?<sign>[+-])(?<hours>\d\d):(?<minutes>\d\d)/.exec(name)?.groups ?? {};
	return sign === undefined ? 0 : Number(`${sign}1`) * ((Number(hours) * 60) + Number(minutes));
}

/** The instant at which a clock in the zone shows `local`; the later one where autumn repeats an hour. */
export function microsInZone(local: LocalMicros, zone: string): number {
	const firstGuess = local - (offsetMinutesAt(zone, local / 1000) * 6e7);
	return local - (offsetMinutesAt(zone, firstGuess / 1000) * 6e7);
}

const offsetFormat = (zone: string) => new Intl.DateTimeFormat('en-US', {timeZone: zone, timeZoneName: 'longOffset'});
