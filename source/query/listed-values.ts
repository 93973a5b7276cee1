import {addressRange, isInRange} from '../domain/address-range.ts';
import type {Foreign} from '../domain/foreign.ts';
import type {FacetField} from './query.ts';

/** Which values of a field a list means: those that stand in it; of devices also those in a range of addresses that does. */
export function meantBy(field: FacetField, listed: readonly Foreign[]): (value: Foreign) => boolean {
	const values = new Set(listed);
	const ranges = field === 'device' ? listed.flatMap(text => addressRange(text) ?? []) : [];
	return value => values.has(value) || ranges.some(range => isInRange(range, value));
}

/** True for what may mean more values than the one that is spelled so. */
export const canMeanMany = (field: FacetField, listed: Foreign): boolean => field === 'device' && addressRange(listed) !== undefined;
