import type {Foreign} from '../domain/foreign.ts';
import type {Stance} from './filters.ts';

/** As the search box's language asks for a field's whole value; a name that it cannot spell leaves the value alone to ask for. */
export function keyword(name: string, value: Foreign, stance: Stance = 'include'): string {
	const field = /^[A-Z_a-z][\w\-.]*$/v.test(name) ? `${name}:=` : '';
	return `${stance === 'exclude' ? '-' : ''}${field}${quoted(value)}`;
}

/** As the search box's language spells a value that may hold anything. */
function quoted(value: Foreign): string {
	return `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
