import {bytesOf} from '../bytes/byte-text.ts';
import {HeadIndex} from '../templates/head-index.ts';
import {afterText, Template} from '../templates/template.ts';
import {headOf, type KnownMessage, type MessageRow, type Messages, messagesOf} from './message-list.ts';

export type {KnownMessage, MessageRow} from './message-list.ts';

/** Messages that begin with the same text, which is compared once for all of them; it is empty where they begin with a slot. */
export type MessageGroup = {readonly head: Uint8Array; readonly rows: Messages};

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
	const rows = messagesOf(rests);
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
