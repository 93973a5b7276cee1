/** Looks of the screen. */
export const themeNames = ['default', 'light', 'high-contrast', 'sixteen', 'no-colour'] as const;

export type ThemeName = (typeof themeNames)[number];
