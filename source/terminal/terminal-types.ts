import type {KeyDialect} from './key-sequences.ts';

/** What terminals with such a name have. */
export type TerminalType = {
	readonly names: RegExp;
	readonly colours: 0 | 8 | 16 | 256;
	readonly hasAlternateScreen: boolean;
	readonly hasScrollRegion: boolean;
	readonly hasSynchronisedOutput?: true;
	/** Few glyphs whatever the locale says. */
	readonly hasFewGlyphs?: true;
	readonly keys?: KeyDialect;
};

/** The first row whose names match TERM. Taken from terminfo, and for synchronised output from what the terminals' makers say. */
const terminalTypes: readonly TerminalType[] = [
	{names: /^(?:alacritty|contour|foot|ghostty|rio|wezterm|xterm-(?:ghostty|kitty))/v, colours: 256, hasAlternateScreen: true, hasScrollRegion: true, hasSynchronisedOutput: true},
	{names: /-(?:256color|direct)$/v, colours: 256, hasAlternateScreen: true, hasScrollRegion: true},
	{names: /^linux/v, colours: 16, hasAlternateScreen: false, hasScrollRegion: true, hasFewGlyphs: true},
	{names: /^xterm-(?:mono|vt)/v, colours: 0, hasAlternateScreen: true, hasScrollRegion: true},
	{names: /^(?:eterm|gnome|konsole|mintty|mlterm|putty|rxvt|st|vte|xterm)/v, colours: 16, hasAlternateScreen: true, hasScrollRegion: true},
	{names: /^(?:screen|tmux)/v, colours: 8, hasAlternateScreen: true, hasScrollRegion: true},
	{names: /^vt\d/v, colours: 0, hasAlternateScreen: false, hasScrollRegion: true},
	{names: /^sco/v, colours: 8, hasAlternateScreen: false, hasScrollRegion: false, hasFewGlyphs: true, keys: 'sco'},
	{names: /^(?:cons25|cygwin|hurd|mach)/v, colours: 8, hasAlternateScreen: false, hasScrollRegion: true, hasFewGlyphs: true},
	{names: /^(?:ansi|pcansi)/v, colours: 8, hasAlternateScreen: false, hasScrollRegion: false, hasFewGlyphs: true},
];

/** A terminal nobody knows can at least move its cursor and erase. */
const unknownType: TerminalType = {names: /^/v, colours: 0, hasAlternateScreen: false, hasScrollRegion: false};

/** The row for a TERM; undefined where not even the cursor can be moved. */
export function terminalType(term: string | undefined): TerminalType | undefined {
	return term === undefined || term === '' || /^(?:dumb|emacs|network|unknown)/v.test(term)
		? undefined
		: terminalTypes.find(({names}) => names.test(term)) ?? unknownType;
}
