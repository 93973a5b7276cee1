import type {Foreign} from '../../domain/foreign.ts';
import {facetFields} from './facet-fields.ts';
import type {Stance} from './filters.ts';

/** A search term for the whole value of a column, as in `user:="dana"`. */
export function keyword(name: string, value: Foreign, stance: Stance = 'include'): string {
	return `${stance === 'exclude' ? '-' : ''}${name}:=${phrase(value)}`;
}

/** The same for one of the record's own fields. Its name is quoted where a column has the same name or where it is not a plain word. */
export function ownKeyword(name: string, value: Foreign, stance: Stance = 'include'): string {
	return keyword(isPlain(name) ? name : phrase(name), value, stance);
}

/** A quoted phrase of the search language; the text may hold anything. */
export function phrase(text: string): string {
	return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

/** Names that mean a column when they are not quoted, or several fields, as `src`, `dst` and `ip` do. */
const spokenFor = new Set<string>([...facetFields.map(({field}) => field), 'severity', 'message', 'raw', 'src', 'dst', 'ip']);

const isPlain = (name: string): boolean => /^[A-Z_a-z][\w\-.]*$/v.test(name) && !spokenFor.has(name.toLowerCase());
