import {actionCode, actions, type ActionId} from '../domain/actions.ts';
import {type Category, categoryCode} from '../domain/category.ts';
import {type Result, resultCode} from '../domain/result.ts';
import {bytesOf} from './byte-text.ts';
import {HeadIndex} from './head-index.ts';
import {TemplateList} from './template-list.ts';
import {afterText, Template} from './template.ts';

/**
What a program writes, as data. Slots are named as the fields of events; `user` is who acted (or tried to), `targetUser` to whom it was done, `verdict`
holds a word for the result among others, `status` one of HTTP, `tail` is text of no field, and `more` is such text in which devices are looked for.
A row without an action only names fields.
*/
export type MessageRow = {readonly pattern: string; readonly action?: ActionId; readonly result?: Result};

/** A message that is known, ready to be matched. */
export type KnownMessage = {
	/** What follows the text with which it begins. */
	readonly template: Template;
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
	readonly more: number;
};

/** Messages that begin with the same text, which is compared once for all of them; it is empty where they begin with a slot. */
export type MessageGroup = {readonly head: Uint8Array; readonly rows: MessageList};

/** Messages in the order in which a text is compared with them. */
class MessageList {
	readonly #rows: readonly MessageRow[];
	#messages: readonly KnownMessage[] = [];
	#templates: TemplateList | undefined;

	constructor(rows: readonly MessageRow[]) {
		this.#rows = rows;
	}

	#open(): TemplateList {
		this.#messages = this.#rows.map(row => openRow(row));
		return new TemplateList(this.#messages.map(({template}) => template));
	}

	/** The first that fits. The rows are opened when they are first asked: most programs write nothing into most logs, and opening all rows took 25 ms of a start. */
	find(bytes: Uint8Array, text: {readonly start: number; readonly end: number}): KnownMessage | undefined {
		this.#templates ??= this.#open();
		const found = this.#templates.next(0, bytes, text);
		return found < 0 ? undefined : this.#messages[found];
	}
}

/** The messages of a program. */
export type KnownMessages = {
	/** By the first bytes of theirs: most are compared with one or two. */
	readonly byHead: HeadIndex<MessageGroup>;
	/** What may stand before each of them, the message itself in its slot `tail`. It is taken off once, however many messages there are. */
	readonly lead: Template | undefined;
	/** Text that each of them holds: a line without it is turned away by one pass. Empty where there is none. */
	readonly needed: Uint8Array;
};

export type ProgramMessages = readonly [program: string, messages: KnownMessages];

type Around = {readonly lead?: string; readonly needed?: string; readonly others?: readonly MessageGroup[]};

/** Messages ready to be matched, `others` after the rows. */
export function openMessages(rows: readonly MessageRow[], {lead, needed = '', others = []}: Around = {}): KnownMessages {
	const groups = [...groupsOf(rows), ...others];
	return {
		byHead: new HeadIndex(groups),
		lead: lead === undefined ? undefined : new Template(lead + '{tail}'),
		needed: bytesOf(needed),
	};
}

/** The same rows behind each of many beginnings. */
export function openBehind(heads: readonly string[], rests: readonly MessageRow[]): MessageGroup[] {
	const rows = new MessageList(rests);
	return heads.map(head => ({head: bytesOf(head), rows}));
}

/** The first message that fits. */
export function firstOf(byHead: KnownMessages['byHead'], bytes: Uint8Array, start: number, end: number): KnownMessage | undefined {
	for (const {head, rows} of byHead.itemsAt(bytes, start)) {
		const at = afterText(bytes, start, end, head);
		const fitting = at < 0 ? undefined : rows.find(bytes, {start: at, end});
		if (fitting !== undefined) {
			return fitting;
		}
	}

	return undefined;
}

/** Neighbours with one beginning are a group: their order is kept. */
function groupsOf(rows: readonly MessageRow[]): MessageGroup[] {
	const groups: Array<{readonly head: string; readonly rows: MessageRow[]}> = [];
	for (const {pattern, ...row} of rows) {
		const head = headOf(pattern);
		const rest = {...row, pattern: pattern.slice(head.length)};
		const last = groups.at(-1);
		if (last?.head === head) {
			last.rows.push(rest);
		} else {
			groups.push({head, rows: [rest]});
		}
	}

	return groups.flatMap(group => openBehind([group.head], group.rows));
}

function openRow({pattern, action = 'none', result = 'none'}: MessageRow): KnownMessage {
	const template = new Template(pattern);
	return {
		template,
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
		more: template.slot('more'),
	};
}

const headOf = (pattern: string): string => pattern.split('{', 1)[0]!.trimEnd();

const categoryOf = (action: ActionId): Category => action === 'none' ? 'system' : actions[actionCode(action)]!.category;
