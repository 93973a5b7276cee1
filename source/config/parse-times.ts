import {parse as parseWords} from 'chrono-node/en';
import {type Pass, twiceShown} from '../domain/twice-shown.ts';
import {offsetMinutes} from '../domain/zone-offset.ts';
import {parseDuration} from './parse-amounts.ts';
import {microsOfDay, parseDate, zoneOfOffset} from './parse-dates.ts';
import type {Reading} from './reading.ts';
import {wayToWriteTime} from './time-slips.ts';
import {isZone, microsInZone} from './zone.ts';

/** What a time is read against: the present moment, and the zone of times that name none. */
export type Clock = {readonly nowMs: number; readonly zone: string};

const dayMicros = 86_400_000_000;

/**
An instant in microseconds since the epoch, from what a person types: `-1h`, `3h ago`, `now-1h`, `now`, `10:15` (the latest that has passed),
`2026-03-03 09:06:30,425`, `2026/03/03`, `3.3.2026`, `2026-W10`, ISO 8601 with its zone, epoch seconds to microseconds, or words such as
`yesterday 14:00`. It may end with a zone such as `Europe/Berlin`. A day without a time of day means its first moment.
A clock time that comes twice at the end of summer time means the second one, unless `first` follows it.
*/
export function parseTime(text: string, clock: Clock): Reading<number> {
	const micros = text.length > longestTime ? undefined : readTime(text, clock);
	return micros === undefined ? {trouble: `'${text}' is not a time; ${wayToWriteTime(text) ?? usualWays}`} : {value: micros};
}

/** In characters: three times the longest sensible time. A box holds 4,000, over which reading a date from words would take seconds. */
export const longestTime = 200;

function readTime(text: string, clock: Clock): number | undefined {
	const pass = passBehind.exec(text)?.groups!.pass!.toLowerCase() as Pass | undefined;
	const time = text.replace(passBehind, '');
	const {rest = time, zone = clock.zone} = zoneBehind.exec(time)?.groups ?? {};
	const read = isZone(zone) ? readInstant(rest.trim(), {...clock, zone}) : undefined;
	return pass === undefined || read === undefined ? read : inPass(read, zone, pass);
}

const usualWays = 'write it like -1h, 10:15, \'2026-03-03 09:06\' or \'yesterday 14:00\'';

const zoneBehind = /^(?<rest>.*\S)\s+(?<zone>[A-Z][A-Z_a-z]+\/[\w+\-/]+)\s*$/;

/** `02:30 first`, before or after a zone, but not the unit of `1 second`. */
const passBehind = /(?<=\d:\d\d.{0,50})\s(?<pass>first|second)\b/i;

function inPass(micros: number, zone: string, pass: Pass): number | undefined {
	const twice = twiceShown(micros, zone);
	return twice?.pass === pass ? micros : twice?.otherMicros;
}

function readInstant(text: string, clock: Clock): number | undefined {
	return parseRelative(text, clock)
		?? parseEpoch(text)
		?? parseTimeOfDay(text, clock)
		?? parseDate(text, clock.zone)
		?? parseInWords(text, clock);
}

/** Without a sign a duration counts back, as `--since 3h` does in other tools. */
function parseRelative(text: string, {nowMs}: Clock): number | undefined {
	if (text === 'now') {
		return nowMs * 1000;
	}

	const {sign = '-', amount} = /^(?:now ?)?(?<sign>[+-])? ?(?<amount>\d.*)$/.exec(text)?.groups ?? {};
	const duration = amount === undefined ? undefined : parseDuration(amount);
	return duration && 'value' in duration ? (nowMs + (duration.value * Number(`${sign}1`))) * 1000 : undefined;
}

/** Seconds have ten digits until 2286, milliseconds thirteen, microseconds sixteen; coreutils' `date` puts an @ before them. */
function parseEpoch(text: string): number | undefined {
	const {whole, fraction = ''} = /^@?(?<whole>\d{10}|\d{13}|\d{16})(?:\.(?<fraction>\d{1,6}))?$/.exec(text)?.groups ?? {};
	if (whole === undefined) {
		return undefined;
	}

	const microsPerUnit = 10 ** (16 - whole.length);
	return (Number(whole) * microsPerUnit) + Math.floor(Number(`0.${fraction}0`) * microsPerUnit);
}

const timePattern = /^(?<hours>\d\d?):(?<minutes>\d\d)(?::(?<seconds>\d\d)(?:[,.](?<fraction>\d{1,9}))?)? ?(?<offset>z|utc|gmt|[+-]\d\d:?\d\d)?$/i;

function parseTimeOfDay(text: string, {nowMs, zone: ownZone}: Clock): number | undefined {
	const found = timePattern.exec(text)?.groups;
	const ofDay = found && microsOfDay(found);
	if (ofDay === undefined) {
		return undefined;
	}

	const zone = zoneOfOffset(found!.offset) ?? ownZone;
	const today = startOfDay(nowMs, zone);
	const atToday = microsInZone(today + ofDay, zone);
	return atToday <= nowMs * 1000 ? atToday : microsInZone(today - dayMicros + ofDay, zone);
}

/** Dates in digits are never guessed: 10/11/2026 is one day in Boston and another in Berlin. */
const wordPattern = /[a-z]{2}/i;
const numbersFirst = /^(?:[+-]|\d{4}-|\d\d?[./]\d)/;

/** Words count only if the whole text is a time: 'yesterday banana' is not yesterday. */
function parseInWords(text: string, {nowMs, zone}: Clock): number | undefined {
	if (!wordPattern.test(text) || numbersFirst.test(text)) {
		return undefined;
	}

	const [found, ...more] = parseWords(text, {instant: new Date(nowMs), timezone: offsetMinutes(nowMs, zone)});
	if (!found || more.length > 0 || found.text.length !== text.length) {
		return undefined;
	}

	// As with 10:15, an hour alone means the latest one that has passed.
	const isHourAlone = (['day', 'weekday', 'month'] as const).every(part => !found.start.isCertain(part));
	const ms = found.date().getTime();
	const backMicros = isHourAlone && found.start.isCertain('hour') && ms > nowMs ? dayMicros : 0;
	if (found.start.isCertain('timezoneOffset')) {
		return (ms * 1000) - backMicros;
	}

	// Chrono read the words with today's offset, but the clocks may have changed since the day meant.
	const shown = ((ms + (offsetMinutes(nowMs, zone) * 60_000)) * 1000) - backMicros;
	return microsInZone(found.start.isCertain('hour') ? shown : shown - (shown % dayMicros), zone);
}

const startOfDay = (ms: number, zone: string): number => {
	const shown = (ms + (offsetMinutes(ms, zone) * 60_000)) * 1000;
	return shown - (shown % dayMicros);
};
