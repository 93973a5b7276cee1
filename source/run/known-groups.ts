import {otherName} from '../query/nearest-word.ts';
import type {Reading} from '../config/reading.ts';
import type {DeviceGroup} from '../domain/device-map.ts';
import type {Foreign} from '../domain/foreign.ts';
import type {Query} from '../query/query.ts';
import {withKnownNames} from './known-names.ts';

/** The query with its device groups spelled as in the map. */
export function withKnownGroups(query: Query, groups: readonly DeviceGroup[]): Reading<Query> {
	return withKnownNames(query, 'group', name => groupNamed(name, groups));
}

/** The empty name stands for devices in no group. */
function groupNamed(name: Foreign, groups: readonly DeviceGroup[]): Reading<Foreign> {
	if (groups.length === 0) {
		return {trouble: 'there are no device groups: --devices FILE names the map that tells them'};
	}

	const found = name === '' ? name : groups.find(each => each.name.toLowerCase() === name.toLowerCase())?.name;
	return found === undefined ? {trouble: `there is no device group '${name}'; ${otherName(name, groups.map(each => each.name))}`} : {value: found};
}
