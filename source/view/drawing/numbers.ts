/** A whole number with separators: 12480 as "12,480". Intl.NumberFormat can do this, but loading its tables adds 4 ms to the start. */
export function grouped(count: number): string {
	return count < 1000 ? String(count) : `${grouped(Math.floor(count / 1000))},${String(count % 1000).padStart(3, '0')}`;
}

/** At most five cells, rounded down: 9,999, then 12.4k, 124k, 1.24M. */
export function compactCount(count: number): string {
	if (count < 10_000) {
		return grouped(count);
	}

	const [unit, letter] = count < 1e6 ? [1e3, 'k'] as const : [1e6, 'M'] as const;
	const shownDigits = 3;
	const decimals = Math.max(0, shownDigits - String(Math.floor(count / unit)).length);
	return (Math.floor((count * (10 ** decimals)) / unit) / (10 ** decimals)).toFixed(decimals) + letter;
}

/** "1 event", "12,480 events". */
export function counted(count: number, noun: string): string {
	return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** Which lines of a list are in sight, as "1-19 of 153"; empty where all of them are. */
export function shownOf(first: number, shown: number, all: number): string {
	return shown < all ? `${grouped(first + 1)}-${grouped(first + shown)} of ${grouped(all)}` : '';
}

/** The nearest valid index in a list of `count`; 0 in an empty list. */
export function clampIndex(index: number, count: number): number {
	return clamp(index, 0, Math.max(0, count - 1));
}

/** A number kept between two others; where they contradict each other, `least` wins. */
export function clamp(value: number, least: number, most: number): number {
	return Math.max(least, Math.min(value, most));
}
