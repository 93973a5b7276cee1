/**
An instant. `micros`: microseconds since 1970-01-01T00:00:00Z, a whole number (exact in a double until the year 2255).
`nanos`: the 0..999 nanoseconds below that. `digits`: how many fractional digits the record gave, 0..9.
*/
export type Instant = {readonly micros: number; readonly nanos: number; readonly digits: number};

/** ISO 8601 in UTC with exactly the fractional digits the source had. */
export function isoTime({micros, nanos, digits}: Instant): string {
	const seconds = Math.floor(micros / 1e6);
	const whole = new Date(seconds * 1000).toISOString().slice(0, -5);
	if (digits === 0) {
		return `${whole}Z`;
	}

	const fraction = String(((micros - (seconds * 1e6)) * 1000) + nanos).padStart(9, '0');
	return `${whole}.${fraction.slice(0, digits)}Z`;
}
