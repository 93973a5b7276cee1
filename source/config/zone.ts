/** What a clock shows in some zone, as the microseconds that clock would be at in UTC. */
export type LocalMicros = number;

/** True for `UTC`, IANA names and offsets such as `+02:00`. */
export function isZone(zone: string): boolean {
	if (zone === 'UTC') {
		// Known without the tables of Intl, which take 15 ms to load: the usual start has no need of them.
		return true;
	}

	try {
		offsetFormat(zone);
		return true;
	} catch (error) {
		// Intl has no question to ask: it throws a RangeError for a zone it does not know.
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

/** The instant at which a clock in the zone shows `local`. Of the two hours that autumn repeats, the later one's offset decides. */
export function microsInZone(local: LocalMicros, zone: string): number {
	const firstGuess = local - (offsetMinutesAt(zone, local / 1000) * 6e7);
	return local - (offsetMinutesAt(zone, firstGuess / 1000) * 6e7);
}

const offsetFormat = (zone: string) => new Intl.DateTimeFormat('en-US', {timeZone: zone, timeZoneName: 'longOffset'});
