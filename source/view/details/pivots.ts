import type {Field} from '../../domain/field.ts';
import {type Foreign, foreignText} from '../../domain/foreign.ts';
import type {EventDetails, EventRow} from '../../engine/engine.ts';
import type {Query} from '../../query/query.ts';
import {everything, toggleValue, withKeyword} from '../filters/filters.ts';
import {ownKeyword, phrase} from '../filters/keyword.ts';

/** A way from the open event to related events. */
export type Pivot = {
	readonly title: Foreign;
	/** The one value that they share with it. */
	readonly value?: Foreign;
	/** Only that, without the present filters: they may hide the related events. */
	readonly query: Query;
	/** Counting by column is instant; counting by the text of records would mean a search at every step of the cursor. */
	readonly isCounted: boolean;
};

/** Fields that tie the records of one story together. */
const tyingFields = new Set(['correlationId', 'session', 'alertId', 'ruleId']);

/** Fields that say who did it, and to whom. */
const namingFields = new Set(['user', 'targetUser', 'userName']);

/** Who did something and to whom it was done. A record may hold either name only in its text. */
function usersNamed({user}: EventRow, fields: readonly Field[]): readonly Foreign[] {
	const named = fields.filter(({name, value}) => value !== '' && namingFields.has(name)).map(({value}) => value);
	return [...new Set([...(user === undefined ? [] : [user]), ...named])].slice(0, mostUsers);
}

const mostUsers = 3;

/** Each costs a count. An alert names a source and a target; a scan names many. */
const mostDevices = 3;

/** All ways on from an event; those that tie it to one story come last. */
export function pivotsOf({row, fields}: EventDetails): Pivot[] {
	return [
		...(row.user === undefined ? [] : [{title: foreignText(`events with user ${row.user}`), value: row.user, query: toggleValue(everything, 'user', row.user, 'include'), isCounted: true}]),
		...row.devices.slice(0, mostDevices).map(device => ({title: foreignText(`events with ${device}`), value: device, query: toggleValue(everything, 'device', device, 'include'), isCounted: true})),
		...usersNamed(row, fields).map(user => ({title: foreignText(`events that name ${user}`), value: user, query: withKeyword(everything, phrase(user)), isCounted: false})),
		...(row.devices.length < 2 ? [] : [{title: foreignText('events with any of these devices'), query: {facets: {device: {include: row.devices, exclude: []}}}, isCounted: true}]),
		...fields.filter(({name}) => tyingFields.has(name)).map(({name, value}) => ({title: foreignText(`events with the same ${name}`), value, query: withKeyword(everything, ownKeyword(name, value)), isCounted: false})),
	];
}
