/**
How many minutes the clock that a record was written by was ahead of UTC: the time that stands in its text, held against the instant it was understood as.
Undefined where it names none that fits, such as a count of seconds. A text may hold other times; those that are no whole quarters of an hour away are passed over.
*/
export function writtenOffsetMinutes(text: string, micros: number): number | undefined {
	for (const {groups} of text.matchAll(clockTime)) {
		const minutes = minutesAhead(groups as ClockParts, micros);
		if (minutes !== undefined) {
			return minutes;
		}
	}

	return undefined;
}

const clockTime = /(?:(?<date>\d{4}-\d\d-\d\d)[ T])?(?<!\d)(?<hours>\d\d?):(?<minutes>[0-5]\d):(?<seconds>[0-5]\d)(?!\d)(?:[,.]\d+)?(?: (?<half>[AP])M)?/gv;

type ClockParts = {readonly date?: string; readonly hours: string; readonly minutes: string; readonly seconds: string; readonly half?: string};

/** Every zone in use lies between these. */
const leastMinutes = -12 * 60;
const mostMinutes = 14 * 60;
const minutesOfDay = 24 * 60;

/** Zones differ by whole quarters of an hour. */
const quarterMinutes = 15;

function minutesAhead({date, hours, minutes, seconds, half}: ClockParts, micros: number): number | undefined {
	const writtenSeconds = (hourOf(hours, half) * 3600) + (Number(minutes) * 60) + Number(seconds);
	const instantSeconds = Math.floor(micros / 1e6);
	const ahead = date === undefined
		? nearest((writtenSeconds - instantSeconds) / 60)
		: ((Date.parse(date) / 1000) + writtenSeconds - instantSeconds) / 60;
	return ahead % quarterMinutes === 0 && ahead >= leastMinutes && ahead <= mostMinutes ? ahead : undefined;
}

const hourOf = (hours: string, half: string | undefined): number => half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'P' ? 12 : 0);

/** Without a date the day is the one that makes the least of it. */
function nearest(minutes: number): number {
	const within = ((minutes % minutesOfDay) + minutesOfDay) % minutesOfDay;
	return within > minutesOfDay / 2 ? within - minutesOfDay : within;
}
