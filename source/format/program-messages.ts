import {authPrograms} from './auth-messages.ts';
import {ascii} from './byte-text.ts';
import type {KnownMessages} from './known-messages.ts';
import {ciscoMessages, networkPrograms} from './network-messages.ts';
import {WordTable} from './word-table.ts';

const programs = new WordTable<KnownMessages>([...authPrograms, ...networkPrograms]);
const numbered = new WordTable<KnownMessages>(ciscoMessages);

const openParenthesis = 0x28;
const percent = 0x25;

/** The messages that are known of the program whose name lies there: a word, or a tag such as `%ASA-6-302013` whose last part says which message it is. */
export function messagesOfProgram(bytes: Uint8Array, start: number, end: number): KnownMessages | undefined {
	return bytes[start] === percent ? numbered.find(bytes, behindLast(bytes, ascii.minus, start, end), end) : programs.find(bytes, start, endOfName(bytes, start, end));
}

function behindLast(bytes: Uint8Array, mark: number, start: number, end: number): number {
	let at = end;
	while (at > start && bytes[at - 1] !== mark) {
		at--;
	}

	return at;
}

/** polkit writes `polkitd(authority=local)`. */
function endOfName(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && (at === start || bytes[at] !== openParenthesis)) {
		at++;
	}

	return at;
}
