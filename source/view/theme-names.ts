import type {Look} from './drawing/span.ts';

/** The themes of the screen. */
export const themeNames = ['default', 'light', 'high-contrast', 'sixteen', 'no-colour'] as const;

export type ThemeName = (typeof themeNames)[number];

/** The look under a theme: one without colours draws like a terminal without colours, with signs in their place. */
export function lookIn(themeName: ThemeName, look: Look): Look {
	return {...look, hasColours: look.hasColours && themeName !== 'no-colour'};
}
