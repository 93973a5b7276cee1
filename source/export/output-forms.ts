import {extname} from 'node:path';
import type {OutputForm} from './event-writers.ts';

type FormRow = {
	/** The file name endings of this form; the first is the usual one. */
	readonly suffixes: readonly [string, ...string[]];
	readonly form: OutputForm;
	readonly title: string;
};

/** The forms of an exported file, chosen by its name. */
export const outputForms: readonly FormRow[] = [
	{suffixes: ['.csv'], form: 'csv', title: 'CSV'},
	{suffixes: ['.jsonl', '.ndjson'], form: 'jsonl', title: 'JSON Lines'},
	{suffixes: ['.txt'], form: 'text', title: 'one line an event'},
	{suffixes: ['.raw'], form: 'raw', title: 'the records\' own bytes'},
];

/** The form that a file name asks for; undefined where its ending belongs to none. */
export function formOfPath(path: string): FormRow | undefined {
	const suffix = extname(path).toLowerCase();
	return outputForms.find(({suffixes}) => suffixes.includes(suffix));
}

/** The same name with the ending of the next form; after the last comes the first. */
export function inNextForm(path: string, {form}: FormRow): string {
	const at = outputForms.findIndex(row => row.form === form);
	return path.slice(0, path.length - extname(path).length) + outputForms[(at + 1) % outputForms.length]!.suffixes[0];
}
