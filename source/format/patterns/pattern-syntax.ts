import {bytesOf} from '../bytes/byte-text.ts';
import {byteSet, classBody, escapedSet, type ByteSet} from './pattern-sets.ts';
import {PatternTrouble} from './pattern-trouble.ts';

/** A pattern as a tree. `takes`: a repeat tries the most first, the least first, or the most alone (possessive). */
export type PatternNode =
	| {readonly type: 'set'; readonly set: ByteSet}
	| {readonly type: 'sequence'; readonly parts: readonly PatternNode[]}
	| {readonly type: 'choice'; readonly options: readonly PatternNode[]}
	| {readonly type: 'repeat'; readonly body: PatternNode; readonly least: number; readonly most: number; readonly takes: 'most' | 'least' | 'all'}
	| {readonly type: 'group'; readonly slot: number; readonly body: PatternNode}
	| {readonly type: 'edge'; readonly edge: 'start' | 'end' | 'word' | 'no-word'}
	| {readonly type: 'ahead'; readonly isNegated: boolean; readonly body: PatternNode}
	| {readonly type: 'atomic'; readonly body: PatternNode}
	| {readonly type: 'behind'; readonly isNegated: boolean; readonly set: ByteSet}
	| {readonly type: 'again'; readonly slot: number};

export type ParsedPattern = {readonly tree: PatternNode; readonly names: readonly string[]};

/** Reads a pattern of PCRE as far as log formats use it. It matches bytes; a character beyond ASCII stands for its UTF-8 bytes. Throws `PatternTrouble`. */
export function parsePattern(pattern: string): ParsedPattern {
	return new PatternParser(pattern).read();
}

/** Groups within groups that a pattern may have. */
const deepest = 100;

/** What may stand behind the bracket of a group: a name, a kind, or switches. */
const groupHead = /^\?(?:P?<(?<name>[A-Z_a-z]\w*)>|(?<mark>[!=>]|<[!=])|(?<flags>[is]*)(?<end>[\):]))/v;
const longestGroupHead = 120;

/** What a named group took, once more. */
const sameAgain = /^\?P=(?<name>\w+)\)/v;

const repeatMark = /^(?:[*+?]|\{(?<least>\d{1,4})(?<comma>,(?<most>\d{0,4}))?\})/v;

const wrappers: ReadonlyMap<string, (body: PatternNode) => PatternNode> = new Map([
	['>', (body: PatternNode): PatternNode => ({type: 'atomic', body})],
	['=', (body: PatternNode): PatternNode => ({type: 'ahead', isNegated: false, body})],
	['!', (body: PatternNode): PatternNode => ({type: 'ahead', isNegated: true, body})],
	['<=', (body: PatternNode): PatternNode => ({type: 'behind', isNegated: false, set: onlySet(body)})],
	['<!', (body: PatternNode): PatternNode => ({type: 'behind', isNegated: true, set: onlySet(body)})],
]);

/** What stands before a place is looked at one byte far. */
function onlySet(body: PatternNode): ByteSet {
	const inner = body.type === 'sequence' && body.parts.length === 1 ? body.parts[0]! : body;
	if (inner.type !== 'set') {
		throw new PatternTrouble('\'(?<\' with more than one character is not supported');
	}

	return inner.set;
}

const edgeEscapes = new Map([['b', 'word'], ['B', 'no-word'], ['A', 'start'], ['z', 'end'], ['Z', 'end']] as const) as ReadonlyMap<string, 'word' | 'no-word' | 'start' | 'end'>;

class PatternParser {
	readonly #characters: readonly string[];
	readonly #names: string[] = [];
	#at = 0;
	#depth = 0;
	#isFolded = false;
	#isDotAll = false;

	constructor(pattern: string) {
		this.#characters = [...pattern];
	}

	#choice(): PatternNode {
		const options = [this.#sequence()];
		while (this.#takes('|')) {
			options.push(this.#sequence());
		}

		return options.length === 1 ? options[0]! : {type: 'choice', options};
	}

	#sequence(): PatternNode {
		const parts: PatternNode[] = [];
		while (this.#at < this.#characters.length && !['|', ')'].includes(this.#characters[this.#at]!)) {
			parts.push(this.#repeated(this.#atom()));
		}

		return {type: 'sequence', parts};
	}

	#atom(): PatternNode {
		const character = this.#characters[this.#at++]!;
		switch (character) {
			case '(': {
				return this.#group();
			}

			case '[': {
				return {type: 'set', set: this.#class()};
			}

			case '.': {
				return {type: 'set', set: byteSet(byte => this.#isDotAll || byte !== 0x0A)};
			}

			case '^': {
				return {type: 'edge', edge: 'start'};
			}

			case '$': {
				return {type: 'edge', edge: 'end'};
			}

			case '\\': {
				return this.#escape();
			}

			case '*':
			case '+':
			case '?': {
				throw new PatternTrouble(`'${character}' has nothing to repeat`);
			}

			default: {
				return this.#literal(character);
			}
		}
	}

	#literal(character: string): PatternNode {
		const parts = Array.from(bytesOf(character), (byte): PatternNode => ({type: 'set', set: this.#fold(byteSet(other => other === byte))}));
		return parts.length === 1 ? parts[0]! : {type: 'sequence', parts};
	}

	#fold(set: ByteSet): ByteSet {
		return this.#isFolded ? byteSet(byte => set[byte] === 1 || (/[a-z]/iv.test(String.fromCharCode(byte)) && set[byte ^ 0x20] === 1)) : set;
	}

	#class(): ByteSet {
		const {set, length} = classBody(this.#characters, this.#at);
		this.#at += length;
		return this.#fold(set);
	}

	#escape(): PatternNode {
		const edge = edgeEscapes.get(this.#characters[this.#at] ?? '');
		if (edge !== undefined) {
			this.#at++;
			return {type: 'edge', edge};
		}

		const {set, length} = escapedSet(this.#characters, this.#at);
		this.#at += length;
		return {type: 'set', set: this.#fold(set)};
	}

	#group(): PatternNode {
		const again = sameAgain.exec(this.#characters.slice(this.#at, this.#at + longestGroupHead).join(''));
		if (again !== null) {
			this.#at += again[0].length;
			return this.#again(again.groups!.name!);
		}

		const outer = {isFolded: this.#isFolded, isDotAll: this.#isDotAll};
		const wrap = this.#opener();
		return wrap === undefined ? {type: 'sequence', parts: []} : wrap(this.#inside(outer));
	}

	#again(name: string): PatternNode {
		const slot = this.#names.indexOf(name);
		if (slot === -1) {
			throw new PatternTrouble(`there is no group '${name}' before it is asked for again`);
		}

		return {type: 'again', slot};
	}

	/** A switch such as `(?i)` holds to the end of the group it stands in, so the flags are put back there. */
	#inside(outer: {readonly isFolded: boolean; readonly isDotAll: boolean}): PatternNode {
		this.#depth++;
		const body = this.#depth > deepest ? undefined : this.#choice();
		if (body === undefined || !this.#takes(')')) {
			throw new PatternTrouble(body === undefined ? `more than ${deepest} groups in each other` : 'a group that is not closed');
		}

		this.#isFolded = outer.isFolded;
		this.#isDotAll = outer.isDotAll;
		this.#depth--;
		return body;
	}

	#expectEnd(): void {
		if (this.#at < this.#characters.length) {
			throw new PatternTrouble('a bracket that closes nothing');
		}
	}

	/** What kind of group begins here; undefined for a switch such as `(?i)`, which is no group. */
	#opener(): ((body: PatternNode) => PatternNode) | undefined {
		if (this.#characters[this.#at] !== '?') {
			return body => body;
		}

		const head = groupHead.exec(this.#characters.slice(this.#at, this.#at + longestGroupHead).join(''));
		if (head === null) {
			throw new PatternTrouble(`'(${this.#characters.slice(this.#at, this.#at + 3).join('')}' is not supported`);
		}

		this.#at += head[0].length;
		const {name, mark, flags, end} = head.groups!;
		if (name !== undefined) {
			this.#names.push(name);
			const slot = this.#names.length - 1;
			return body => ({type: 'group', slot, body});
		}

		this.#isFolded ||= flags?.includes('i') ?? false;
		this.#isDotAll ||= flags?.includes('s') ?? false;
		return end === ')' ? undefined : wrappers.get(mark ?? ':') ?? (body => body);
	}

	#repeated(body: PatternNode): PatternNode {
		const written = repeatMark.exec(this.#characters.slice(this.#at, this.#at + 12).join(''));
		if (written === null) {
			return body;
		}

		this.#at += written[0].length;
		const {least = written[0] === '+' ? '1' : '0', comma, most = written[0] === '?' ? '1' : ''} = written.groups!;
		const isExact = written[0].startsWith('{') && comma === undefined;
		const takes = this.#takes('?') ? 'least' : (this.#takes('+') ? 'all' : 'most');
		return {type: 'repeat', body, least: Number(least), most: isExact ? Number(least) : (most === '' ? Infinity : Number(most)), takes};
	}

	#takes(character: string): boolean {
		const isThere = this.#characters[this.#at] === character;
		this.#at += isThere ? 1 : 0;
		return isThere;
	}

	read(): ParsedPattern {
		const tree = this.#choice();
		this.#expectEnd();
		return {tree, names: this.#names};
	}
}
