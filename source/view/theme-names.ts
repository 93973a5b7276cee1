import type {Look} from './drawing/span.ts';

/** Looks of the screen. */
export const themeNames = ['default', 'light', 'high-contrast', 'sixteen', 'no-colour'] as const;

export type ThemeName = (typeof themeNames)[number];

/** A theme without colours is drawn as on a terminal without: what colour would tell has a sign. */
export function lookIn(themeName: ThemeName, look: Look): Look {
	return {...look, hasColours: look.hasColours && themeName !== 'no-colour'};
}
