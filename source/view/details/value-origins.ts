import {signedSeconds} from '../../domain/time.ts';
import type {EventDetails, SourceOptions} from '../../engine/engine.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {zonedTime} from '../drawing/zoned-time.ts';

/** Where values of the open event come from; undefined for those that the record itself says. */
export type ValueOrigins = Readonly<Record<'time' | 'severity' | 'user', string | undefined>>;

/** A record's time is near its beginning. */
const headBytes = 2000;

export function valueOrigins(details: EventDetails, {clockOffsetMs = 0}: SourceOptions = {}): ValueOrigins {
	const {row, raw, severityWord} = details;
	const assumed = row.isTimeBorrowed ? 'none in the record; taken from its neighbour' : (raw && assumedOf(decodeForeign(raw.subarray(0, headBytes)), details));
	const clock = clockOffsetMs === 0 ? undefined : `${signedSeconds(clockOffsetMs)} added to the log's clock`;
	const timeOrigins = [assumed, clock].filter(origin => origin !== undefined);
	return {
		time: timeOrigins.length === 0 ? undefined : `(${timeOrigins.join('; ')})`,
		severity: severityWord === undefined ? '(derived)' : undefined,
		user: raw === undefined || isTold(details, decodeForeign(raw)) ? undefined : '(not in this record: from a related one)',
	};
}

/** Whether the year or the zone of the time was assumed: a count of seconds implies both, a clock may leave them out. */
function assumedOf(head: string, {row: {time, writtenOffsetMinutes}}: EventDetails): string | undefined {
	if (writtenOffsetMinutes === undefined) {
		return undefined;
	}

	const year = zonedTime(time.micros + (writtenOffsetMinutes * 60e6), 'UTC').date.slice(0, '2026'.length);
	const assumed = [...(head.includes(year) || shortDate.test(head) ? [] : ['year']), ...(zonedClock.test(head) ? [] : ['zone'])];
	return assumed.length === 0 ? undefined : `${assumed.join(' and ')} assumed`;
}

/** `03/03/26` and the like give the year in two digits. */
const shortDate = /\b\d\d?[\-.\/]\d\d?[\-.\/]\d\d\b/v;

const zonedClock = /:[0-5]\d(?:[,.]\d+)?(?: [AP]M)? ?(?:Z|UTC|GMT|[+\-]\d\d:?\d\d)\b/v;

function isTold({row: {user}, fields}: EventDetails, text: string): boolean {
	return user === undefined || text.includes(user) || fields.some(({value}) => value.includes(user));
}
