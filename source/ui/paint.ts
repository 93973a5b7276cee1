import type {Ground, Role, Span} from '../view/drawing/span.ts';
import type {Style, Theme} from './theme.ts';

/**
Spans as one string with the theme's colours in it. One styled text per row is cheap for Ink (a Box per cell costs four times as much), and it bypasses chalk,
which would guess the colours from the environment.
*/
export function paint(spans: readonly Span[], theme: Theme): string {
	const codesFor = codesIn(theme);
	let painted = '';
	let before = '';
	for (const {text, role, ground} of spans) {
		const codes = codesFor[ground][role];
		painted += codes === before ? text : `${change(before, codes)}${text}`;
		before = codes;
	}

	return painted + change(before, '');
}

/** Every frame paints every row, so each theme's codes are worked out once. */
function codesIn(theme: Theme): Codes {
	const known = knownCodes.get(theme) ?? allCodes(theme);
	knownCodes.set(theme, known);
	return known;
}

type Codes = Readonly<Record<Ground, Readonly<Record<Role, string>>>>;

const knownCodes = new WeakMap<Theme, Codes>();

const allCodes = ({roles, grounds}: Theme): Codes => mapValues(grounds, ground => mapValues(roles, role => codesOf(laidOver(role, ground)).join(' ')));

function mapValues<Key extends string, From, To>(record: Readonly<Record<Key, From>>, to: (value: From) => To): Record<Key, To> {
	return Object.fromEntries(Object.entries<From>(record).map(([key, value]) => [key, to(value)])) as Record<Key, To>;
}

/** A role with a background of its own, such as a hit, keeps it, because its letters are coloured for that one. */
function laidOver(own: Style, behind: Style): Style {
	return own.background === undefined ? {...own, ...behind} : {...behind, ...own};
}

/** The escape sequences that lead from one list of codes to another. */
function change(before: string, after: string): string {
	const key = `${before}>${after}`;
	const known = knownChanges.get(key) ?? [...listed(before).toReversed().map(code => ending(code)), ...listed(after)].map(code => `\u{1B}[${code}m`).join('');
	knownChanges.set(key, known);
	return known;
}

const knownChanges = new Map<string, string>();

const listed = (codes: string): string[] => codes === '' ? [] : codes.split(' ');

/** SGR codes (ECMA-48), each to be sent in a sequence of its own, because Ink parses them one by one. */
function codesOf({colour, background, isBold, isDim, isReverse, isUnderlined}: Style): string[] {
	return [
		...(isBold ? ['1'] : []),
		...(isDim ? ['2'] : []),
		...(isUnderlined ? ['4'] : []),
		...(isReverse ? ['7'] : []),
		...(colour === undefined ? [] : [colourCode(colour, 30)]),
		...(background === undefined ? [] : [colourCode(background, 40)]),
	];
}

/** `base` is 30 for the foreground and 40 for the background. */
function colourCode(colour: number, base: 30 | 40): string {
	if (colour < 8) {
		return String(base + colour);
	}

	const brightOffset = 60 - 8;
	return colour < 16 ? String(base + brightOffset + colour) : `${base + 8};5;${colour}`;
}

/** The code that ends another one. */
function ending(code: string): string {
	const number = Number(code.split(';', 1)[0]);
	if (number <= 2) {
		return '22';
	}

	if (number < 10) {
		return String(number + 20);
	}

	return (number >= 40 && number < 50) || number >= 100 ? '49' : '39';
}
