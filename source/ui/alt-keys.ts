import type {ScreenInput} from './screen-terminal.ts';

/**
Alt with a character is the same bytes as Escape and then the character, and no command here has Alt: on a link that stalls, an Escape and the q
typed after it come in one read. It is taken for the two keys.
*/
export function withoutAlt(input: ScreenInput): readonly ScreenInput[] {
	const character = input.type === 'key' ? /^alt\+(?<character>.)$/v.exec(input.name)?.groups?.character : undefined;
	return character === undefined
		? [input]
		: [{type: 'key', name: 'escape', text: undefined}, {type: 'key', name: character, text: character}];
}
