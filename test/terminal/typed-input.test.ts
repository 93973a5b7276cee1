import {setImmediate} from 'node:timers/promises';
import test from 'ava';
import type {TerminalInput} from '../../source/terminal/terminal.ts';
import {TypedInput} from '../../source/terminal/typed-input.ts';

const key = (name: string, text?: string): TerminalInput => ({type: 'key', name, text});

async function passedOn(inputs: readonly TerminalInput[]): Promise<string[]> {
	const typed = new TypedInput();
	const chunks: string[] = [];
	typed.on('data', (chunk: string) => {
		chunks.push(chunk);
	});
	for (const input of inputs) {
		typed.type(input);
	}

	while (typed.isWaiting) {
		await setImmediate(); // eslint-disable-line no-await-in-loop -- one chunk a turn
	}

	await setImmediate();
	return chunks;
}

for (const [name, inputs, chunks] of [
	['text that came together goes together', [key('a', 'a'), key('space', ' '), key('b', 'b')], ['a b']],
	['an editing key goes alone', [key('a', 'a'), key('backspace'), key('b', 'b')], ['a', '\u{7F}', 'b']],
	['arrows and Enter', [key('left'), key('enter')], ['\u{1B}[D', '\r']],
	['a command key is no business of a text box', [key('ctrl+f'), key('f3'), key('escape'), key('alt+x')], []],
	['a grapheme stays whole', [key('👨‍👩‍👧', '👨‍👩‍👧')], ['👨‍👩‍👧']],
	['a pasted line break never submits', [{type: 'paste', text: 'one\ntwo\n'}], [String.raw`one\ntwo`]],
	['a pasted control is spelled out', [{type: 'paste', text: 'a\u{1B}[2J\u{7}'}], [String.raw`a\x1b[2J\x07`]],
	['a pasted backslash stays one', [{type: 'paste', text: String.raw`C:\tmp`}], [String.raw`C:\tmp`]],
	['a pasted tab is a space', [{type: 'paste', text: 'a\tb'}], ['a b']],
] as const satisfies ReadonlyArray<readonly [string, readonly TerminalInput[], readonly string[]]>) {
	test(`for the text box: ${name}`, async t => {
		t.deepEqual(await passedOn(inputs), [...chunks]);
	});
}
