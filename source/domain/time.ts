/**
An instant. `micros`: microseconds since 1970-01-01T00:00:00Z, a whole number (exact in a double until the year 2255).
`nanos`: the 0..999 nanoseconds below that. `digits`: how many fractional digits the record gave, 0..9.
*/
export type Instant = {readonly micros: number; readonly nanos: number; readonly digits: number};

/** ISO 8601 in UTC with exactly the fractional digits the source had. */
export function isoTime({micros, nanos, digits}: Instant): string {
	const seconds = Math.floor(micros / 1e6);
	const whole = wholeSeconds(seconds);
	if (digits === 0) {
		return `${whole}Z`;
	}

	const fraction = String(((micros - (seconds * 1e6)) * 1000) + nanos).padStart(9, '0');
	return `${whole}.${fraction.slice(0, digits)}Z`;
}

/** How far the clock of a log is put right: `+90s`, `-0.5s`. */
export const signedSeconds = (ms: number): string => `${ms > 0 ? '+' : ''}${ms / 1000}s`;

const secondsPerDay = 86_400;

/** Two digits each, for hours, minutes and seconds. */
const twoDigits = Array.from({length: 60}, (_, number) => String(number).padStart(2, '0'));

/** The day formatted last, because most neighbouring events are of the same day. */
const lastDay = {number: NaN, text: ''};

function wholeSeconds(seconds: number): string {
	const day = Math.floor(seconds / secondsPerDay);
	if (day !== lastDay.number) {
		lastDay.text = new Date(day * secondsPerDay * 1000).toISOString().slice(0, -'00:00:00.000Z'.length);
		lastDay.number = day;
	}

	const inDay = seconds - (day * secondsPerDay);
	return `${lastDay.text}${twoDigits[Math.floor(inDay / 3600)]}:${twoDigits[Math.floor(inDay / 60) % 60]}:${twoDigits[inDay % 60]}`;
}
