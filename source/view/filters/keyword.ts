import type {Foreign} from '../../domain/foreign.ts';
import {facetFields} from './facet-fields.ts';
import type {Stance} from './filters.ts';

/** As the search box's language asks for the whole value of a column. */
export function keyword(name: string, value: Foreign, stance: Stance = 'include'): string {
	return `${stance === 'exclude' ? '-' : ''}${name}:=${phrase(value)}`;
}

/** The same for one of the record's own fields: in quotes where a column has its name, or the language cannot spell it. */
export function ownKeyword(name: string, value: Foreign, stance: Stance = 'include'): string {
	return keyword(isPlain(name) ? name : phrase(name), value, stance);
}

/** As the search box's language spells a text that may hold anything. */
export function phrase(text: string): string {
	return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

/** Without quotes these mean a column, or the fields of other names that `src`, `dst` and `ip` stand for. */
const spokenFor = new Set<string>([...facetFields.map(({field}) => field), 'severity', 'message', 'raw', 'src', 'dst', 'ip']);

const isPlain = (name: string): boolean => /^[A-Z_a-z][\w\-.]*$/v.test(name) && !spokenFor.has(name.toLowerCase());
