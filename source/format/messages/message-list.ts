import type {ActionId} from '../../domain/actions.ts';
import {type Result, resultCode} from '../../domain/result.ts';
import {afterSpaces, bytesOf, type Run, wordEnd} from '../bytes/byte-text.ts';
import {type Codes, codesOf} from '../vocabulary/action-codes.ts';
import {HeadIndex} from '../templates/head-index.ts';
import {TemplateList} from '../templates/template-list.ts';
import {Template} from '../templates/template.ts';

/**
What a program writes, as data. Slots are named as the fields of events; `user` is who acted (or tried to), `targetUser` to whom it was done, `verdict`
holds a word for the result among others, `status` one of HTTP, `tail` is text of no field, `more` is such text in which devices are looked for, and `pairs`
such text in which pairs like `UserName=ann` tell who it was and where from.
A row without an action only names fields. How it ended goes without saying where the action says it: who logs in got in.
*/
export type MessageRow = {readonly pattern: string; readonly action?: ActionId; readonly result?: Result};

/** A message that is known, ready to be matched. */
export type KnownMessage = Codes & {
	/** What follows the text with which it begins. */
	readonly template: Template;
	readonly result: number;
	readonly user: number;
	readonly sourceAddress: number;
	readonly targetAddress: number;
	readonly sessionUser: number;
	readonly by: number;
	readonly verdict: number;
	readonly status: number;
	readonly more: number;
	readonly pairs: number;
};

/** Messages to compare a text with. */
export type Messages = {
	/** The first that fits. */
	readonly find: (bytes: Uint8Array, text: Run) => KnownMessage | undefined;
};

/** The messages of some rows, which are opened when they are first asked: most programs write nothing into most logs, and opening all rows took 25 ms of a start. */
export function messagesOf(rows: readonly MessageRow[]): Messages {
	return rows.length > 1 && rows.every(({pattern}) => leadingWord.test(pattern)) ? new MessagesBehindWord(rows) : new MessageList(rows);
}

/** The text with which what is laid out so begins; empty where that is a slot. */
export const headOf = (pattern: string): string => pattern.split('{', 1)[0]!.trimEnd();

/** Messages in the order in which a text is compared with them. */
class MessageList implements Messages {
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

	find(bytes: Uint8Array, text: Run): KnownMessage | undefined {
		this.#templates ??= this.#open();
		const found = this.#templates.next(0, bytes, text);
		return found < 0 ? undefined : this.#messages[found];
	}
}

/** Messages that all begin with some word: what stands behind it tells which of them a text may be. An address is such a word too, and all of Exim's were tried on each message that begins with one. */
class MessagesBehindWord implements Messages {
	readonly #rows: readonly MessageRow[];
	#byHead: HeadIndex<Headed> | undefined;

	constructor(rows: readonly MessageRow[]) {
		this.#rows = rows;
	}

	/** Neighbours alike stay together. */
	#open(): HeadIndex<Headed> {
		const groups: Array<{readonly head: string; readonly rows: MessageRow[]}> = [];
		for (const row of this.#rows) {
			const head = headOf(row.pattern.replace(leadingWord, ''));
			if (groups.at(-1)?.head !== head) {
				groups.push({head, rows: []});
			}

			groups.at(-1)!.rows.push(row);
		}

		return new HeadIndex(groups.map(({head, rows}) => ({head: bytesOf(head), messages: new MessageList(rows)})));
	}

	find(bytes: Uint8Array, text: Run): KnownMessage | undefined {
		this.#byHead ??= this.#open();
		const behind = afterSpaces(bytes, wordEnd(bytes, text.start, text.end), text.end);
		for (const {messages} of this.#byHead.itemsAt(bytes, behind)) {
			const fitting = messages.find(bytes, text);
			if (fitting !== undefined) {
				return fitting;
			}
		}

		return undefined;
	}
}

/** Messages with the same text behind their word. */
type Headed = {readonly head: Uint8Array; readonly messages: MessageList};

const leadingWord = /^\{[A-Za-z]+:word\} /v;

function openRow({pattern, action = 'none', result = impliedResults[action] ?? 'none'}: MessageRow): KnownMessage {
	const template = new Template(pattern);
	return {
		template,
		...codesOf(action, action === 'none' ? 'system' : undefined),
		result: resultCode[result],
		user: template.slot('user'),
		sourceAddress: template.slot('sourceAddress'),
		targetAddress: template.slot('targetAddress'),
		sessionUser: template.slot('sessionUser'),
		by: template.slot('by'),
		verdict: template.slot('verdict'),
		status: template.slot('status'),
		more: template.slot('more'),
		pairs: template.slot('pairs'),
	};
}

const impliedResults: Readonly<Partial<Record<ActionId, Result>>> = {
	login: 'success', 'network-login': 'success', authenticated: 'success', 'login-failed': 'failure', 'network-login-failed': 'failure', 'privilege-refused': 'failure',
};
