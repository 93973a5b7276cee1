import {offsetMinutes} from '../../domain/zone-offset.ts';
import {grouped} from './numbers.ts';

/** 'UTC', an IANA name, or an offset such as `+02:00`. */
export type Zone = string;

export type ZonedTime = {
	/** `2026-03-03` */
	readonly date: string;
	/** `09:04:58` */
	readonly clock: string;
	/** The nine digits of the fraction, down to the nanosecond. */
	readonly fraction: string;
	/** `Tue` */
	readonly weekday: string;
};

/** An instant as clocks in `zone` show it. */
export function zonedTime(micros: number, zone: Zone, nanos = 0): ZonedTime {
	const ms = Math.floor(micros / 1000);
	const shifted = new Date(ms + (offsetMinutes(ms, zone) * 60_000));
	const iso = shifted.toISOString();
	const belowMs = ((micros - (ms * 1000)) * 1000) + nanos;
	return {
		date: iso.slice(0, -14),
		clock: iso.slice(-13, -5),
		fraction: iso.slice(-4, -1) + String(Math.round(belowMs)).padStart(6, '0'),
		weekday: weekdays[shifted.getUTCDay()]!,
	};
}

/** `2026-03-03 09:04:58` */
export function dateAndClock(micros: number, zone: Zone): string {
	const {date, clock} = zonedTime(micros, zone);
	return `${date} ${clock}`;
}

/** Whether both instants lie in the same year of the zone's calendar. Otherwise dates need their year. */
export function isSameYear(fromMicros: number, toMicros: number, zone: Zone): boolean {
	const [from, to] = [fromMicros, toMicros].map(micros => zonedTime(micros, zone).date.slice(0, -monthAndDayCells));
	return from === to;
}

/** `03-27`, or with the year before it. */
export const dayText = ({date}: ZonedTime, hasYear: boolean): string => hasYear ? date : date.slice(1 - monthAndDayCells);

const monthAndDayCells = '-03-27'.length;

/** "3 h 12 min", "45 s": at most two units. */
export function duration(seconds: number): string {
	const parts = units
		.map(([name, unitSeconds, wrapsAt]) => [name, Math.floor(seconds / unitSeconds) % wrapsAt] as const)
		.filter(([, count]) => count > 0);
	return parts.length === 0 ? '0 s' : parts.slice(0, 2).map(([name, count]) => `${grouped(count)} ${name}`).join(' ');
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

const units = [['d', 86_400, Infinity], ['h', 3600, 24], ['min', 60, 60], ['s', 1, 60]] as const;
