import {actionCode, actions, type ActionId} from '../../domain/actions.ts';
import {type Category, categoryCode} from '../../domain/category.ts';

/** What the columns keep of an action. */
export type Codes = {readonly action: number; readonly category: number};

/** The codes of an action; of none, with the category given. */
export function codesOf(action: ActionId, category?: Category): Codes {
	const code = actionCode(action);
	return {action: code, category: categoryCode[category ?? actions[code]!.category]};
}

/** Of the actions whose doer is the one who signs in or out. */
export const signInCodes: ReadonlySet<number> = new Set((['login', 'login-failed', 'logout', 'authenticated', 'network-login', 'network-login-failed'] as const).map(action => actionCode(action)));
