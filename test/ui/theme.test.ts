import test from 'ava';
import {type Style, themeFor} from '../../source/ui/theme.ts';
import type {Role} from '../../source/view/span.ts';
import type {ThemeName} from '../../source/view/theme-names.ts';

type Rgb = readonly [red: number, green: number, blue: number];

/** xterm's usual colours; 16 to 255 are fixed: a cube of six steps and a ramp of greys. */
const firstSixteen: readonly Rgb[] = [
	[0, 0, 0],
	[205, 0, 0],
	[0, 205, 0],
	[205, 205, 0],
	[0, 0, 238],
	[205, 0, 205],
	[0, 205, 205],
	[229, 229, 229],
	[127, 127, 127],
	[255, 0, 0],
	[0, 255, 0],
	[255, 255, 0],
	[92, 92, 255],
	[255, 0, 255],
	[0, 255, 255],
	[255, 255, 255],
];

const cubeSteps = [0, 95, 135, 175, 215, 255];

function rgbOf(colour: number): Rgb {
	if (colour < 16) {
		return firstSixteen[colour]!;
	}

	const step = (divisor: number) => cubeSteps[Math.floor((colour - 16) / divisor) % 6]!;
	const grey = 8 + ((colour - 232) * 10);
	return colour < 232 ? [step(36), step(6), step(1)] : [grey, grey, grey];
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(rgb: Rgb): number {
	const [red, green, blue] = rgb.map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
	return (0.2126 * red!) + (0.7152 * green!) + (0.0722 * blue!);
}

function contrast(one: Rgb, other: Rgb): number {
	const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
	return (light + 0.05) / (dark + 0.05);
}

/** What a theme is made for: the ground of the terminal, and the letters it has by itself. */
const grounds: ReadonlyArray<{readonly theme: ThemeName; readonly ground: Rgb; readonly letters: Rgb}> = [
	{theme: 'default', ground: [0, 0, 0], letters: [229, 229, 229]},
	{theme: 'default', ground: [30, 30, 30], letters: [229, 229, 229]},
	{theme: 'high-contrast', ground: [0, 0, 0], letters: [255, 255, 255]},
	{theme: 'light', ground: [255, 255, 255], letters: [0, 0, 0]},
];

/** Lines that only part panes and days carry no word that is not elsewhere; the standard asks 3 of such graphics, and none of mere ornaments. */
const ornaments = new Set<Role>(['rule', 'divider']);

const leastForText = 4.5;
const leastForDivider = 3;

for (const {theme, ground, letters} of grounds) {
	const {roles, grounds: behind} = themeFor(theme, 256);
	const ratioOf = ({colour, background}: Style) => contrast(colour === undefined ? letters : rgbOf(colour), background === undefined ? ground : rgbOf(background));

	test(`${theme} on ${ground.join(' ')}: every text has the contrast that WCAG asks for`, t => {
		const weak = Object.entries(roles).map(([role, style]) => [role, Math.round(ratioOf(style) * 10) / 10] as const).filter(([role, ratio]) => !ornaments.has(role as Role) && ratio < leastForText);
		t.deepEqual(weak, []);
		t.true(ratioOf(roles.divider) >= leastForDivider, `divider ${ratioOf(roles.divider)}`);
	});

	test(`${theme} on ${ground.join(' ')}: so has every text on the selected row, and beside it`, t => {
		const weak = (['selected', 'remembered'] as const).flatMap(each => Object.entries(roles)
			.filter(([role]) => !ornaments.has(role as Role) && !behind[each].isReverse)
			.map(([role, style]) => [each, role, Math.round(ratioOf(style.background === undefined ? {...style, ...behind[each]} : style) * 10) / 10] as const)
			.filter(weakness => weakness[2] < leastForText));
		t.deepEqual(weak, []);
	});
}

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
