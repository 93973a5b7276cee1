/** Where the next part of a list begins. Backwards: where the part around `at` begins, or the one before if `at` is there already. Undefined at either end. */
export function nextStart(starts: readonly number[], at: number, by: 1 | -1): number | undefined {
	return by > 0 ? starts.find(start => start > at) : starts.findLast(start => start < at);
}
