import test from 'ava';
import {terminalSvg} from '../../assembly/terminal-svg.ts';
import {emulatedTerminal} from '../emulated-terminal.ts';

async function drawn(bytes: string): Promise<string> {
	const screen = emulatedTerminal(20, 2);
	await screen.write(bytes);
	return terminalSvg(screen.runs(), {columns: 20, title: 'a & b'});
}

test('every text of the screen stands in the picture, once, with what XML needs escaped', async t => {
	const svg = await drawn('one <two> & three');
	t.is(svg.split('one &lt;two&gt; &amp; three').length, 2);
	t.true(svg.includes('<title>a &amp; b</title>'));
});

test('a stretch begins at its cell and is as wide as its cells, wide characters counted twice', async t => {
	t.regex(await drawn('ab\u{1B}[31m字x'), /<text [^>]*x="25.2" [^>]*textLength="25.2" [^>]*>字x</v);
});

test('reverse video swaps the two colours, and a ground of its own is a rectangle', async t => {
	const svg = await drawn('\u{1B}[7mx\u{1B}[0m\u{1B}[48;5;196my');
	t.regex(svg, /<rect x="8.4" [^>]*fill="#d5d8df"\/>\n<text [^>]*fill="#16181d"[^>]*>x</v);
	t.regex(svg, /<rect x="16.8" [^>]*fill="#ff0000"\/>/v);
});

test('bold, dim and underline are told', async t => {
	const svg = await drawn('\u{1B}[1mb\u{1B}[0;2md\u{1B}[0;4mu');
	t.regex(svg, /font-weight="bold"[^>]*>b</v);
	t.regex(svg, /opacity="0.6"[^>]*>d</v);
	t.regex(svg, /text-decoration="underline"[^>]*>u</v);
});
