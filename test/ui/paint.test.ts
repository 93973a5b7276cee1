import test from 'ava';
import {paint} from '../../source/ui/paint.ts';
import {themeFor} from '../../source/ui/theme.ts';
import type {ThemeName} from '../../source/view/theme-names.ts';
import {cell, type Ground, type Role} from '../../source/view/drawing/span.ts';

const look = {isUnicode: true, hasColours: true};

const painted = (role: Role, ground: Ground, theme: ThemeName, colours: 0 | 16 | 256) => paint(cell('x', look, {role, ground}), themeFor(theme, colours));

test('plain text carries no codes', t => {
	t.is(painted('text', 'plain', 'default', 256), 'x');
});

test('what is switched on is switched off again', t => {
	t.is(painted('alert', 'plain', 'sixteen', 16), '\u{1B}[1m\u{1B}[31mx\u{1B}[39m\u{1B}[22m');
	t.is(painted('hit', 'plain', 'default', 256), '\u{1B}[30m\u{1B}[48;5;221mx\u{1B}[49m\u{1B}[39m');
});

test('neighbours of one look share their codes', t => {
	const theme = themeFor('sixteen', 16);
	t.is(paint([...cell('a', look, {role: 'live'}), ...cell('b', look, {role: 'live'}), ...cell('c', look)], theme), '\u{1B}[32mab\u{1B}[39mc');
});

test('the ground of a selected row lies under every role but those with a ground of their own', t => {
	t.true(painted('quiet', 'selected', 'sixteen', 16).includes('[7m'));
	t.true(painted('notice', 'selected', 'default', 256).includes('48;5;18m'));
	t.true(painted('hit', 'selected', 'default', 256).includes('48;5;221m'));
});

test('a terminal with few colours gets the theme for sixteen, one without gets none', t => {
	t.is(themeFor('default', 16), themeFor('sixteen', 256));
	t.is(themeFor('light', 0), themeFor('no-colour', 256));
});

for (const theme of ['default', 'high-contrast', 'sixteen', 'light', 'no-colour'] as const) {
	test(`in the theme ${theme} the selected row, the chosen cell and a hit can be told from plain text`, t => {
		const plain = painted('text', 'plain', theme, theme === 'no-colour' ? 0 : 256);
		for (const [role, ground] of [['text', 'selected'], ['text', 'chosen'], ['hit', 'plain'], ['token', 'plain'], ['alert', 'plain']] as const) {
			t.not(painted(role, ground, theme, theme === 'no-colour' ? 0 : 256), plain);
		}

		t.not(painted('text', 'selected', theme, 256), painted('text', 'chosen', theme, 256));
	});
}
