import {nearestWord} from '../config/nearest-word.ts';
import {complaints, type Reading} from '../config/reading.ts';
import type {DeviceGroup} from '../domain/device-map.ts';
import type {Foreign} from '../domain/foreign.ts';
import type {FacetFilter, Query} from '../query/query.ts';

/** The query with device groups as the map spells them. A group that is not there would silently find nothing. */
export function withKnownGroups(query: Query, groups: readonly DeviceGroup[]): Reading<Query> {
	const filter = query.facets.group;
	if (filter === undefined) {
		return {value: query};
	}

	const said = complaints();
	const namesOf = (names: readonly Foreign[]): Foreign[] => names.flatMap(name => said.take(groupNamed(name, groups)) ?? []);
	const group: FacetFilter = {include: namesOf(filter.include), exclude: namesOf(filter.exclude)};
	return said.first === undefined ? {value: {...query, facets: {...query.facets, group}}} : {trouble: said.first};
}

/** The empty name stands for devices of no group. */
function groupNamed(name: Foreign, groups: readonly DeviceGroup[]): Reading<Foreign> {
	if (groups.length === 0) {
		return {trouble: 'there are no device groups: --devices FILE names the map that tells them'};
	}

	const found = name === '' ? name : groups.find(each => each.name.toLowerCase() === name.toLowerCase())?.name;
	if (found !== undefined) {
		return {value: found};
	}

	const near = nearestWord(name, groups.map(each => each.name));
	return {trouble: `there is no device group '${name}'${near === undefined ? `; there are ${groups.map(each => each.name).join(', ')}` : `; did you mean '${near}'?`}`};
}
