import {addressRange, isInRange} from '../domain/address-range.ts';
import type {Foreign} from '../domain/foreign.ts';
import type {FacetField} from './query.ts';

/** Which values of a field a list means: those in it and, for devices, those in an address range in it. */
export function meantBy(field: FacetField, listed: readonly Foreign[]): (value: Foreign) => boolean {
	const values = new Set(listed);
	const ranges = field === 'device' ? listed.flatMap(text => addressRange(text) ?? []) : [];
	return value => values.has(value) || ranges.some(range => isInRange(range, value));
}

/** Whether an entry can mean more values than itself. */
export const canMeanMany = (field: FacetField, listed: Foreign): boolean => field === 'device' && addressRange(listed) !== undefined;
