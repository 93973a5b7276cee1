import type {Reading} from './reading.ts';

const units = [
	{names: ['ms'], ms: 1},
	{names: ['s', 'sec', 'secs', 'second', 'seconds'], ms: 1000},
	{names: ['m', 'min', 'mins', 'minute', 'minutes'], ms: 60_000},
	{names: ['h', 'hr', 'hrs', 'hour', 'hours'], ms: 3_600_000},
	{names: ['d', 'day', 'days'], ms: 86_400_000},
	{names: ['w', 'week', 'weeks'], ms: 604_800_000},
];

const unitMs: ReadonlyMap<string, number> = new Map(units.flatMap(({names, ms}) => names.map(name => [name, ms] as const)));

/** `90s`, `5m`, `1h30m`, `2 days`, `1w` in milliseconds. */
export function parseDuration(text: string): Reading<number> {
	const ms = text.split(/(?<=[a-z]) ?(?=\d)/).reduce((sum, part) => sum + partMs(part), 0);
	return Number.isNaN(ms) ? {trouble: `'${text}' is not a duration; write it like 30s, 5m, 1h30m or 2d`} : {value: ms};
}

function partMs(part: string): number {
	const {count, unit} = /^(?<count>\d+(?:\.\d+)?) ?(?<unit>[a-z]+)$/.exec(part)?.groups ?? {};
	return Number(count) * (unitMs.get(unit ?? '') ?? NaN);
}

/** Powers of 1024, as in log4j and logrotate. */
const unitBytes: Readonly<Record<string, number>> = {'': 1, b: 1, k: 1024, kb: 1024, m: 1024 ** 2, mb: 1024 ** 2, g: 1024 ** 3, gb: 1024 ** 3};

/** `10MB`, `64kB`, `4096` in bytes. */
export function parseSize(text: string): Reading<number> {
	const {count, unit} = /^(?<count>\d+(?:\.\d+)?) ?(?<unit>[a-z]*)$/i.exec(text)?.groups ?? {};
	const bytes = Math.round(Number(count) * (unitBytes[unit?.toLowerCase() ?? ''] ?? 0));
	return bytes > 0 ? {value: bytes} : {trouble: `'${text}' is not a size; write it like 64kB or 10MB`};
}

/** A number above zero, for rates and counts. */
export function parseRate(text: string): Reading<number> {
	const rate = Number(text);
	return rate > 0 && Number.isFinite(rate)
		? {value: rate}
		: {trouble: `'${text}' is not a rate; write lines a second, like 5 or 0.5`};
}
