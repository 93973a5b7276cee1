import {type Foreign, foreignText} from '../domain/foreign.ts';
import type {EventDetails} from '../engine/engine.ts';
import type {Query} from '../query/query.ts';
import {toggleValue, withKeyword} from './filters.ts';
import {ownKeyword} from './keyword.ts';

/** A way from the open event to others that share something with it. */
export type Pivot = {
	readonly title: Foreign;
	/** That alone: what hid the related events until now is lifted. */
	readonly query: Query;
	/** Columns are counted in no time; what is only in the text of records would have to be searched for at every step. */
	readonly isCounted: boolean;
};

/** Fields that tie records of one story together. */
const tyingFields = new Set(['correlationId', 'session', 'alertId', 'ruleId']);

/** Each is counted; an alert names a source and a target, and whoever scans names many. */
const mostDevices = 3;

/** Every way on from an event, the narrowest idea of "related" last. */
export function pivotsOf({row, fields}: EventDetails): Pivot[] {
	return [
		...(row.user === undefined ? [] : [{title: foreignText(`events with user ${row.user}`), query: toggleValue(everything, 'user', row.user, 'include'), isCounted: true}]),
		...row.devices.slice(0, mostDevices).map(device => ({title: foreignText(`events with ${device}`), query: toggleValue(everything, 'device', device, 'include'), isCounted: true})),
		...(row.devices.length < 2 ? [] : [{title: foreignText('events with any of these devices'), query: {facets: {device: {include: row.devices, exclude: []}}}, isCounted: true}]),
		...fields.filter(({name}) => tyingFields.has(name)).map(({name, value}) => ({title: foreignText(`events with the same ${name}`), query: withKeyword(everything, ownKeyword(name, value)), isCounted: false})),
	];
}

const everything: Query = {facets: {}};
