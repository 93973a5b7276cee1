import type {Reading} from './reading.ts';

const unitMs: Readonly<Record<string, number>> = {ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000};
const durationPattern = /^(?:\d+(?:\.\d+)?(?:ms|[dhmsw]))+$/;

/** `90s`, `5m`, `1h30m`, `2d`, `1w` in milliseconds. */
export function parseDuration(text: string): Reading<number> {
	if (!durationPattern.test(text)) {
		return {trouble: `'${text}' is not a duration; write it like 30s, 5m, 1h30m or 2d`};
	}

	const parts = text.split(/(?<=[a-z])(?=\d)/);
	return {value: parts.map(part => partMs(part)).reduce((sum, ms) => sum + ms)};
}

function partMs(part: string): number {
	const unit = part.replace(/^[\d.]+/, '');
	return Number(part.slice(0, -unit.length)) * unitMs[unit]!;
}

/** Powers of 1024, as log4j and logrotate count them. */
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
