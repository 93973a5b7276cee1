/** 'UTC', an IANA name, or an offset such as `+02:00`. */
export type Zone = string;

export type ZonedTime = {
	/** `2026-03-03` */
	readonly date: string;
	/** `09:04:58` */
	readonly clock: string;
	/** Fractional digits down to the nanosecond, nine of them. */
	readonly fraction: string;
	/** `Tue` */
	readonly weekday: string;
};

/** An instant as the clocks of `zone` show it. */
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

/** "3 h 12 min", "45 s": no more than two units. */
export function duration(seconds: number): string {
	const parts = units
		.map(([name, unitSeconds, wrapsAt]) => [name, Math.floor(seconds / unitSeconds) % wrapsAt] as const)
		.filter(([, count]) => count > 0);
	return parts.length === 0 ? '0 s' : parts.slice(0, 2).map(([name, count]) => `${count} ${name}`).join(' ');
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

const units = [['d', 86_400, Infinity], ['h', 3600, 24], ['min', 60, 60], ['s', 1, 60]] as const;

/** Minutes that the zone's clocks are ahead of UTC. Zones change only at whole quarter hours, so one answer serves for that long. */
function offsetMinutes(ms: number, zone: Zone): number {
	if (zone === 'UTC') {
		return 0;
	}

	const quarter = Math.floor(ms / quarterHourMs);
	const key = `${zone} ${quarter}`;
	const known = offsets.get(key);
	if (known !== undefined) {
		return known;
	}

	if (offsets.size >= rememberedOffsets) {
		offsets.clear();
	}

	const offset = askOffset(quarter * quarterHourMs, zone);
	offsets.set(key, offset);
	return offset;
}

const quarterHourMs = 15 * 60_000;

/** Enough for every row of a tall screen to lie in an hour of its own. */
const rememberedOffsets = 1000;

const offsets = new Map<string, number>();
const formatters = new Map<Zone, Intl.DateTimeFormat>();

function askOffset(ms: number, zone: Zone): number {
	const formatter = formatters.get(zone) ?? new Intl.DateTimeFormat('en-US', {timeZone: zone, timeZoneName: 'longOffset'});
	formatters.set(zone, formatter);
	const name = formatter.formatToParts(ms).find(part => part.type === 'timeZoneName')?.value ?? '';
	const found = /GMT(?<sign>[+\-])(?<hours>\d\d):(?<minutes>\d\d)/v.exec(name)?.groups;
	return found ? Number(`${found.sign}1`) * ((Number(found.hours) * 60) + Number(found.minutes)) : 0;
}
