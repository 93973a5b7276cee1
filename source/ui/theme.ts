import type {Ground, Role} from '../view/drawing/span.ts';
import type {ThemeName} from '../view/theme-names.ts';

/** How a run of text is drawn. Colours are palette numbers: 0-7 plain, 8-15 bright, then the 256. */
export type Style = {
	readonly colour?: number;
	readonly background?: number;
	readonly isBold?: true;
	readonly isDim?: true;
	readonly isReverse?: true;
	readonly isUnderlined?: true;
};

/** A style for every role, and for every ground laid over it. */
export type Theme = {readonly roles: Readonly<Record<Role, Style>>; readonly grounds: Readonly<Record<Ground, Style>>};

/** The number of colours that a terminal has. */
export type Colours = 0 | 8 | 16 | 256;

/** The theme as this terminal can draw it. */
export function themeFor(name: ThemeName, colours: Colours): Theme {
	return colours === 0 ? themes['no-colour'] : themes[colours === 256 ? name : withFewColours[name]];
}

/** The theme to use instead where the terminal has too few colours. */
const withFewColours: Readonly<Record<ThemeName, DrawnTheme>> = {default: 'sixteen', light: 'light-sixteen', 'high-contrast': 'high-contrast', sixteen: 'sixteen', 'no-colour': 'no-colour'};

type DrawnTheme = ThemeName | 'light-sixteen';

/** Severities differ in lightness as well as in hue, for colour-blind people, and always have a letter beside the colour. */
const themes: Readonly<Record<DrawnTheme, Theme>> = {
	default: {
		roles: {
			text: {}, quiet: {colour: 247}, heading: {colour: 247}, focus: {isBold: true}, name: {isBold: true}, number: {colour: 250},
			live: {colour: 78}, paused: {colour: 221, isBold: true}, busy: {colour: 117}, trouble: {colour: 209, isBold: true},
			none: {colour: 247}, info: {colour: 109}, notice: {colour: 221}, alert: {colour: 209, isBold: true},
			gap: {colour: 209}, divider: {colour: 243}, rule: {colour: 238},
			hit: {colour: 0, background: 221}, token: {colour: 176, isUnderlined: true}, include: {colour: 78}, exclude: {colour: 209}, chip: {colour: 117}, key: {colour: 117},
		},
		grounds: {plain: {}, selected: {background: 18}, remembered: {background: 236}, chosen: {isReverse: true}},
	},
	'high-contrast': {
		roles: {
			text: {colour: 15}, quiet: {colour: 15}, heading: {colour: 15}, focus: {colour: 15, isBold: true, isUnderlined: true}, name: {colour: 15, isBold: true}, number: {colour: 15},
			live: {colour: 10, isBold: true}, paused: {colour: 11, isBold: true}, busy: {colour: 14, isBold: true}, trouble: {colour: 9, isBold: true},
			none: {colour: 15}, info: {colour: 15}, notice: {colour: 11, isBold: true}, alert: {colour: 9, isBold: true},
			gap: {colour: 9, isBold: true}, divider: {colour: 15}, rule: {colour: 15},
			hit: {colour: 0, background: 11}, token: {colour: 13, isUnderlined: true}, include: {colour: 10, isBold: true}, exclude: {colour: 9, isBold: true}, chip: {colour: 14, isBold: true}, key: {colour: 14, isBold: true},
		},
		grounds: {plain: {}, selected: {isReverse: true}, remembered: {isUnderlined: true}, chosen: {colour: 0, background: 11}},
	},
	sixteen: {
		roles: {
			text: {}, quiet: {isDim: true}, heading: {isDim: true}, focus: {isBold: true}, name: {isBold: true}, number: {},
			live: {colour: 2}, paused: {colour: 3, isBold: true}, busy: {colour: 6}, trouble: {colour: 1, isBold: true},
			none: {isDim: true}, info: {colour: 6}, notice: {colour: 3}, alert: {colour: 1, isBold: true},
			gap: {colour: 1, isBold: true}, divider: {isDim: true}, rule: {isDim: true},
			hit: {colour: 0, background: 3}, token: {colour: 5, isUnderlined: true}, include: {colour: 2}, exclude: {colour: 1, isBold: true}, chip: {colour: 6}, key: {colour: 6},
		},
		grounds: {plain: {}, selected: {isReverse: true}, remembered: {isBold: true}, chosen: {colour: 0, background: 6}},
	},
	light: {
		roles: {
			text: {}, quiet: {colour: 241}, heading: {colour: 241}, focus: {isBold: true}, name: {isBold: true}, number: {colour: 238},
			live: {colour: 22}, paused: {colour: 94, isBold: true}, busy: {colour: 25}, trouble: {colour: 160, isBold: true},
			none: {colour: 241}, info: {colour: 24}, notice: {colour: 58}, alert: {colour: 160, isBold: true},
			gap: {colour: 160}, divider: {colour: 244}, rule: {colour: 250},
			hit: {colour: 0, background: 220}, token: {colour: 90, isUnderlined: true}, include: {colour: 22}, exclude: {colour: 160}, chip: {colour: 25}, key: {colour: 25},
		},
		grounds: {plain: {}, selected: {background: 195}, remembered: {background: 255}, chosen: {isReverse: true}},
	},
	// Of the eight plain colours only red, blue and magenta can be read on white.
	'light-sixteen': {
		roles: {
			text: {}, quiet: {}, heading: {}, focus: {isBold: true}, name: {isBold: true}, number: {},
			live: {colour: 4}, paused: {colour: 5, isBold: true}, busy: {colour: 4}, trouble: {colour: 1, isBold: true},
			none: {}, info: {colour: 4}, notice: {colour: 5}, alert: {colour: 1, isBold: true},
			gap: {colour: 1, isBold: true}, divider: {}, rule: {},
			hit: {colour: 7, background: 4}, token: {colour: 5, isUnderlined: true}, include: {colour: 4}, exclude: {colour: 1, isBold: true}, chip: {colour: 4}, key: {colour: 4},
		},
		grounds: {plain: {}, selected: {isReverse: true}, remembered: {isBold: true}, chosen: {isReverse: true, isUnderlined: true}},
	},
	'no-colour': {
		roles: {
			text: {}, quiet: {}, heading: {}, focus: {isBold: true}, name: {isBold: true}, number: {},
			live: {}, paused: {isBold: true}, busy: {}, trouble: {isBold: true},
			none: {}, info: {}, notice: {}, alert: {isBold: true},
			gap: {isBold: true}, divider: {}, rule: {},
			hit: {isBold: true}, token: {isUnderlined: true}, include: {isBold: true}, exclude: {isBold: true}, chip: {}, key: {isBold: true},
		},
		grounds: {plain: {}, selected: {isReverse: true}, remembered: {}, chosen: {isReverse: true, isUnderlined: true}},
	},
};
