import type {Query} from '../query/query.ts';

/** Spans of time that one key walks through, counted back from the newest event. */
export const ranges = [
	{title: 'minute', micros: 60e6},
	{title: '5 minutes', micros: 300e6},
	{title: 'hour', micros: 3600e6},
	{title: '12 hours', micros: 12 * 3600e6},
	{title: 'day', micros: 24 * 3600e6},
] as const;

/** The first span wider than what the query shows now; after the widest comes undefined, which is "all". */
export function nextRange({sinceMicros}: Query, lastMicros: number) {
	return sinceMicros === undefined ? ranges[0] : ranges.find(({micros}) => micros > lastMicros - sinceMicros);
}
