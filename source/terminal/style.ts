/** How a cell is drawn. Styles are interned: two of them are equal if they are the same object. */
export type Style = {
	/** The SGR parameters that are on, in the order of `attributes`. */
	readonly attributes: readonly number[];
	/** The SGR parameters of the colour, such as `31` or `38;5;208`; empty for the terminal's default. */
	readonly foreground: string;
	readonly background: string;
};

/** How many colours a terminal can show. */
export type ColourCount = 0 | 8 | 16 | 256;

/** How to switch each attribute on and off (ECMA-48, 8.3.117). Blinking and concealing are not in the table: we never send them. */
const attributes = [
	{on: 1, off: 22},
	{on: 2, off: 22},
	{on: 3, off: 23},
	{on: 4, off: 24},
	{on: 7, off: 27},
	{on: 9, off: 29},
] as const;

/** Underlined, reversed and crossed out: visible even on a blank. */
const inkingAttributes = new Set([4, 7, 9]);

const known = new Map<string, Style>();

const blankStyles = new Map<Style, Style>();

/** Few changes of style occur, and the same ones in every frame. */
const changes = new Map<Style, Map<string, Style>>();

export const plainStyle = styleOf({attributes: [], foreground: '', background: ''});

/** The style after SGR parameters such as `1;31`. Unknown ones change nothing. */
export function styleAfter(style: Style, parameters: string): Style {
	const remembered = changes.get(style) ?? new Map<string, Style>();
	changes.set(style, remembered);
	const next = remembered.get(parameters) ?? styleChangedBy(style, parameters);
	remembered.set(parameters, next);
	return next;
}

function styleChangedBy(style: Style, parameters: string): Style {
	let next = style;
	const codes = parameters.split(';').map(Number);
	for (let index = 0; index < codes.length; index++) {
		const code = codes[index]!;
		if (code === 38 || code === 48) {
			const length = codes[index + 1] === 5 ? 3 : 5;
			next = withColour(next, codes.slice(index, index + length).join(';'), code === 48);
			index += length - 1;
		} else {
			next = afterCode(next, code);
		}
	}

	return styleOf(next);
}

/** The shortest sequence that takes the terminal from one style to another. */
export function styleChange(from: Style, to: Style): string {
	if (from === to) {
		return '';
	}

	if (to === plainStyle) {
		return '\u{1B}[m';
	}

	const stepwise = changedParameters(from, to).join(';');
	const afresh = ['0', ...to.attributes, ...coloursOf(to)].join(';');
	return `\u{1B}[${stepwise.length <= afresh.length ? stepwise : afresh}m`;
}

/** The part of a style that is visible on a blank: the background, or all of it where a line or reverse video is on. Blanks that look the same need not be sent again. */
export function blankStyle(style: Style): Style {
	const remembered = blankStyles.get(style);
	if (remembered !== undefined) {
		return remembered;
	}

	const isInked = style.attributes.some(on => inkingAttributes.has(on));
	const seen = isInked ? style : styleOf({attributes: [], foreground: '', background: style.background});
	blankStyles.set(style, seen);
	return seen;
}

/** The style within the terminal's colours: others become the nearest one it has, or none. */
export function withinColours(style: Style, colours: ColourCount): Style {
	return styleOf({
		...style,
		foreground: nearestColour(style.foreground, colours, 30),
		background: nearestColour(style.background, colours, 40),
	});
}

function styleOf(style: Style): Style {
	const key = `${style.attributes.join(';')}/${style.foreground}/${style.background}`;
	const same = known.get(key);
	if (same !== undefined) {
		return same;
	}

	known.set(key, style);
	return style;
}

function afterCode(style: Style, code: number): Style {
	if (code === 0) {
		return plainStyle;
	}

	if (attributes.some(({on}) => on === code)) {
		return {...style, attributes: attributes.map(({on}) => on).filter(on => on === code || style.attributes.includes(on))};
	}

	const ended = attributes.filter(({off}) => off === code).map(({on}): number => on);
	if (ended.length > 0) {
		return {...style, attributes: style.attributes.filter(on => !ended.includes(on))};
	}

	if (code === 39 || code === 49) {
		return withColour(style, '', code === 49);
	}

	const isForeground = (code >= 30 && code <= 37) || (code >= 90 && code <= 97);
	const isBackground = (code >= 40 && code <= 47) || (code >= 100 && code <= 107);
	return isForeground || isBackground ? withColour(style, String(code), isBackground) : style;
}

const withColour = (style: Style, colour: string, isBackground: boolean): Style =>
	isBackground ? {...style, background: colour} : {...style, foreground: colour};

const coloursOf = (style: Style): string[] => [style.foreground, style.background].filter(colour => colour !== '');

function changedParameters(from: Style, to: Style): Array<string | number> {
	const ended = new Set(from.attributes.filter(on => !to.attributes.includes(on)));
	const endCodes = new Set(attributes.filter(({on}) => ended.has(on)).map(({off}) => off));
	// Bold and dim share one code that ends them, so after ending one the other must be switched on again.
	const lost = new Set(attributes.filter(({off}) => endCodes.has(off)).map(({on}): number => on));
	const begun = to.attributes.filter(on => !from.attributes.includes(on) || lost.has(on));
	return [
		...endCodes,
		...begun,
		...(from.foreground === to.foreground ? [] : [to.foreground || '39']),
		...(from.background === to.background ? [] : [to.background || '49']),
	];
}

/** `base` is 30 for foregrounds and 40 for backgrounds; bright colours are 60 above. */
function nearestColour(colour: string, colours: ColourCount, base: number): string {
	if (colour === '' || colours === 0) {
		return '';
	}

	const [kind, space, ...values] = colour.split(';').map(Number);
	if (kind !== base + 8) {
		return colours === 8 && kind! >= base + 60 ? String(kind! - 60) : colour;
	}

	const index = space === 5 ? values[0]! : indexOfRgb(values[0]!, values[1]!, values[2]!);
	if (colours === 256) {
		return `${base + 8};5;${index}`;
	}

	const basic = index < 16 ? index : basicOfIndex(index);
	return String(basic < 8 ? base + basic : base + (colours === 8 ? 0 : 60) + basic - 8);
}

/** The 6x6x6 cube of the 256 colours begins at 16. */
const indexOfRgb = (red: number, green: number, blue: number): number =>
	16 + (36 * Math.round(red / 51)) + (6 * Math.round(green / 51)) + Math.round(blue / 51);

/** The nearest of the 16 basic colours to one of the cube or of the grey ramp after it: one bit per channel, and bright where a channel is strong. */
function basicOfIndex(index: number): number {
	const channels = index >= 232
		? [(index - 232) / 23, (index - 232) / 23, (index - 232) / 23]
		: [Math.floor((index - 16) / 36) / 5, (Math.floor((index - 16) / 6) % 6) / 5, ((index - 16) % 6) / 5];
	const strongest = Math.max(...channels);
	const bits = channels.reduce((sum, channel, bit) => sum + (channel > strongest / 2 ? 1 << bit : 0), 0);
	return strongest > 0.7 ? 8 + bits : bits;
}
