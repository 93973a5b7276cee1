export type Rgb = readonly [red: number, green: number, blue: number];

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

/** What xterm makes of a number of its palette. */
export function rgbOf(colour: number): Rgb {
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

/** From 1, nothing to be seen, to 21, black on white. */
export function contrast(one: Rgb, other: Rgb): number {
	const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
	return (light + 0.05) / (dark + 0.05);
}
