import type {Foreign} from '../domain/foreign.ts';
import {escape} from './escape.ts';

/** A value as a query line spells it: bare if it reads back the same, otherwise in quotes and escaped. */
export function quotedValue(value: Foreign): string {
	return /^(?!['=])[^\s"*\\]+$/v.test(value) && isVisible(value) ? value : inQuotes(value);
}

/** Whether the text, backslashes aside, is shown as itself. */
export const isVisible = (text: string): boolean => text.split('\\').every(part => escape(part as Foreign) as string === part);

export const inQuotes = (text: Foreign): string => `"${escape(text).replaceAll('"', String.raw`\"`)}"`;
