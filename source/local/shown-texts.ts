import {actionTitle} from '../domain/actions.ts';
import type {EventRow} from '../engine/engine.ts';
import type {ShownTexts} from '../query/hit-ranges.ts';

/** The texts of a row that hits are marked in. */
export function shownTexts({message, user, devices, action, host}: EventRow): ShownTexts {
	return {message, user: user ?? '', devices: devices.join(' '), action: actionTitle(action), host: host ?? ''};
}
