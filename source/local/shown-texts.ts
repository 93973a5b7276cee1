import {actions} from '../domain/actions.ts';
import type {EventRow} from '../engine/engine.ts';
import type {ShownTexts} from '../query/hit-ranges.ts';

const titleOf = new Map<string, string>(actions.map(({id, title}) => [id, title]));

/** The texts of a row that hits are marked in. */
export function shownTexts({message, user, devices, action, host}: EventRow): ShownTexts {
	return {message, user: user ?? '', devices: devices.join(' '), action: titleOf.get(action)!, host: host ?? ''};
}
