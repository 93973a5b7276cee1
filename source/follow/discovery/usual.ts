/** What the files of a log usually are. */
export type Usual = {
	readonly fileBytes: number;
	/** From one rotation to the next. */
	readonly lifeMs: number;
};

/** A file that was read to its end. */
export type Left = {readonly bytes: number; readonly lastWriteMs: number};

/** How many rotations are considered: a storm must not be judged by the quiet days before it. */
export const mostLeft = 8;

/** The mean of the files read last; undefined before there are two. */
export function usualOf(left: readonly Left[]): Usual | undefined {
	const [first, last] = [left[0], left.at(-1)];
	if (first === undefined || last === undefined || last.lastWriteMs <= first.lastWriteMs) {
		return undefined;
	}

	return {
		fileBytes: Math.round(left.reduce((sum, {bytes}) => sum + bytes, 0) / left.length),
		lifeMs: (last.lastWriteMs - first.lastWriteMs) / (left.length - 1),
	};
}
