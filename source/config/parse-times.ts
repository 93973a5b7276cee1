import {parse as parseWords} from 'chrono-node/en';
import {parseDuration} from './parse-amounts.ts';
import type {Reading} from './reading.ts';
import {microsInZone, offsetMinutesAt} from './zone.ts';

/** Against what a time is read: the moment now, and the zone of times that name none. */
export type Clock = {readonly nowMs: number; readonly zone: string};

const dayMicros = 86_400_000_000;

/**
An instant in microseconds since the epoch, from what a person types: `-1h`, `now`, `10:15` (the latest that has passed),
`2026-03-03 09:06:30,425`, ISO 8601 with its zone, epoch seconds to microseconds, or words such as `yesterday 14:00`.
A day without a time of day is its first moment.
*/
export function parseTime(text: string, clock: Clock): Reading<number> {
	const trimmed = text.trim();
	const micros = parseRelative(trimmed, clock)
		?? parseEpoch(trimmed)
		?? parseTimeOfDay(trimmed, clock)
		?? parseDate(trimmed, clock)
		?? parseInWords(trimmed, clock);
	return micros === undefined
		? {trouble: `'${text}' is not a time; write it like -1h, 10:15, '2026-03-03 09:06' or 'yesterday 14:00'`}
		: {value: micros};
}

function parseRelative(text: string, {nowMs}: Clock): number | undefined {
	if (text === 'now') {
		return nowMs * 1000;
	}

	const {sign, amount} = /^(?<sign>[+-])(?<amount>.+)$/.exec(text)?.groups ?? {};
	const duration = amount === undefined ? undefined : parseDuration(amount);
	return duration && 'value' in duration ? (nowMs + (duration.value * Number(`${sign}1`))) * 1000 : undefined;
}

/** Seconds have ten digits until 2286; milliseconds thirteen, microseconds sixteen. */
function parseEpoch(text: string): number | undefined {
	const {whole, fraction = ''} = /^(?<whole>\d{10}|\d{13}|\d{16})(?:\.(?<fraction>\d{1,6}))?$/.exec(text)?.groups ?? {};
	if (whole === undefined) {
		return undefined;
	}

	const microsPerUnit = 10 ** (16 - whole.length);
	return (Number(whole) * microsPerUnit) + Math.floor(Number(`0.${fraction}0`) * microsPerUnit);
}

const timePattern = /^(?<hours>\d\d?):(?<minutes>\d\d)(?::(?<seconds>\d\d)(?:[,.](?<fraction>\d{1,9}))?)?$/;

function parseTimeOfDay(text: string, {nowMs, zone}: Clock): number | undefined {
	const ofDay = microsOfDay(timePattern.exec(text)?.groups);
	if (ofDay === undefined) {
		return undefined;
	}

	const today = startOfDay(nowMs, zone);
	const atToday = microsInZone(today + ofDay, zone);
	return atToday <= nowMs * 1000 ? atToday : microsInZone(today - dayMicros + ofDay, zone);
}

const datePattern = /^(?<day>\d{4}-\d\d-\d\d)(?:[ t](?<hours>\d\d):(?<minutes>\d\d)(?::(?<seconds>\d\d)(?:[,.](?<fraction>\d{1,9}))?)?)? ?(?<offset>z|utc|[+-]\d\d:?\d\d)?$/i;

function parseDate(text: string, {zone}: Clock): number | undefined {
	const found = datePattern.exec(text)?.groups;
	const ofDay = microsOfDay(found && {...found, hours: found.hours ?? '0', minutes: found.minutes ?? '0'});
	const midnight = new Date(`${found?.day}T00:00:00Z`);
	// Date rolls 30 February over into March: a day that does not come back is no day.
	if (ofDay === undefined || Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== found?.day) {
		return undefined;
	}

	const local = (midnight.getTime() * 1000) + ofDay;
	return found.offset === undefined ? microsInZone(local, zone) : local - (offsetMinutes(found.offset) * 6e7);
}

/** Named parts of a time of day, as the patterns above find them. */
function microsOfDay(found: Readonly<Partial<Record<string, string>>> | undefined): number | undefined {
	const {hours, minutes, seconds = '0', fraction = ''} = found ?? {};
	if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) {
		return undefined;
	}

	const wholeSeconds = (((Number(hours) * 60) + Number(minutes)) * 60) + Number(seconds);
	return (wholeSeconds * 1e6) + Number(fraction.padEnd(6, '0').slice(0, 6));
}

function offsetMinutes(offset: string): number {
	const {sign, hours, minutes} = /^(?<sign>[+-])(?<hours>\d\d):?(?<minutes>\d\d)$/.exec(offset)?.groups ?? {};
	return sign === undefined ? 0 : Number(`${sign}1`) * ((Number(hours) * 60) + Number(minutes));
}

/** Digits alone are never left to guessing: 10/11/2026 is one day in Boston and another in Berlin. */
const wordPattern = /[a-z]{2}/i;
const numbersFirst = /^(?:[+-]|\d{4}-)/;

/** Words are believed only when all of the text is a time: 'yesterday banana' is not yesterday. */
function parseInWords(text: string, {nowMs, zone}: Clock): number | undefined {
	if (!wordPattern.test(text) || numbersFirst.test(text)) {
		return undefined;
	}

	const [found, ...more] = parseWords(text, {instant: new Date(nowMs), timezone: offsetMinutesAt(zone, nowMs)});
	if (!found || more.length > 0 || found.text.length !== text.length) {
		return undefined;
	}

	const ms = found.date().getTime();
	if (found.start.isCertain('timezoneOffset')) {
		return ms * 1000;
	}

	// Chrono read the words with today's offset; the day meant may lie across a change of the clocks.
	const shown = (ms + (offsetMinutesAt(zone, nowMs) * 60_000)) * 1000;
	return microsInZone(found.start.isCertain('hour') ? shown : shown - (shown % dayMicros), zone);
}

const startOfDay = (ms: number, zone: string): number => {
	const shown = (ms + (offsetMinutesAt(zone, ms) * 60_000)) * 1000;
	return shown - (shown % dayMicros);
};
