import type {ScreenInput} from './screen-terminal.ts';

/** Keys that are one byte: a character, or a control. With Alt, a terminal sends Escape before it. */
const oneByteKey = /^alt\+(?<key>.|space|enter|backspace|ctrl\+.)$/v;

/**
Alt with a one-byte key is the same bytes as Escape and then that key, and no command here has Alt: on a link that stalls, an Escape and the q (or
the Ctrl+C) typed after it come in one read. It is taken for the two keys.
*/
export function withoutAlt(input: ScreenInput): readonly ScreenInput[] {
	const key = input.type === 'key' ? oneByteKey.exec(input.name)?.groups?.key : undefined;
	return key === undefined
		? [input]
		: [{type: 'key', name: 'escape', text: undefined}, {type: 'key', name: key, text: textOf(key)}];
}

function textOf(key: string): string | undefined {
	if (key === 'space') {
		return ' ';
	}

	return key.length === 1 ? key : undefined;
}
