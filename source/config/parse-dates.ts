import {type LocalMicros, microsInZone} from './zone.ts';

const dayMs = 86_400_000;

/** Days that can be read in one way only: the year first, dots between day, month and year, or a week of ISO 8601. */
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

/** An instant on a day that is named in digits; of a month or a week without a day the first moment. */
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

/** Named parts of a time of day, as patterns find them, in microseconds since midnight. */
export function microsOfDay({hours, minutes = '0', seconds = '0', fraction = ''}: Found): LocalMicros | undefined {
	if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) {
		return undefined;
	}

	const wholeSeconds = (((Number(hours) * 60) + Number(minutes)) * 60) + Number(seconds);
	return (wholeSeconds * 1e6) + Number(fraction.padEnd(6, '0').slice(0, 6));
}

/** `Z`, `UTC`, `+0200` as the names of zones. */
export function zoneOfOffset(offset: string | undefined): string | undefined {
	const {hours, minutes} = /^(?<hours>[+-]\d\d):?(?<minutes>\d\d)$/.exec(offset ?? '')?.groups ?? {};
	return hours === undefined ? (offset === undefined ? undefined : 'UTC') : `${hours}:${minutes}`;
}

function midnightOf({year, month, day = '01', week, weekday = '1'}: Found): number | undefined {
	return week === undefined ? midnightOfDay(Number(year), Number(month), Number(day)) : midnightOfWeek(Number(year), Number(week), Number(weekday));
}

/** Date rolls 30 February over into March: a day that does not come back is no day. */
function midnightOfDay(year: number, month: number, day: number): number | undefined {
	const midnight = new Date(Date.UTC(year, month - 1, day));
	return midnight.getUTCFullYear() === year && midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day ? midnight.getTime() : undefined;
}

/** The fourth of January lies in the first week, whose days count from Monday; a week belongs to the year of its Thursday. */
function midnightOfWeek(year: number, week: number, weekday: number): number | undefined {
	const fourth = new Date(Date.UTC(year, 0, 4));
	const firstMondayMs = fourth.getTime() - (((fourth.getUTCDay() + 6) % 7) * dayMs);
	const mondayMs = firstMondayMs + ((week - 1) * 7 * dayMs);
	const thursday = new Date(mondayMs + (3 * dayMs));
	return week > 0 && thursday.getUTCFullYear() === year ? mondayMs + ((weekday - 1) * dayMs) : undefined;
}
