import {type LocalMicros, microsInZone} from './zone.ts';

const dayMs = 86_400_000;

/** Unambiguous dates: the year first, dots between day, month and year, or an ISO 8601 week. */
const dayPatterns = [
	/^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)/,
	/^(?<year>\d{4})\/(?<month>\d\d?)\/(?<day>\d\d?)/,
	/^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?=$|[ t])/i,
	/^(?<day>\d\d?)\.(?<month>\d\d?)\.(?<year>\d{4})/,
	/^(?<year>\d{4})-?w(?<week>\d\d)(?:-?(?<weekday>[1-7]))?/i,
	/^(?<year>\d{4})-(?<month>\d\d)$/,
];

const restPattern = /^(?:[ t](?<hours>\d\d)(?::?(?<minutes>\d\d)(?::?(?<seconds>\d\d)(?:[,.](?<fraction>\d{1,9}))?)?)?)? ?(?<offset>z|utc|gmt|[+-]\d\d:?\d\d)?$/i;

type Found = Readonly<Partial<Record<string, string>>>;

/** An instant, in microseconds since the epoch, on a date in digits; a month or a week means its first moment. */
export function parseDate(text: string, zone: string): number | undefined {
	for (const pattern of dayPatterns) {
		const found = pattern.exec(text);
		const rest = found === null ? undefined : restPattern.exec(text.slice(found[0].length))?.groups;
		const midnightMs = rest === undefined ? undefined : midnightOf(found!.groups!);
		const ofDay = rest === undefined ? undefined : microsOfDay({...rest, hours: rest.hours ?? '0'});
		if (midnightMs !== undefined && ofDay !== undefined) {
			return microsInZone((midnightMs * 1000) + ofDay, zoneOfOffset(rest!.offset) ?? zone);
		}
	}

	return undefined;
}

/** A time of day, from the named groups of a pattern, in microseconds since midnight. */
export function microsOfDay({hours, minutes = '0', seconds = '0', fraction = ''}: Found): LocalMicros | undefined {
	if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) {
		return undefined;
	}

	const wholeSeconds = (((Number(hours) * 60) + Number(minutes)) * 60) + Number(seconds);
	return (wholeSeconds * 1e6) + Number(fraction.padEnd(6, '0').slice(0, 6));
}

/** `Z`, `UTC` or `+0200` as the name of a zone. */
export function zoneOfOffset(offset: string | undefined): string | undefined {
	const {hours, minutes} = /^(?<hours>[+-]\d\d):?(?<minutes>\d\d)$/.exec(offset ?? '')?.groups ?? {};
	return hours === undefined ? (offset === undefined ? undefined : 'UTC') : `${hours}:${minutes}`;
}

function midnightOf({year, month, day = '01', week, weekday = '1'}: Found): number | undefined {
	return week === undefined ? midnightOfDay(Number(year), Number(month), Number(day)) : midnightOfWeek(Number(year), Number(week), Number(weekday));
}

/** Milliseconds since the epoch; undefined for dates such as 30 February, which Date rolls over into March. */
function midnightOfDay(year: number, month: number, day: number): number | undefined {
	const midnight = new Date(Date.UTC(year, month - 1, day));
	return midnight.getUTCFullYear() === year && midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day ? midnight.getTime() : undefined;
}

/** ISO 8601: the fourth of January is in the first week, weeks begin on Monday and belong to the year of their Thursday. */
function midnightOfWeek(year: number, week: number, weekday: number): number | undefined {
	const fourth = new Date(Date.UTC(year, 0, 4));
	const firstMondayMs = fourth.getTime() - (((fourth.getUTCDay() + 6) % 7) * dayMs);
	const mondayMs = firstMondayMs + ((week - 1) * 7 * dayMs);
	const thursday = new Date(mondayMs + (3 * dayMs));
	return week > 0 && thursday.getUTCFullYear() === year ? mondayMs + ((weekday - 1) * dayMs) : undefined;
}
