import * as v from 'valibot';
import type {AuditLayout} from '../appliance/audit-layouts.ts';
import {Template} from '../templates/template.ts';
import {issueWords} from './issue-words.ts';

/** What a file of layouts gives: the sound ones, and a sentence for each that is not. */
export type LayoutsRead = {readonly layouts: readonly AuditLayout[]; readonly troubles: readonly string[]};

const filledText = v.pipe(v.string(), v.nonEmpty('must not be empty'));
const patternText = v.pipe(v.string(), v.check(hasSlots, 'must have the slots {time} and, as the last thing in it, {record}'));
const dateOrder = v.picklist(['year-first', 'day-first', 'month-first']);

const layoutSchema = v.strictObject({name: filledText, pattern: patternText, dateOrder, actionEndsWith: filledText});

const fileSchema = v.strictObject({layouts: v.array(v.unknown())});

/** Reads the user's own layouts of the console audit log, as JSON: a list named `layouts`. One that is wrong is refused, and told; the others count. */
export function parseLayouts(json: string): LayoutsRead {
	const file = v.safeParse(fileSchema, JSON.parse(json));
	if (!file.success) {
		return {layouts: [], troubles: [`The layouts file: ${issueWords(file.issues[0], 'it')}.`]};
	}

	const read = file.output.layouts.map((layout, index) => readLayout(layout, index + 1));
	return {
		layouts: read.flatMap(layout => typeof layout === 'string' ? [] : layout),
		troubles: read.filter(layout => typeof layout === 'string'),
	};
}

/** The layout, or a sentence about what is wrong with it. */
function readLayout(value: unknown, number: number): AuditLayout | string {
	const layout = v.safeParse(layoutSchema, value);
	return layout.success ? layout.output : `Layout ${number} of the layouts file is refused: ${issueWords(layout.issues[0], 'it')}.`;
}

function hasSlots(pattern: string): boolean {
	const {names} = new Template(pattern);
	return names.includes('time') && names.at(-1) === 'record' && pattern.endsWith('{record}');
}
