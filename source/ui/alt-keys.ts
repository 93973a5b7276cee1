import type {ScreenInput} from './screen-terminal.ts';

/** Alt with a key of one byte, which a terminal sends as Escape and that byte. */
const oneByteKey = /^alt\+(?<key>.|space|enter|backspace|ctrl\+.)$/v;

/**
Takes Alt with a one-byte key for Escape and that key. The bytes are the same, no command here uses Alt, and on a stalling link an Escape and the q or Ctrl+C typed
after it arrive in one read.
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
