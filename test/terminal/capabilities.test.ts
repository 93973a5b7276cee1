import test from 'ava';
import {capabilitiesOf, type Surroundings} from '../../source/terminal/capabilities.ts';
import type {Capabilities} from '../../source/terminal/terminal.ts';
import {usableSize} from '../../source/terminal/window.ts';

type Row = readonly [name: string, surroundings: Partial<Surroundings>, expected: Partial<Omit<Capabilities, 'reasons'>>];

/** An environment written as `env` shows it. */
const on = (variables: string, flags: Surroundings['flags'] = {}): Partial<Surroundings> =>
	({environment: Object.fromEntries(variables.split(' ').map(variable => variable.split('=', 2) as [string, string])), flags});

const rows: readonly Row[] = [
	['an ordinary xterm', on('TERM=xterm-256color LANG=en_US.UTF-8'), {colours: 256, isUnicode: true, hasAlternateScreen: true, hasScrollRegion: true, hasSynchronisedOutput: false, isPlain: false}],
	['a terminal that its type alone tells of', on('TERM=xterm LANG=en_US.UTF-8'), {colours: 16, isUnicode: true, hasAlternateScreen: true}],
	['an xterm without colours', on('TERM=xterm-mono LANG=en_US.UTF-8'), {colours: 0, isUnicode: true, hasAlternateScreen: true}],
	['a terminal known to synchronise', on('TERM=xterm-kitty LANG=en_US.UTF-8'), {colours: 256, hasSynchronisedOutput: true}],
	['a program known to synchronise', on('TERM=xterm-256color TERM_PROGRAM=WezTerm'), {hasSynchronisedOutput: true}],
	['tmux inside such a program', on('TERM=tmux-256color TERM_PROGRAM=WezTerm'), {hasSynchronisedOutput: false, hasScrollRegion: true}],
	['tmux', on('TERM=tmux-256color LANG=en_US.UTF-8'), {colours: 256, isUnicode: true, hasAlternateScreen: true}],
	['GNU screen', on('TERM=screen LANG=en_US.UTF-8'), {colours: 8, isUnicode: true, hasAlternateScreen: true}],
	['GNU screen with more colours', on('TERM=screen-256color LANG=en_US.UTF-8'), {colours: 256, isUnicode: true, hasAlternateScreen: true}],
	['the Linux console', on('TERM=linux LANG=en_US.UTF-8'), {hasStatusReport: true, colours: 16, isUnicode: false, hasAlternateScreen: false, hasScrollRegion: true}],
	['a serial terminal', on('TERM=vt220'), {hasLastColumn: true, hasStatusReport: true, colours: 0, isUnicode: false, hasAlternateScreen: false, hasScrollRegion: true, isPlain: false}],
	['a terminal of a language of its own', on('TERM=vt52'), {isPlain: true}],
	['a console that need not answer', on('TERM=ansi'), {hasLastColumn: false, hasStatusReport: false, hasScrollRegion: false, isPlain: false}],
	['a terminal nobody knows', on('TERM=wyse60'), {hasStatusReport: false, colours: 0, hasAlternateScreen: false, hasScrollRegion: false, isPlain: false}],
	['a terminal of old', on('TERM=vt100 LANG=en_US.UTF-8'), {colours: 0, isUnicode: true, hasAlternateScreen: false, isPlain: false}],
	['LC_ALL before LANG', on('TERM=xterm LC_ALL=C LANG=en_US.UTF-8'), {isUnicode: false}],
	['an empty LC_ALL says nothing', on('TERM=xterm LC_ALL= LANG=en_US.UTF-8'), {isUnicode: true}],
	['LC_CTYPE before LANG', on('TERM=xterm LC_CTYPE=C.utf8 LANG=C'), {isUnicode: true}],
	['LC_ALL and LC_CTYPE empty', on('TERM=xterm LC_ALL= LC_CTYPE= LANG=C.UTF-8'), {isUnicode: true}],
	['LC_ALL=POSIX', on('TERM=xterm LC_ALL=POSIX LANG=en_US.UTF-8'), {isUnicode: false}],
	['a locale of Latin letters alone', on('TERM=xterm LANG=de_DE.ISO-8859-1'), {isUnicode: false}],
	['a locale of another writing', on('TERM=xterm LANG=ja_JP.EUC-JP'), {isUnicode: false}],
	['no locale at all', on('TERM=xterm'), {isUnicode: false}],
	['--ascii', on('TERM=xterm LANG=en_US.UTF-8', {isAscii: true}), {isUnicode: false}],
	['NO_COLOR in a terminal of another name', on('TERM=rxvt NO_COLOR=1 LANG=en_US.UTF-8'), {colours: 0, isUnicode: true, hasAlternateScreen: true, isPlain: false}],
	['NO_COLOR', on('TERM=xterm-256color NO_COLOR=1'), {colours: 0, isPlain: false}],
	['an empty NO_COLOR says nothing', on('TERM=xterm-256color NO_COLOR='), {colours: 256}],
	['FORCE_COLOR before NO_COLOR, as Node has it', on('TERM=xterm NO_COLOR=1 FORCE_COLOR=2'), {colours: 256}],
	['FORCE_COLOR=1', on('TERM=vt100 FORCE_COLOR=1'), {colours: 16}],
	['FORCE_COLOR=0', on('TERM=xterm-256color FORCE_COLOR=0'), {colours: 0}],
	['FORCE_COLOR without a level', on('TERM=vt100 FORCE_COLOR='), {colours: 16}],
	['COLORTERM', on('TERM=xterm COLORTERM=truecolor'), {colours: 256}],
	['--colour before everything', on('TERM=xterm-256color NO_COLOR=1 FORCE_COLOR=3', {colour: '8'}), {colours: 8}],
	['--colour=auto', on('TERM=xterm-256color', {colour: 'auto'}), {colours: 256}],
	['TERM=dumb', on('TERM=dumb'), {isPlain: true, hasAlternateScreen: false, hasScrollRegion: false}],
	['no TERM', on(''), {isPlain: true}],
	['--plain', on('TERM=xterm-256color LANG=en_US.UTF-8', {isPlain: true}), {isPlain: true, isUnicode: true, hasScrollRegion: false}],
	['output into a file', {...on('TERM=xterm-256color'), isOutputTty: false}, {isPlain: true, colours: 0}],
	['input from a file', {...on('TERM=xterm-256color'), isInputTty: false}, {isPlain: true}],
];

for (const [name, surroundings, expected] of rows) {
	test(`capabilities: ${name}`, t => {
		t.like(capabilitiesOf({environment: {}, isInputTty: true, isOutputTty: true, ...surroundings}), expected);
	});
}

test('every capability has its reason, in words', t => {
	const {reasons} = capabilitiesOf({...on('TERM=linux LANG=C.UTF-8'), isInputTty: true, isOutputTty: true} as Surroundings);
	t.deepEqual(reasons, [
		{capability: 'isPlain', value: 'false', reason: 'input and output are a terminal'},
		{capability: 'colours', value: '16', reason: 'TERM=linux'},
		{capability: 'isUnicode', value: 'false', reason: 'TERM=linux, which has few glyphs'},
		{capability: 'hasAlternateScreen', value: 'false', reason: 'TERM=linux'},
		{capability: 'hasSynchronisedOutput', value: 'false', reason: 'TERM=linux'},
		{capability: 'hasScrollRegion', value: 'true', reason: 'TERM=linux'},
		{capability: 'hasStatusReport', value: 'true', reason: 'TERM=linux'},
		{capability: 'hasEraseCharacters', value: 'true', reason: 'TERM=linux'},
		{capability: 'hasLastColumn', value: 'true', reason: 'TERM=linux'},
	]);
});

for (const [columns, rowCount, expected] of [[0, 0, [80, 24]], [0, 50, [80, 24]], [120, 40, [120, 40]], [1, 1, [1, 1]]] as const) {
	test(`a window of ${columns}x${rowCount} is ${expected.join('x')}`, t => {
		const size = usableSize({columns, rows: rowCount});
		t.deepEqual([size.columns, size.rows], [...expected]);
	});
}
