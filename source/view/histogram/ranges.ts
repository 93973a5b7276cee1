import type {Query} from '../../query/query.ts';

export type Range = {
	/** The digit that chooses it. */
	readonly key: string;
	readonly title: string;
	/** Short enough for the key bar. */
	readonly bar: string;
	/** The same on a narrow screen. */
	readonly narrowBar: string;
	readonly micros: number;
};

/** The time spans that a digit shows, counted back from the newest event. */
export const ranges: readonly Range[] = [
	{key: '1', title: 'minute', bar: 'minute', narrowBar: '1m', micros: 60e6},
	{key: '2', title: '5 minutes', bar: '5 min', narrowBar: '5m', micros: 300e6},
	{key: '3', title: 'hour', bar: 'hour', narrowBar: '1h', micros: 3600e6},
	{key: '4', title: '12 hours', bar: '12 hours', narrowBar: '12h', micros: 12 * 3600e6},
	{key: '5', title: 'day', bar: 'day', narrowBar: '1d', micros: 24 * 3600e6},
];

/** The first span wider than what the query shows now; undefined, which is "all", after the widest. */
export function nextRange({sinceMicros}: Query, lastMicros: number): Range | undefined {
	return sinceMicros === undefined ? ranges[0] : ranges.find(({micros}) => micros > lastMicros - sinceMicros);
}
