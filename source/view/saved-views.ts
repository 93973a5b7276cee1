import type {ActionId} from '../domain/actions.ts';
import {foreignText} from '../domain/foreign.ts';
import type {Query} from '../query/query.ts';
import type {LineReading} from './line.ts';

export type SavedView = {readonly name: string; readonly query: Query};

/** Questions that are asked of every appliance. None is applied unless it is chosen. */
export const savedViews: readonly SavedView[] = [
	{name: 'user operations', query: {userOperations: 'exact', facets: {}}},
	{name: 'logins', query: doing('login', 'login-failed')},
	{name: 'password changes and resets', query: doing('password-changed', 'password-reset')},
	{name: 'users created', query: doing('user-created')},
	{name: 'exclusion rules', query: doing('exclusion-created', 'exclusion-edited', 'exclusion-deleted')},
	{name: 'upgrades', query: doing('console-upgraded', 'sensor-upgrade-retried')},
	{name: 'learned alerts', query: doing('alert-learned')},
	{name: 'alerts', query: {severityAtLeast: 'alert', facets: {}}},
];

/** The views whose names hold the typed letters in order, those with a word that begins so first. */
export function viewsLike(typed: string): SavedView[] {
	const letters = typed.trim().toLowerCase();
	const fitting = savedViews.filter(({name}) => hasLetters(name, letters));
	return fitting.toSorted((one, other) => rankOf(one.name, letters) - rankOf(other.name, letters));
}

/** The view meant by what is typed so far. */
export function readView(typed: string): LineReading {
	const [best] = typed.trim() === '' ? [] : viewsLike(typed);
	return best === undefined ? {type: 'trouble', trouble: {sentence: 'no view has these letters', column: 0}} : {type: 'query', query: best.query};
}

function doing(...ids: readonly ActionId[]): Query {
	return {facets: {action: {include: ids.map(id => foreignText(id)), exclude: []}}};
}

function rankOf(name: string, letters: string): number {
	if (name.startsWith(letters)) {
		return 0;
	}

	return name.includes(` ${letters}`) ? 1 : 2;
}

function hasLetters(name: string, letters: string): boolean {
	let at = 0;
	for (const letter of letters) {
		const found = name.indexOf(letter, at);
		if (found === -1) {
			return false;
		}

		at = found + letter.length;
	}

	return true;
}
