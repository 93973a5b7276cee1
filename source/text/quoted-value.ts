import type {Foreign} from '../domain/foreign.ts';
import {escape} from './escape.ts';

/** A value as a query line spells it: bare where that is the same to read back, else in quotes, as the screen shows it. */
export function quotedValue(value: Foreign): string {
	return /^(?!['=])[^\s"*\\]+$/v.test(value) && isVisible(value) ? value : inQuotes(value);
}

/** True where the text, backslashes aside, is shown as itself. */
export const isVisible = (text: string): boolean => text.split('\\').every(part => escape(part as Foreign) as string === part);

export const inQuotes = (text: Foreign): string => `"${escape(text).replaceAll('"', String.raw`\"`)}"`;
