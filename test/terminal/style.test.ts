import test from 'ava';
import {type ColourCount, plainStyle, styleAfter, styleChange, withinColours} from '../../source/terminal/style.ts';

const style = (first: string, second = first) => styleAfter(styleAfter(plainStyle, first), second);

test('equal looks are the same object', t => {
	t.is(style('1', '31'), style('31;1'));
	t.is(style('1', '22'), plainStyle);
	t.is(style('1;38;5;208', ''), plainStyle);
});

for (const [name, from, to, sequence] of [
	['nothing', '1', '1', ''],
	['back to plain', '1;31;44', '0', '\u{1B}[m'],
	['a colour', '0', '31', '\u{1B}[31m'],
	['a colour less', '1;31', '1', '\u{1B}[39m'],
	['dim after bold begins again', '1;2', '2', '\u{1B}[0;2m'],
	['all different', '1;3;31', '7;32', '\u{1B}[0;7;32m'],
] as const) {
	test(`style change: ${name}`, t => {
		t.is(styleChange(style(from), style(to)), sequence);
	});
}

for (const [colour, colours, expected] of [
	['38;2;255;0;0', 256, '38;5;196'],
	['38;5;196', 16, '91'],
	['38;5;196', 8, '31'],
	['38;5;9', 16, '91'],
	['48;5;244', 16, '47'],
	['92', 8, '32'],
	['104', 8, '44'],
	['31', 0, '0'],
] as const satisfies ReadonlyArray<readonly [string, ColourCount, string]>) {
	test(`colour ${colour} on a terminal of ${colours} is ${expected}`, t => {
		t.is(withinColours(style(colour), colours), style(expected));
	});
}

test('blinking and concealing are not kept', t => {
	t.is(style('5;8'), plainStyle);
});
