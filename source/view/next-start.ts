/** Where the next part of a list begins; backwards where the one around `at` does, then the one before. Undefined at either end. */
export function nextStart(starts: readonly number[], at: number, by: 1 | -1): number | undefined {
	return by > 0 ? starts.find(start => start > at) : starts.findLast(start => start < at);
}
