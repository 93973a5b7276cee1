import type {Foreign} from '../../domain/foreign.ts';
import {type NamedSeverity, severities, type Severity} from '../../domain/severity.ts';
import type {FacetAnswer, FacetValue} from '../../engine/engine.ts';
import type {FacetField} from '../../query/query.ts';
import {titledDevice} from '../timeline/device-titles.ts';
import {grouped} from '../drawing/numbers.ts';
import type {ViewState} from '../view-state.ts';
import {facetFields} from './facet-fields.ts';
import {valueTitle} from './facet-values.ts';
import {noFilter, stanceOn, type Stance} from './filters.ts';

type ItemBase = {
	/** Identifies the item while others come and go around it. */
	readonly key: string;
	readonly title: Foreign | string;
	/** How many events choosing it would show; undefined until the engine has answered. */
	readonly count: number | undefined;
	readonly stance: Stance | undefined;
};

export type SidebarItem =
	| (ItemBase & {readonly type: 'user-operations'; readonly meaning: 'exact' | 'human'; readonly explains: string})
	| (ItemBase & {readonly type: 'severity'; readonly atLeast: NamedSeverity | undefined})
	| (ItemBase & {readonly type: 'value'; readonly field: FacetField; readonly value: Foreign})
	/** The line that narrows the field's list; `shortTitle` is for a pane that has no room for `title`. */
	| (ItemBase & {readonly type: 'narrow'; readonly field: FacetField; readonly shortTitle: string})
	| (ItemBase & {readonly type: 'heading'});

/** All lines of the sidebar, top to bottom. */
export function sidebarItems(state: ViewState): SidebarItem[] {
	return [...userOperationItems(state), ...severityItems(state), ...facetFields.flatMap(({field, title}) => fieldItems(state, field, title))];
}

/** The items that the cursor can be on. */
export function choosableItems(state: ViewState): SidebarItem[] {
	return sidebarItems(state).filter(item => item.type !== 'heading');
}

/** The item under the cursor, or the first one when that has gone. */
export function chosenItem(state: ViewState): SidebarItem | undefined {
	const items = choosableItems(state);
	return items.find(item => item.key === state.sidebar.cursor) ?? items[0];
}

export const narrowKey = (field: FacetField): string => `narrow:${field}`;

const meanings = [
	{meaning: 'exact', title: 'User operations', explains: 'User operations: exactly what the product itself logs as one'},
	{meaning: 'human', title: 'Done by people', explains: 'Done by people: every event that a person caused, in any log'},
] as const;

function userOperationItems({query, sidebar: {facets}}: ViewState): SidebarItem[] {
	return meanings.map(({meaning, title, explains}) => ({
		type: 'user-operations',
		key: `user-operations:${meaning}`,
		meaning,
		title,
		explains,
		count: facets?.userOperations[meaning],
		stance: query.userOperations === meaning ? 'include' : undefined,
	}));
}

const steps = [
	{atLeast: 'alert', title: 'alerts only'},
	{atLeast: 'notice', title: 'and notices'},
	{atLeast: undefined, title: 'all events'},
] as const satisfies ReadonlyArray<{atLeast: NamedSeverity | undefined; title: string}>;

function severityItems({query, sidebar: {facets}}: ViewState): SidebarItem[] {
	return [heading('severity', 'Severity'), ...steps.map(({atLeast, title}) => ({
		type: 'severity' as const,
		key: `severity:${atLeast ?? 'all'}`,
		atLeast,
		title,
		count: facets && countFrom(facets.severities, atLeast ?? 'none'),
		stance: atLeast !== undefined && query.severityAtLeast === atLeast ? 'include' as const : undefined,
	}))];
}

function countFrom(counts: Readonly<Record<Severity, number>>, least: Severity): number {
	return severities.slice(severities.indexOf(least)).reduce((sum, severity) => sum + counts[severity], 0);
}

function fieldItems(state: ViewState, field: FacetField, title: string): SidebarItem[] {
	const answer = state.sidebar.facets?.facets.find(facet => facet.field === field);
	const listed = answer?.values ?? [];
	const narrowed = state.sidebar.narrow?.field === field ? state.sidebar.narrow.text : undefined;
	const values = narrowed === undefined ? [...listed, ...unlistedFilters(state, field, listed)] : listed;
	const narrow = narrowItem(field, answer, narrowed);
	const items = values.map(value => valueItem(state, field, value));
	if (narrowed !== undefined) {
		return [heading(field, title), ...narrow, ...items];
	}

	return items.some(item => isTelling(item)) ? [heading(field, title), ...items, ...narrow] : [];
}

/** A list whose only value is "(none)" is worth showing only if there is a filter on it. */
function isTelling(item: SidebarItem): boolean {
	return item.stance !== undefined || (item.type === 'value' && item.value !== '');
}

const heading = (key: string, title: string): SidebarItem => ({type: 'heading', key: `heading:${key}`, title, count: undefined, stance: undefined});

function valueItem({query, opened, deviceTitles}: ViewState, field: FacetField, {value, count}: FacetValue | {value: Foreign; count: undefined}): SidebarItem {
	const title = valueTitle(field, value, opened.sources);
	return {type: 'value', key: `${field}=${value}`, field, value, title: field === 'device' ? titledDevice(title, deviceTitles) : title, count, stance: stanceOn(query, field, value)};
}

/** A filter stays in sight and can be removed there, even when its value is not among the most frequent. */
function unlistedFilters({query}: ViewState, field: FacetField, listed: readonly FacetValue[]) {
	const {include, exclude} = query.facets[field] ?? noFilter;
	return [...include, ...exclude]
		.filter(value => listed.every(other => other.value !== value))
		.map(value => ({value, count: undefined}));
}

function narrowItem(field: FacetField, answer: FacetAnswer | undefined, narrowed: string | undefined): SidebarItem[] {
	const hidden = (answer?.distinct ?? 0) - (answer?.values.length ?? 0);
	if (narrowed === undefined && hidden <= 0) {
		return [];
	}

	const title = hidden > 0 ? `${grouped(hidden)} more, t to find` : 't to find';
	return [{type: 'narrow', key: narrowKey(field), field, title, shortTitle: `${grouped(hidden)} more: t`, count: undefined, stance: undefined}];
}
