/**
Decides between the meanings of ambiguous sequences: the SCO console uses letters that have another meaning everywhere else, and the terminal at the other end of a
serial line may send Escape and a character for a function key.
*/
export type KeyDialect = 'common' | 'sco' | 'serial';

/** Names of the keys that send `ESC [ letter`, possibly with parameters. */
const controlLetters = new Map([['A', 'up'], ['B', 'down'], ['C', 'right'], ['D', 'left'], ['E', 'begin'], ['F', 'end'], ['H', 'home'], ['L', 'insert'], ['P', 'f1'], ['Q', 'f2'], ['R', 'f3'], ['S', 'f4'], ['Z', 'shift+tab']]);

/** The same on the SCO console, where function keys have no numbers. */
const scoLetters = new Map([...controlLetters, ['G', 'pagedown'], ['I', 'pageup'], ['M', 'f1'], ['N', 'f2'], ['O', 'f3'], ['P', 'f4'], ['Q', 'f5'], ['R', 'f6'], ['S', 'f7'], ['T', 'f8'], ['U', 'f9'], ['V', 'f10'], ['W', 'f11'], ['X', 'f12']]);

/** `ESC [ number ~`: the VT220's keys, and 7 and 8 for home and end on rxvt. */
const controlNumbers: Readonly<Record<string, string>> = {
	1: 'home', 2: 'insert', 3: 'delete', 4: 'end', 5: 'pageup', 6: 'pagedown', 7: 'home', 8: 'end',
	11: 'f1', 12: 'f2', 13: 'f3', 14: 'f4', 15: 'f5', 17: 'f6', 18: 'f7', 19: 'f8', 20: 'f9', 21: 'f10', 23: 'f11', 24: 'f12',
	25: 'f13', 26: 'f14', 28: 'f15', 29: 'f16', 31: 'f17', 32: 'f18', 33: 'f19', 34: 'f20',
};

/** `ESC O letter`: cursor keys in application mode, the VT100's keypad, and function keys of PuTTY's VT100 mode. */
const applicationLetters = new Map([['A', 'up'], ['B', 'down'], ['C', 'right'], ['D', 'left'], ['F', 'end'], ['H', 'home'], ['M', 'enter'], ['P', 'f1'], ['Q', 'f2'], ['R', 'f3'], ['S', 'f4'], ['T', 'f5'], ['U', 'f6'], ['V', 'f7'], ['W', 'f8'], ['X', 'f9'], ['Y', 'f10'], ['Z', 'f11'], ['[', 'f12'], ['t', 'f5'], ['u', 'f6'], ['v', 'f7'], ['l', 'f8'], ['w', 'f9'], ['x', 'f10']]);

/** `ESC [ [ letter`: function keys of the Linux console. */
const linuxLetters = new Map([['A', 'f1'], ['B', 'f2'], ['C', 'f3'], ['D', 'f4'], ['E', 'f5']]);

/**
`ESC character` from serial management consoles (VT-UTF8). Everywhere else the same bytes are Escape and a `/` or `+` typed after it, delivered together by a link that
stalled.
*/
const serialCharacters: Readonly<Record<string, string>> = {
	1: 'f1', 2: 'f2', 3: 'f3', 4: 'f4', 5: 'f5', 6: 'f6', 7: 'f7', 8: 'f8', 9: 'f9', 0: 'f10', '!': 'f11', '@': 'f12',
	h: 'home', k: 'end', '+': 'insert', '-': 'delete', '?': 'pageup', '/': 'pagedown',
};

/** The key of `ESC [ parameters final`; undefined for what no key sends, such as replies and mouse reports. */
export function controlKey(parameters: string, final: string, dialect: KeyDialect): string | undefined {
	const [first = '', modifiers = '1', codePoint = ''] = parameters.split(';', 3);
	if (final === '~') {
		const name = first === '27' ? characterKey(Number(codePoint)) : controlNumbers[first];
		return withModifiers(name, modifiers);
	}

	if (final === 'u') {
		return withModifiers(characterKey(Number(first)), modifiers);
	}

	if (parameters === '') {
		return (dialect === 'sco' ? scoLetters : controlLetters).get(final);
	}

	// A cursor report ends like a modified F3, but nobody holds modifiers on row 1 only.
	return first === '1' && controlLetters.has(final) ? withModifiers(controlLetters.get(final), modifiers) : undefined;
}

/** The key of `ESC O letter`, with a modifier in between on some terminals. */
export function applicationKey(modifiers: string, letter: string): string | undefined {
	return withModifiers(applicationLetters.get(letter), modifiers || '1');
}

export function linuxKey(letter: string): string | undefined {
	return linuxLetters.get(letter);
}

/** The key of `ESC character`. */
export function escapedKey(character: string, dialect: KeyDialect): string {
	return (dialect === 'serial' ? serialCharacters[character] : undefined) ?? `alt+${character === ' ' ? 'space' : character}`;
}

/** The key of a control byte. */
export function controlByteKey(byte: number, dialect: KeyDialect): string {
	return byte === 0x7F && dialect === 'sco' ? 'delete' : controlBytes[byte] ?? `ctrl+${String.fromCharCode(byte + 0x60)}`;
}

/** Where Backspace sends 0x08 it is the same byte as Ctrl+H, which nothing is bound to. */
const controlBytes: Readonly<Record<number, string>> = {
	0x00: 'ctrl+space', 0x08: 'backspace', 0x09: 'tab', 0x0A: 'enter', 0x0D: 'enter', 0x7F: 'backspace',
	0x1C: 'ctrl+\\', 0x1D: 'ctrl+]', 0x1E: 'ctrl+^', 0x1F: 'ctrl+_',
};

/** A key sent by its code point (modifyOtherKeys, and kitty's keyboard protocol). */
function characterKey(codePoint: number): string | undefined {
	return !Number.isSafeInteger(codePoint) || codePoint <= 0 || codePoint > 0x10_FF_FF ? undefined : namedCharacters[codePoint] ?? (codePoint < 0x20 ? undefined : String.fromCodePoint(codePoint));
}

const namedCharacters: Readonly<Record<number, string>> = {8: 'backspace', 9: 'tab', 13: 'enter', 27: 'escape', 32: 'space', 127: 'backspace'};

/** xterm encodes modifiers as 1 + shift 1 + alt 2 + ctrl 4. Nothing is bound to keys with others (meta, locks). */
function withModifiers(name: string | undefined, modifiers: string): string | undefined {
	const bits = Number(modifiers.split(':', 1)[0]) - 1;
	if (name === undefined || !(bits >= 0 && bits < 8)) {
		return undefined;
	}

	const ctrl = (bits & 4) === 0 ? '' : 'ctrl+';
	const alt = (bits & 2) === 0 ? '' : 'alt+';
	const shift = (bits & 1) === 0 || name.startsWith('shift+') ? '' : 'shift+';
	return `${ctrl}${alt}${shift}${name}`;
}
