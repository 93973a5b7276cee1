import type {ActionId} from '../../domain/actions.ts';
import {type Foreign, foreignText} from '../../domain/foreign.ts';
import type {Group, GroupsWanted} from '../../engine/engine.ts';
import type {FacetField, Query} from '../../query/query.ts';
import {noFilter, withKeyword} from '../filters/filters.ts';
import {keyword} from '../filters/keyword.ts';

export type SummarySection = {
	readonly title: string;
	readonly wanted: GroupsWanted;
	/** Said where the section has no lines. */
	readonly none: string;
	/** Lines are ordered by when their events began: the first may have caused the others. */
	readonly isByTime?: true;
	/** The query for the events of a group, among those of `query`. */
	readonly leadsTo: (query: Query, group: Group) => Query;
};

const logins: readonly ActionId[] = ['login', 'login-failed'];
const failures: readonly ActionId[] = ['login-failed', 'network-login-failed'];

/** What makes misuse possible or hides it: each is worth a look. */
const changes: readonly ActionId[] = [
	...(['password-reset', 'password-changed', 'user-created', 'user-changed', 'user-deleted', 'role-changed', 'group-changed'] as const),
	...(['exclusion-created', 'exclusion-edited', 'exclusion-deleted', 'rule-created', 'rule-edited', 'rule-deleted', 'alert-learned', 'alert-muted', 'config-changed'] as const),
];

/** An intruder is among the newest users and devices; the others were always there. */
const mostNew = 6;

/** The questions of an audit. What is rare or hides something comes before what happens every day. */
export const summarySections: readonly SummarySection[] = [
	{
		title: 'Resets, users, rules', none: 'no changes',
		wanted: {by: ['action'], of: 'events', actions: changes, limit: changes.length},
		leadsTo: (query, {values}) => narrowed(query, ['action'], values),
	},
	{
		title: 'Alerts by log, earliest first', none: 'no alerts', isByTime: true,
		wanted: {by: ['source'], of: 'events', severity: 'alert', limit: 20},
		leadsTo: (query, {values}) => narrowed({...query, severityAtLeast: 'alert'}, ['source'], values),
	},
	{
		title: 'New users, latest first', none: 'none in this time',
		wanted: {by: ['user'], of: 'events', isNamed: true, isNew: true, limit: mostNew},
		leadsTo: (query, {values}) => narrowed(query, ['user'], values),
	},
	{
		title: 'New devices, latest first', none: 'none in this time',
		wanted: {by: ['device'], of: 'events', isNamed: true, isNew: true, limit: mostNew},
		leadsTo: (query, {values}) => narrowed(query, ['device'], values),
	},
	{
		title: 'New kinds of events, latest first', none: 'none in this time',
		wanted: {by: ['action', 'type'], of: 'events', isNamed: true, isNew: true, limit: mostNew},
		leadsTo: (query, {values}) => narrowed(query, ['action', 'type'], values),
	},
	{
		title: 'Who did what', none: 'no user operations',
		wanted: {by: ['user', 'action'], of: 'events', category: 'user-operation', limit: 30},
		leadsTo: (query, {values}) => narrowed({...query, userOperations: query.userOperations ?? 'human'}, ['user', 'action'], values),
	},
	{
		title: 'Users by hour of the day', none: 'no user is named',
		wanted: {by: ['user'], of: 'events', isNamed: true, hasHours: true, limit: 20},
		leadsTo: (query, {values}) => narrowed(query, ['user'], values),
	},
	{
		title: 'Logins by user', none: 'no logins',
		wanted: {by: ['user', 'action'], of: 'events', actions: logins, limit: 20},
		leadsTo: (query, {values}) => narrowed(query, ['user', 'action'], values),
	},
	{
		title: 'Logins by hour, failed ones too', none: 'no logins', isByTime: true,
		wanted: {by: ['hour'], of: 'events', actions: logins, limit: 48},
		// No login of another hour lies between the first and the last one of this hour.
		leadsTo: (query, {firstMicros, lastMicros}) => ({...doing(query, logins), sinceMicros: firstMicros, untilMicros: lastMicros + 1}),
	},
	{
		title: 'Failed logins by origin', none: 'none failed',
		wanted: {by: ['user', 'device'], of: 'events', actions: failures, limit: 20},
		leadsTo: (query, {values}) => narrowed(doing(query, failures), ['user', 'device'], values),
	},
	{
		title: 'Most frequent devices', none: 'no device is named',
		wanted: {by: ['device'], of: 'events', isNamed: true, limit: 15},
		leadsTo: (query, {values}) => narrowed(query, ['device'], values),
	},
	{
		title: 'Logs with holes', none: 'no holes',
		wanted: {by: ['source'], of: 'gaps', limit: 20},
		// No filter can select holes, because they pass them all; the time around them in that one log shows them.
		leadsTo: (query, {values, firstMicros, lastMicros}) => narrowed({...query, sinceMicros: firstMicros - aroundMicros, untilMicros: lastMicros + aroundMicros}, ['source'], values),
	},
];

/** The events just before and after a hole help to understand it. */
const aroundMicros = 60e6;

function narrowed(query: Query, fields: readonly FacetField[], values: readonly Foreign[]): Query {
	let narrower = query;
	for (const [at, field] of fields.entries()) {
		narrower = alsoWith(narrower, field, values[at]!);
	}

	return narrower;
}

/** The query narrowed to a value. Where a filter on another value stands (an event can name several devices), the value becomes a keyword instead. */
function alsoWith(query: Query, field: FacetField, value: Foreign): Query {
	const {include, exclude} = query.facets[field] ?? noFilter;
	return include.length === 0 || include.includes(value)
		? {...query, facets: {...query.facets, [field]: {include: [value], exclude}}}
		: withKeyword(query, keyword(field, value));
}

/** The query narrowed to some actions. */
function doing(query: Query, ids: readonly ActionId[]): Query {
	const {include, exclude} = query.facets.action ?? noFilter;
	const wanted = ids.map(id => foreignText(id)).filter(id => include.length === 0 || include.includes(id));
	return {...query, facets: {...query.facets, action: {include: wanted, exclude}}};
}
