import type {FacetField} from '../../query/query.ts';

type FacetFieldRow = {
	readonly field: FacetField;
	readonly title: string;
	/** Number of values listed before anything is typed; typing a few letters finds the others. */
	readonly listed: number;
};

/** The fields of the sidebar, in its order: what was done, by whom and to what must be in sight on a console of 24 lines without pressing a key. */
export const facetFields: readonly FacetFieldRow[] = [
	{field: 'action', title: 'Action', listed: 5},
	{field: 'user', title: 'User', listed: 5},
	{field: 'device', title: 'Device', listed: 5},
	{field: 'group', title: 'Device group', listed: 5},
	{field: 'category', title: 'Category', listed: 5},
	{field: 'type', title: 'Event type', listed: 5},
	{field: 'source', title: 'Source', listed: 4},
	{field: 'host', title: 'Host', listed: 3},
	{field: 'result', title: 'Result', listed: 3},
	{field: 'format', title: 'Format', listed: 3},
];

/** A list that is being narrowed shows more of its values. */
export const listedWhileNarrowing = 12;
