import {severityCode} from '../../source/domain/severity.ts';
import {type FacetField, facetFields, type Query} from '../../source/query/query.ts';
import {matchOf} from './match.ts';
import type {StoredRow} from './stored-row.ts';

const auditedActions = new Set<string>(['login', 'user-created', 'password-changed', 'password-reset', 'alert-learned', 'exclusion-created', 'exclusion-edited', 'exclusion-deleted', 'console-upgraded', 'sensor-upgrade-retried', 'ti-package-uploaded']);

/** Every filter of the query lets the row through; a gap is always shown. */
export function isShown(stored: StoredRow, query: Query): boolean {
	const {row, values, text} = stored;
	if (row.kind === 'gap') {
		return true;
	}

	return row.time.micros >= (query.sinceMicros ?? -Infinity)
		&& row.time.micros < (query.untilMicros ?? Infinity)
		&& (query.severityAtLeast === undefined || severityCode[row.severity] >= severityCode[query.severityAtLeast])
		&& (query.userOperations !== 'human' || row.category === 'user-operation')
		&& (query.userOperations !== 'exact' || auditedActions.has(row.action))
		&& facetFields.every(field => hasFieldOf(values[field], query, field))
		&& (query.keywords ?? []).every(keyword => matchOf(keyword).isMatch(text));
}

function hasFieldOf(values: readonly string[], {facets}: Query, field: FacetField): boolean {
	const {include, exclude} = facets[field] ?? {include: [], exclude: []};
	return (include.length === 0 || values.some(value => isAmong(include, value))) && values.every(value => !isAmong(exclude, value));
}

function isAmong(list: readonly string[], value: string): boolean {
	return list.includes(value);
}

/** The events that a query shows. */
export function eventsOf(rows: readonly StoredRow[], query: Query): StoredRow[] {
	return rows.filter(stored => stored.row.kind === 'event' && isShown(stored, query));
}
