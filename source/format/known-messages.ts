import {actionCode, actions, type ActionId} from '../domain/actions.ts';
import {type Category, categoryCode} from '../domain/category.ts';
import {type Result, resultCode} from '../domain/result.ts';
import {bytesOf} from './byte-text.ts';
import {Template} from './template.ts';

/**
What a program writes, as data. Slots are named as the fields of events; `user` is who acted (or tried to), `targetUser` to whom it was done, `verdict`
holds a word for the result among others, `status` one of HTTP, and `tail` is text of no field. A row without an action only names fields.
*/
export type MessageRow = {readonly pattern: string; readonly action?: ActionId; readonly result?: Result};

/** A message that is known, ready to be matched. */
export type KnownMessage = {
	readonly template: Template;
	/** Text with which it begins, to turn other messages away; empty where it begins with a slot. */
	readonly head: Uint8Array;
	readonly action: number;
	readonly category: number;
	readonly result: number;
	readonly user: number;
	readonly sourceAddress: number;
	readonly targetAddress: number;
	readonly sessionUser: number;
	readonly by: number;
	readonly verdict: number;
	readonly status: number;
};

/** The messages of a program. */
export type KnownMessages = {
	/** By the first byte of theirs: most are compared with one or two. */
	readonly byHead: ReadonlyArray<readonly KnownMessage[]>;
	/** What may stand before each of them, the message itself in its slot `tail`. It is taken off once, however many messages there are. */
	readonly lead: Template | undefined;
	/** Text that each of them holds: a line without it is turned away by one pass. Empty where there is none. */
	readonly needed: Uint8Array;
};

export type ProgramMessages = readonly [program: string, messages: KnownMessages];

export function openMessages(rows: readonly MessageRow[], {lead, needed = ''}: {readonly lead?: string; readonly needed?: string} = {}): KnownMessages {
	const known = rows.map(row => openRow(row));
	return {
		byHead: Array.from({length: 256}, (_, byte) => known.filter(({head}) => head.length === 0 || head[0] === byte)),
		lead: lead === undefined ? undefined : new Template(lead + '{tail}'),
		needed: bytesOf(needed),
	};
}

function openRow({pattern, action = 'none', result = 'none'}: MessageRow): KnownMessage {
	const template = new Template(pattern);
	return {
		template,
		head: bytesOf(headOf(pattern)),
		action: actionCode(action),
		category: categoryCode[categoryOf(action)],
		result: resultCode[result],
		user: template.slot('user'),
		sourceAddress: template.slot('sourceAddress'),
		targetAddress: template.slot('targetAddress'),
		sessionUser: template.slot('sessionUser'),
		by: template.slot('by'),
		verdict: template.slot('verdict'),
		status: template.slot('status'),
	};
}

const headOf = (pattern: string): string => pattern.split('{', 1)[0]!.trimEnd();

const categoryOf = (action: ActionId): Category => action === 'none' ? 'system' : actions[actionCode(action)]!.category;
