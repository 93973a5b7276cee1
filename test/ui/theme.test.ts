import test from 'ava';
import {paint} from '../../source/ui/paint.ts';
import {type Colours, themeFor} from '../../source/ui/theme.ts';
import {cell, type Ground, type Role} from '../../source/view/drawing/span.ts';
import type {ThemeName} from '../../source/view/theme-names.ts';
import {emulatedTerminal, type RunStyle} from '../emulated-terminal.ts';
import {contrast, type Rgb, rgbOf} from './contrast.ts';

/** What a theme is drawn on: the ground of the terminal, and the letters it has by itself. */
type Screen = {readonly theme: ThemeName; readonly colours: Colours; readonly ground: Rgb; readonly letters: Rgb; readonly least: number};

const leastForText = 4.5;
/** Sixteen colours are what they are; this is what the standard asks of large text and of signs. */
const leastOfSixteen = 3;

const dark = {ground: [0, 0, 0], letters: [229, 229, 229]} as const;
const light = {ground: [255, 255, 255], letters: [0, 0, 0]} as const;

const screens: readonly Screen[] = [
	{theme: 'default', colours: 256, ...dark, least: leastForText},
	{theme: 'default', colours: 256, ...dark, ground: [30, 30, 30], least: leastForText},
	{theme: 'default', colours: 16, ...dark, least: leastOfSixteen},
	{theme: 'high-contrast', colours: 256, ...dark, least: leastForText},
	{theme: 'high-contrast', colours: 16, ...dark, least: leastForText},
	{theme: 'light', colours: 256, ...light, least: leastForText},
	{theme: 'light', colours: 16, ...light, least: leastOfSixteen},
	{theme: 'no-colour', colours: 0, ...dark, least: leastForText},
	{theme: 'no-colour', colours: 0, ...light, least: leastForText},
];

/** Lines that only part panes and days carry no word that is not elsewhere; the standard asks 3 of such graphics, and none of mere ornaments. */
const ornaments = new Set<Role>(['rule', 'divider']);

/** The standard's contrast of a cell as a terminal shows it. Dim letters are half as far from their ground. */
function contrastOf({foreground, background, isInverse, isDim}: RunStyle, {letters, ground}: Screen): number {
	const ink = foreground === undefined ? letters : rgbOf(foreground);
	const paper = background === undefined ? ground : rgbOf(background);
	const [over, under] = isInverse ? [paper, ink] : [ink, paper];
	return contrast(isDim ? [mean(over[0], under[0]), mean(over[1], under[1]), mean(over[2], under[2])] : over, under);
}

const mean = (one: number, other: number): number => (one + other) / 2;

for (const screen of screens) {
	const {theme, colours, ground, least} = screen;
	test(`${theme} with ${colours} colours on ${ground.join(' ')}: every text on every ground can be read`, async t => {
		const look = {isUnicode: true, hasColours: colours > 0};
		const drawn = themeFor(theme, colours);
		const weak = [];
		for (const [role, behind] of Object.keys(drawn.roles).flatMap(each => Object.keys(drawn.grounds).map(other => [each as Role, other as Ground] as const))) {
			const terminal = emulatedTerminal(3, 1);
			// eslint-disable-next-line no-await-in-loop -- one cell after the other
			await terminal.write(paint(cell('x', look, {role, ground: behind}), drawn));
			const ratio = contrastOf(terminal.runs()[0]![0]!.style, screen);
			if (ratio < least && !ornaments.has(role)) {
				weak.push(`${role} on ${behind}: ${ratio.toFixed(1)}`);
			}
		}

		t.deepEqual(weak, []);
	});
}

test('with few colours no theme asks for one of the 256', t => {
	for (const theme of ['default', 'high-contrast', 'light', 'no-colour'] as const) {
		const {roles, grounds} = themeFor(theme, 16);
		const asked = [...Object.values(roles), ...Object.values(grounds)].flatMap(({colour = 0, background = 0}) => [colour, background]);
		t.true(Math.max(...asked) < 16, `the theme ${theme}`);
	}
});

/** Viénot, Brettel and Mollon 1999: what an eye without red (protan) or green (deutan) cones makes of a colour. */
const eyes: Readonly<Record<'protan' | 'deutan', ReadonlyArray<readonly number[]>>> = {
	protan: [[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.004, -0.004, 1]],
	deutan: [[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]],
};

const linear = (part: number) => part / 255 <= 0.04045 ? part / 255 / 12.92 : (((part / 255) + 0.055) / 1.055) ** 2.4;

function seenBy(eye: keyof typeof eyes, rgb: Rgb): readonly number[] {
	const lights = rgb.map(part => linear(part));
	return eyes[eye].map(row => row.reduce((sum, weight, at) => sum + (weight * lights[at]!), 0));
}

/** In linear light, where black and white are 1.7 apart: enough for two letters side by side, each of which says it in writing too. */
const leastDistance = 0.05;

for (const eye of ['protan', 'deutan'] as const) {
	for (const theme of ['default', 'light', 'high-contrast'] as const) {
		test(`${theme}: an eye without ${eye === 'protan' ? 'red' : 'green'} cones tells the severities apart`, t => {
			const {roles} = themeFor(theme, 256);
			const seen = (['info', 'notice', 'alert'] as const).map(role => seenBy(eye, rgbOf(roles[role].colour!)));
			for (const [one, other] of [[0, 1], [1, 2], [0, 2]] as const) {
				const distance = Math.hypot(...seen[one]!.map((part, at) => part - seen[other]![at]!));
				t.true(distance > leastDistance, `${one} and ${other}: ${distance}`);
			}
		});
	}
}
