import type {KeyDialect} from './key-sequences.ts';

/** What terminals with such a name have. */
export type TerminalType = {
	readonly names: RegExp;
	readonly colours: 0 | 8 | 16 | 256;
	readonly hasAlternateScreen: boolean;
	readonly hasScrollRegion: boolean;
	/** Answers a device status report (ECMA-48, DSR 5): every VT100 and what is made after it. Who does not might show the question, or never answer. */
	readonly hasStatusReport?: true;
	/** ECH, from the VT220 on; GNU screen and tmux do not promise it. */
	readonly hasEraseCharacters?: true;
	readonly hasSynchronisedOutput?: true;
	/** Behind the last column the cursor is on the next row, where other terminals wait for one more character (`xenl`) or wrap only when they are told to (`rmam`). */
	readonly wrapsAtOnce?: true;
	/** Few glyphs whatever the locale says. */
	readonly hasFewGlyphs?: true;
	readonly keys?: KeyDialect;
};

/** What the VT100 had already, and with it all that came after. */
const vt100 = {hasScrollRegion: true, hasStatusReport: true} as const;

const vt220 = {...vt100, hasEraseCharacters: true} as const;

/** The first row whose names match TERM. Taken from terminfo, and for synchronised output from what the terminals' makers say. */
const terminalTypes: readonly TerminalType[] = [
	{names: /^(?:alacritty|contour|foot|ghostty|rio|wezterm|xterm-(?:ghostty|kitty))/v, ...vt220, colours: 256, hasAlternateScreen: true, hasSynchronisedOutput: true},
	{names: /^(?:screen|tmux).*-(?:256color|direct)$/v, ...vt100, colours: 256, hasAlternateScreen: true},
	{names: /-(?:256color|direct)$/v, ...vt220, colours: 256, hasAlternateScreen: true},
	{names: /^linux/v, ...vt220, colours: 16, hasAlternateScreen: false, hasFewGlyphs: true},
	{names: /^xterm-r\d/v, ...vt100, colours: 0, hasAlternateScreen: false},
	{names: /^(?:rxvt-(?:basic|m$)|xterm-mono)/v, ...vt100, colours: 0, hasAlternateScreen: true},
	{names: /^xterm-vt/v, ...vt220, colours: 0, hasAlternateScreen: true},
	{names: /^(?:eterm|rxvt(?!-unicode)|xterm-color)/iv, ...vt100, colours: 8, hasAlternateScreen: true},
	{names: /^(?:gnome|konsole|mintty|mlterm|putty|rxvt|st|vte|xterm)/v, ...vt220, colours: 16, hasAlternateScreen: true},
	{names: /^(?:screen|tmux)/v, ...vt100, colours: 8, hasAlternateScreen: true},
	{names: /^vt1/v, ...vt100, colours: 0, hasAlternateScreen: false, keys: 'serial'},
	{names: /^vt\d/v, ...vt220, colours: 0, hasAlternateScreen: false, keys: 'serial'},
	{names: /^sco/v, colours: 8, hasAlternateScreen: false, hasScrollRegion: false, hasFewGlyphs: true, wrapsAtOnce: true, keys: 'sco'},
	{names: /^hurd/v, colours: 8, hasAlternateScreen: false, hasScrollRegion: true, hasFewGlyphs: true},
	{names: /^(?:ansi|cons25|cygwin|mach.*-color|pcansi)/v, colours: 8, hasAlternateScreen: false, hasScrollRegion: false, hasFewGlyphs: true, wrapsAtOnce: true, keys: 'serial'},
	{names: /^mach/v, colours: 0, hasAlternateScreen: false, hasScrollRegion: false, hasFewGlyphs: true, wrapsAtOnce: true},
];

/** A terminal nobody knows can at least move its cursor and erase. */
const unknownType: TerminalType = {names: /^/v, colours: 0, hasAlternateScreen: false, hasScrollRegion: false, wrapsAtOnce: true, keys: 'serial'};

/** The row for a TERM; undefined where not even the cursor can be moved, or, on a VT52, only in a language of its own. */
export function terminalType(term: string | undefined): TerminalType | undefined {
	return term === undefined || term === '' || /^(?:dumb|emacs|network|unknown|vt52)/v.test(term)
		? undefined
		: terminalTypes.find(({names}) => names.test(term)) ?? unknownType;
}
