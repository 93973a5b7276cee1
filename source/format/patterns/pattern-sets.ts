import {PatternTrouble} from './pattern-trouble.ts';

/** 1 for every byte that a place in a pattern takes. */
export type ByteSet = Uint8Array;

/** A set with its length as written, in characters. */
type WrittenSet = {readonly set: ByteSet; readonly length: number};

export const byteSet = (isMember: (byte: number) => boolean): ByteSet => Uint8Array.from({length: 256}, (_, byte) => isMember(byte) ? 1 : 0);

/** The bytes from `first` to `last`, for each pair. */
const ranges = (...pairs: ReadonlyArray<readonly [first: number, last: number]>): ByteSet => byteSet(byte => pairs.some(([first, last]) => byte >= first && byte <= last));
const only = (wanted: number): ByteSet => ranges([wanted, wanted]);
const union = (...sets: readonly ByteSet[]): ByteSet => byteSet(byte => sets.some(set => set[byte] === 1));
const inverse = (set: ByteSet): ByteSet => byteSet(byte => set[byte] === 0);

const digit = ranges([0x30, 0x39]);
const upper = ranges([0x41, 0x5A]);
const lower = ranges([0x61, 0x7A]);
const alpha = union(upper, lower);
const alnum = union(alpha, digit);
const word = union(alnum, only(0x5F));
const vertical = ranges([0x0A, 0x0D]);
const blank = union(only(0x09), only(0x20));
const space = union(vertical, blank);

/** Escapes that stand for several characters (pcre2pattern(3)). */
const classes: ReadonlyMap<string, ByteSet> = new Map([
	['d', digit],
	['D', inverse(digit)],
	['w', word],
	['W', inverse(word)],
	['s', space],
	['S', inverse(space)],
	['h', blank],
	['H', inverse(blank)],
	['v', vertical],
	['V', inverse(vertical)],
	['N', inverse(only(0x0A))],
]);

const controls: ReadonlyMap<string, number> = new Map([['t', 9], ['n', 10], ['r', 13], ['f', 12], ['e', 27], ['a', 7]]);

const posix: ReadonlyMap<string, ByteSet> = new Map([
	['alpha', alpha],
	['digit', digit],
	['alnum', alnum],
	['upper', upper],
	['lower', lower],
	['space', space],
	['blank', blank],
	['word', word],
	['xdigit', union(digit, ranges([0x41, 0x46], [0x61, 0x66]))],
	['punct', ranges([0x21, 0x2F], [0x3A, 0x40], [0x5B, 0x60], [0x7B, 0x7E])],
	['print', ranges([0x20, 0x7E])],
	['graph', ranges([0x21, 0x7E])],
	['cntrl', union(ranges([0, 0x1F]), only(0x7F))],
]);

/** The set behind a backslash at `at - 1`. */
export function escapedSet(characters: readonly string[], at: number): WrittenSet {
	const letter = characters[at] ?? '';
	const known = classes.get(letter);
	if (known !== undefined) {
		return {set: known, length: 1};
	}

	const hex = letter === 'x' ? /^x(?:(?<plain>[\dA-Fa-f]{2})|\{(?<braced>[\dA-Fa-f]{1,2})\})/v.exec(characters.slice(at, at + 6).join('')) : null;
	if (hex !== null) {
		return {set: only(Number.parseInt(hex.groups!.plain ?? hex.groups!.braced!, 16)), length: hex[0].length};
	}

	const control = controls.get(letter);
	if (control === undefined && (letter === '' || /[\dA-Za-z]/v.test(letter) || letter > '~')) {
		throw new PatternTrouble(`'\\${letter}' is not supported`);
	}

	return {set: only(control ?? letter.charCodeAt(0)), length: 1};
}

/** The set that is written behind an open bracket at `at - 1`. */
export function classBody(characters: readonly string[], at: number): WrittenSet {
	const set = new Uint8Array(256);
	const isInverted = characters[at] === '^';
	const first = at + (isInverted ? 1 : 0);
	let next = first;
	// A closing bracket that comes first is a member.
	while (next === first || characters[next] !== ']') {
		const member = memberAt(characters, next);
		next += member.length;
		const isRange = characters[next] === '-' && characters[next + 1] !== ']' && next + 1 < characters.length;
		if (isRange) {
			const last = memberAt(characters, next + 1);
			next += 1 + last.length;
			addRange(set, member.set, last.set);
		} else {
			add(set, member.set);
		}
	}

	return {set: isInverted ? inverse(set) : set, length: next + 1 - at};
}

function memberAt(characters: readonly string[], at: number): WrittenSet {
	const character = characters[at];
	if (character === undefined) {
		throw new PatternTrouble('a class that is not closed');
	}

	if (character === '\\') {
		const escaped = characters[at + 1] === 'b' ? {set: only(8), length: 1} : escapedSet(characters, at + 1);
		return {set: escaped.set, length: escaped.length + 1};
	}

	const name = character === '[' && characters[at + 1] === ':' ? /^\[:(?<not>\^?)(?<name>[a-z]+):\]/v.exec(characters.slice(at, at + 14).join('')) : null;
	const known = name === null ? undefined : posix.get(name.groups!.name!);
	if (known !== undefined) {
		return {set: name!.groups!.not === '' ? known : inverse(known), length: name![0].length};
	}

	if (character > '~') {
		throw new PatternTrouble(`'${character}' in a class is not supported: classes hold ASCII alone`);
	}

	return {set: only(character.charCodeAt(0)), length: 1};
}

function add(to: ByteSet, members: ByteSet): void {
	for (const [byte, isIn] of members.entries()) {
		to[byte]! |= isIn;
	}
}

function addRange(to: ByteSet, first: ByteSet, last: ByteSet): void {
	to.fill(1, first.indexOf(1), last.lastIndexOf(1) + 1);
}
