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

/** The key of `ESC [ parameters final`; undefined for what no key sends, such as replies and mouse reports, and where a key was let go. */
export function controlKey(parameters: string, final: string, dialect: KeyDialect): string | undefined {
	const [first = '', modifiers = '1', codePoint = ''] = parameters.split(';', 3);
	if (final === '~') {
		const name = first === '27' ? characterKey(Number(codePoint)) : controlNumbers[first];
		return withModifiers(name, modifiers);
	}

	if (final === 'u') {
		return withModifiers(characterKey(firstNumber(first)), modifiers);
	}

	if (parameters === '') {
		return (dialect === 'sco' ? scoLetters : controlLetters).get(final);
	}

	// A cursor report ends like a modified F3, but nobody holds modifiers on row 1 only.
	return first === '1' && controlLetters.has(final) ? withModifiers(controlLetters.get(final), modifiers) : undefined;
}

/**
The character that a key sent by its code point types, if it types one. With Shift modifyOtherKeys names the shifted character, kitty's protocol the plain one, with the
shifted one or the typed text behind it if a program asked for them.
*/
export function typedCharacter(parameters: string, final: string): string | undefined {
	const fields = parameters.split(';', 3);
	const isOther = final === '~' && fields[0] === '27';
	if (!isOther && final !== 'u') {
		return undefined;
	}

	const [key = '', modifiers = '1', text = ''] = isOther ? fields.toSpliced(0, 1).toReversed() : fields;
	const codePoint = firstNumber(key);
	const plain = codePoint === blank || namedCharacters[codePoint] === undefined ? printable(codePoint) : undefined;
	const held = heldModifiers(modifiers);
	if (plain === undefined || (held !== 0 && held !== shift)) {
		return undefined;
	}

	return held === 0 ? plain : printable(firstNumber(text)) ?? printable(Number(key.split(':', 2)[1])) ?? plain.toUpperCase();
}

const blank = 0x20;

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
const characterKey = (codePoint: number): string | undefined => namedCharacters[codePoint] ?? keypadKeys[codePoint] ?? printable(codePoint);

/** Kitty's protocol numbers keys that type nothing in the first private use area: modifiers held alone and media keys among them, which are no keys of ours. */
function printable(codePoint: number): string | undefined {
	const isPrintable = Number.isSafeInteger(codePoint) && codePoint >= blank && codePoint <= 0x10_FF_FF && !(codePoint >= 0xE0_00 && codePoint <= 0xF8_FF);
	return isPrintable ? String.fromCodePoint(codePoint) : undefined;
}

const namedCharacters: Readonly<Record<number, string>> = {8: 'backspace', 9: 'tab', 13: 'enter', 27: 'escape', 32: 'space', 127: 'backspace'};

const keypadKeys: Readonly<Record<number, string>> = {
	57_414: 'enter', 57_417: 'left', 57_418: 'right', 57_419: 'up', 57_420: 'down', 57_421: 'pageup', 57_422: 'pagedown', 57_423: 'home', 57_424: 'end', 57_425: 'insert', 57_426: 'delete',
};

/** The number before the first colon; what stands behind it are alternatives and details. */
const firstNumber = (field: string): number => field === '' ? NaN : Number(field.split(':', 1)[0]);

const shift = 1;

/** Caps Lock and Num Lock are on, not held (kitty's protocol counts them among the modifiers). */
const lockBits = 64 | 128;

/** xterm encodes modifiers as 1 + shift 1 + alt 2 + ctrl 4; behind a colon kitty's protocol tells whether the key was pressed (1), repeats (2) or was let go (3). Undefined for the last. */
function heldModifiers(modifiers: string): number | undefined {
	const {held, event} = /^(?<held>\d*)(?::(?<event>\d))?/v.exec(modifiers)!.groups!;
	return event === '3' ? undefined : (held === '' ? 0 : (Number(held) - 1) & ~lockBits);
}

/** Nothing is bound to keys with other modifiers (super, hyper, meta). */
function withModifiers(name: string | undefined, modifiers: string): string | undefined {
	const bits = heldModifiers(modifiers);
	if (name === undefined || bits === undefined || !(bits >= 0 && bits < 8)) {
		return undefined;
	}

	const ctrl = (bits & 4) === 0 ? '' : 'ctrl+';
	const alt = (bits & 2) === 0 ? '' : 'alt+';
	const shifted = (bits & shift) === 0 || name.startsWith('shift+') ? '' : 'shift+';
	return `${ctrl}${alt}${shifted}${name}`;
}
