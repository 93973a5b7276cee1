import type {KeyDialect} from './key-sequences.ts';
import type {ColourCount} from './style.ts';

/** What the terminals of one type can do. */
export type TerminalType = {
	readonly names: RegExp;
	readonly colours: ColourCount;
	readonly hasAlternateScreen: boolean;
	readonly hasScrollRegion: boolean;
	/** Answers a request for a device status report (ECMA-48, DSR 5), as the VT100 and its successors do. Others might show the request or never answer. */
	readonly hasStatusReport?: true;
	/** ECH, from the VT220 on; the terminfo of GNU screen and tmux does not have it. */
	readonly hasEraseCharacters?: true;
	readonly hasSynchronisedOutput?: true;
	/** Wraps as soon as the last column is written; other terminals wait for one more character (`xenl`) or can be told not to wrap (`rmam`). */
	readonly wrapsAtOnce?: true;
	/** Has few glyphs, whatever the locale says. */
	readonly hasFewGlyphs?: true;
	readonly keys?: KeyDialect;
};

/** What the VT100 already had, and with it all its successors. */
const vt100 = {hasScrollRegion: true, hasStatusReport: true} as const;

const vt220 = {...vt100, hasEraseCharacters: true} as const;

/** The first row whose names match TERM counts. From terminfo; synchronised output from the terminals' documentation. */
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

/** An unknown terminal can at least move its cursor and erase. */
const unknownType: TerminalType = {names: /^/v, colours: 0, hasAlternateScreen: false, hasScrollRegion: false, wrapsAtOnce: true, keys: 'serial'};

/** The type for a TERM; undefined where the cursor cannot be moved, or only with sequences of its own, as on a VT52. */
export function terminalType(term: string | undefined): TerminalType | undefined {
	return term === undefined || term === '' || /^(?:dumb|emacs|network|unknown|vt52)/v.test(term)
		? undefined
		: terminalTypes.find(({names}) => names.test(term)) ?? unknownType;
}
