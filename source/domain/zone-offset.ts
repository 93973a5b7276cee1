/** The minutes that the zone's clocks are ahead of UTC. Zones change only at whole quarter hours, so one answer serves that long. */
export function offsetMinutes(ms: number, zone: string): number {
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

/** Enough for every row of a tall screen to be in an hour of its own. */
const rememberedOffsets = 1000;

const offsets = new Map<string, number>();
const formatters = new Map<string, Intl.DateTimeFormat>();

function askOffset(ms: number, zone: string): number {
	const formatter = formatters.get(zone) ?? new Intl.DateTimeFormat('en-US', {timeZone: zone, timeZoneName: 'longOffset'});
	formatters.set(zone, formatter);
	const name = formatter.formatToParts(ms).find(part => part.type === 'timeZoneName')?.value ?? '';
	const found = /GMT(?<sign>[+\-])(?<hours>\d\d):(?<minutes>\d\d)/v.exec(name)?.groups;
	return found ? Number(`${found.sign}1`) * ((Number(found.hours) * 60) + Number(found.minutes)) : 0;
}
