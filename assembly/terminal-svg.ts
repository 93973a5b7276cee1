import type {RunStyle, StyledRun} from '../test/emulated-terminal.ts';

/** One cell, in the SVG's own units: the shape of common monospace letters at 14 px. */
const cell = {width: 8.4, height: 17, baseline: 13};
const marginCells = 1;
const ground = '#16181d';
const ink = '#d5d8df';

export type ScreenShape = {readonly columns: number; readonly title: string};

/** A terminal's screen as an SVG picture: a rectangle for each ground, a text for each stretch of one style, every stretch held to its cells. */
export function terminalSvg(rows: ReadonlyArray<readonly StyledRun[]>, {columns, title}: ScreenShape): string {
	const width = round((columns + (2 * marginCells)) * cell.width);
	const height = round((rows.length + (2 * marginCells)) * cell.height);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14">`,
		`<title>${escaped(title)}</title>`,
		`<rect width="${width}" height="${height}" rx="6" fill="${ground}"/>`,
		...rows.flatMap((runs, y) => runs.flatMap(run => [...groundOf(run, y), ...textOf(run, y)])),
		'</svg>',
		'',
	].join('\n');
}

function groundOf({x, widthCells, style}: StyledRun, y: number): string[] {
	const {background} = coloursOf(style);
	return background === ground ? [] : [`<rect x="${left(x)}" y="${top(y)}" width="${round(widthCells * cell.width)}" height="${cell.height}" fill="${background}"/>`];
}

function textOf(run: StyledRun, y: number): string[] {
	const text = run.text.trim();
	if (text === '') {
		return [];
	}

	const blanks = run.text.length - run.text.trimStart().length;
	const widthCells = run.widthCells - (run.text.length - text.length);
	const attributes = [
		`x="${left(run.x + blanks)}"`,
		`y="${round(top(y) + cell.baseline)}"`,
		`textLength="${round(widthCells * cell.width)}"`,
		'lengthAdjust="spacingAndGlyphs"',
		`fill="${coloursOf(run.style).foreground}"`,
		...run.style.isBold ? ['font-weight="bold"'] : [],
		...run.style.isDim ? ['opacity="0.6"'] : [],
		...run.style.isUnderlined ? ['text-decoration="underline"'] : [],
	];
	return [`<text xml:space="preserve" ${attributes.join(' ')}>${escaped(text)}</text>`];
}

function coloursOf({foreground, background, isInverse}: RunStyle): {readonly foreground: string; readonly background: string} {
	const [front, back] = [foreground === undefined ? ink : paletteColour(foreground), background === undefined ? ground : paletteColour(background)];
	return isInverse ? {foreground: back, background: front} : {foreground: front, background: back};
}

/** The 16 named colours, readable on the ground above. */
const named = ['#2b2f37', '#e0616b', '#7fb56a', '#d6a84c', '#5e9be6', '#c07ad1', '#4fb0ba', '#c5c9d1', '#7d8492', '#ff8088', '#9fd58a', '#f2c96b', '#86b9ff', '#dd9cec', '#76d0da', '#ffffff'] as const;

/** Above them, as xterm has it: a cube of 6 x 6 x 6, then 24 greys. */
function paletteColour(index: number): string {
	if (index < named.length) {
		return named[index]!;
	}

	if (index >= 232) {
		return rgb(...three(8 + (10 * (index - 232))));
	}

	const steps = [0, 95, 135, 175, 215, 255];
	const at = index - 16;
	return rgb(steps[Math.floor(at / 36)]!, steps[Math.floor(at / 6) % 6]!, steps[at % 6]!);
}

const three = (value: number): [number, number, number] => [value, value, value];
const rgb = (...parts: readonly [number, number, number]): string => `#${parts.map(part => part.toString(16).padStart(2, '0')).join('')}`;
const left = (x: number): number => round((x + marginCells) * cell.width);
const top = (y: number): number => round((y + marginCells) * cell.height);
const round = (value: number): number => Math.round(value * 10) / 10;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
