const inThousands = new Intl.NumberFormat('en-US');

/** 12480 as "12,480". */
export function grouped(count: number): string {
	return inThousands.format(count);
}

/** "1 event", "12,480 events". */
export function counted(count: number, noun: string): string {
	return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** The index nearest to the wanted one in a list of `count`; 0 in an empty list. */
export function clampIndex(index: number, count: number): number {
	return clamp(index, 0, Math.max(0, count - 1));
}

/** A number kept between two others; `most` gives way to `least`. */
export function clamp(value: number, least: number, most: number): number {
	return Math.max(least, Math.min(value, most));
}
