import {endOfAddress, endOfName} from './sentence-words.ts';
import {afterSpaces, ascii, bytesOf, firstWord, lastWord, nextByte, wordEnd} from './byte-text.ts';

/**
How a line is laid out, as data: `{time} [{thread}] {level} audit- {record}`.

- Text outside braces must be there; one space in it stands for one or more.
- `{name}` takes what lies before the next text, as little as it can; `{name...}` takes as much as it can, for values that may hold
  anything: what follows a user's name is then what the writer wrote, not what the user called himself.
- `{name:word}` takes the bytes up to the next space, at least one; `{name:name}` leaves the punctuation of a sentence behind it out, and
  `{name:address}` takes a word only where it may be the address or the name of a host.
- `{time}` takes a time; the last slot takes the rest of the line.
*/
export class Template {
	readonly #pieces: readonly Piece[];
	#bytes = new Uint8Array(0) as Uint8Array;
	#end = 0;
	#readTime: ReadTime | undefined;
	readonly names: readonly string[];
	/** The unit at which the line matched last broke off; one that it never breaks off at where that cannot be told from the units before. */
	brokeAt = noUnit;
	/** Where each slot lay in the line matched last. */
	readonly starts: Int32Array;
	readonly ends: Int32Array;

	constructor(pattern: string) {
		this.#pieces = piecesOnce(pattern);
		this.names = this.#pieces.flatMap(piece => piece.name ?? []);
		this.starts = new Int32Array(this.names.length);
		this.ends = new Int32Array(this.names.length);
	}

	/** Whether the pieces from `first` on fit at `start`; the next slot to fill is `nextSlot`. */
	#matchFrom(first: number, start: number, nextSlot: number): boolean {
		let at = start;
		let slot = nextSlot;
		for (let index = first; index < this.#pieces.length; index++) {
			const piece = this.#pieces[index]!;
			if (piece.takes === 'most') {
				return this.#matchMost(index, at, slot, piece.text);
			}

			const pieceEnd = piece.takes === 'text' ? afterText(this.#bytes, at, this.#end, piece.text) : this.#endOfSlot(at, piece);
			if (pieceEnd < 0) {
				this.brokeAt = piece.firstUnit + ~pieceEnd;
				return false;
			}

			if (piece.takes !== 'text') {
				this.starts[slot] = at;
				this.ends[slot++] = pieceEnd;
			}

			at = pieceEnd;
		}

		this.brokeAt = noUnit;
		return at === this.#end;
	}

	/** Tries the last place where what follows the slot may begin, then the ones before it. */
	#matchMost(index: number, at: number, slot: number, stop: Uint8Array): boolean {
		let limit = this.#end;
		for (let tries = 0; tries < mostTries; tries++) {
			const stopAt = lastWord(this.#bytes, stop, at, limit);
			if (stopAt < 0) {
				this.brokeAt = tries === 0 ? this.#pieces[index]!.firstUnit : noUnit;
				return false;
			}

			this.starts[slot] = at;
			this.ends[slot] = stopAt;
			if (this.#matchFrom(index + 1, stopAt, slot + 1)) {
				return true;
			}

			limit = stopAt + stop.length - 1;
		}

		this.brokeAt = noUnit;
		return false;
	}

	#endOfSlot(at: number, {takes, text}: Piece): number {
		switch (takes) {
			case 'time': {
				return this.#readTime === undefined ? -1 : this.#readTime(at, this.#end);
			}

			case 'word': {
				const next = wordEnd(this.#bytes, at, this.#end);
				return next === at ? -1 : next;
			}

			case 'name': {
				return endOfName(this.#bytes, at, this.#end);
			}

			case 'address': {
				return endOfAddress(this.#bytes, at, this.#end);
			}

			case 'rest': {
				return this.#end;
			}

			case 'text':
			case 'most':
			case 'least': {
				return text.length === 1 ? nextByte(this.#bytes, text[0]!, at, this.#end) : firstWord(this.#bytes, text, at, this.#end);
			}
		}
	}

	/** How many of its first units are those of another: bytes of text, and slots that take the same. */
	countShared(other: Template): number {
		for (const [index, piece] of this.#pieces.entries()) {
			const like = other.#pieces[index];
			if (like === undefined || !isAlike(piece, like)) {
				return piece.firstUnit + (piece.takes === 'text' && like?.takes === 'text' ? countSharedBytes(piece.text, like.text) : 0);
			}
		}

		return this.#pieces.length === 0 ? 0 : unitsThrough(this.#pieces.at(-1)!);
	}

	/** The number of a slot, -1 where the pattern has none of that name. */
	slot(name: string): number {
		return this.names.indexOf(name);
	}

	/** Whether the line is laid out like this. `readTime` answers where the time that begins at an offset ends, or -1. */
	match(bytes: Uint8Array, start: number, end: number, readTime?: ReadTime): boolean {
		this.#bytes = bytes;
		this.#end = end;
		this.#readTime = readTime;
		return this.#matchFrom(0, start, 0);
	}
}

/** Answers where the time that begins at an offset ends, or -1. */
export type ReadTime = (at: number, end: number) => number;

/** A line made to be expensive (a user name of ten thousand ` port `) is given up after so many places. */
const mostTries = 24;

/** What must be there, or what a slot takes. All pieces have one shape, so that going through them stays cheap. */
type Piece = {
	readonly takes: 'text' | 'time' | 'word' | 'name' | 'address' | 'least' | 'most' | 'rest';
	/** Of a slot, its name. */
	readonly name: string | undefined;
	/** The text itself, or the text that ends the slot. */
	readonly text: Uint8Array;
	/** How many units the pieces before have. */
	readonly firstUnit: number;
};

/** Above every unit. */
const noUnit = 0x7F_FF_FF_FF;

/** A unit is a byte of text or a slot. */
const unitsThrough = ({takes, text, firstUnit}: Piece): number => firstUnit + (takes === 'text' ? text.length : 1);

/** Text, and slots that end where their text begins. */
const toldByText: ReadonlySet<Piece['takes']> = new Set(['text', 'least', 'most']);

/** Whether two pieces take a line alike. */
function isAlike(one: Piece, other: Piece): boolean {
	const isTextAlike = one.text.length === other.text.length && countSharedBytes(one.text, other.text) === one.text.length;
	return one.takes === other.takes && (isTextAlike || !toldByText.has(one.takes));
}

function countSharedBytes(one: Uint8Array, other: Uint8Array): number {
	let count = 0;
	while (count < one.length && one[count] === other[count]) {
		count++;
	}

	return count;
}

/** Offset after the text, in which one space stands for one or more, or what `~` makes of the index of its byte that does not lie there. Hot: going through a typed array by `of` costs more than all the rest. */
export function afterText(bytes: Uint8Array, at: number, end: number, text: Uint8Array): number {
	let position = at;
	let index = 0;
	while (index < text.length) {
		const byte = text[index++]!;
		if (position >= end || bytes[position] !== byte) {
			return -index;
		}

		position = byte === ascii.space ? afterSpaces(bytes, position + 1, end) : position + 1;
	}

	return position;
}

/** A folder may hold thousands of files, each with its own reader over the same layouts: what is the same for all is made once. */
const knownPieces = new Map<string, readonly Piece[]>();

function piecesOnce(pattern: string): readonly Piece[] {
	const pieces = knownPieces.get(pattern) ?? piecesOf(pattern);
	knownPieces.set(pattern, pieces);
	return pieces;
}

function piecesOf(pattern: string): Piece[] {
	const parts = pattern.split(slotPattern).filter(part => part !== '');
	let firstUnit = 0;
	return parts.map((part, index) => {
		const piece = isSlot(part) ? slotOf(part, parts[index + 1]) : {takes: 'text', name: undefined, text: textBytes(part)} as const;
		const placed = {...piece, firstUnit};
		firstUnit = unitsThrough(placed);
		return placed;
	});
}

function slotOf(part: string, following: string | undefined): Omit<Piece, 'firstUnit'> {
	const isStopped = following !== undefined && !isSlot(following);
	const takes = takenBy(part);
	const hasOwnEnd = isStopped || ownEnds.has(takes);
	return {takes: hasOwnEnd ? takes : 'rest', name: part.replaceAll(/[.\{\}]|:[a-z]+/gv, ''), text: isStopped ? textBytes(following) : noText};
}

const noText = new Uint8Array(0);

/** Several spaces stand for what one does. */
const textBytes = (text: string): Uint8Array => bytesOf(text.replaceAll(/ +/gv, ' '));

const slotPattern = /(?<slot>\{[A-Za-z]+(?:\.{3}|:word|:name|:address)?\})/v;

const isSlot = (part: string): boolean => part.startsWith('{') && part.endsWith('}');

/** Slots that end by themselves, whatever follows them. */
const ownEnds: ReadonlySet<Piece['takes']> = new Set(['time', 'word', 'name', 'address']);

function takenBy(slot: string): Piece['takes'] {
	if (slot === '{time}') {
		return 'time';
	}

	const kind = /(?<=:)[a-z]+(?=\})/v.exec(slot)?.[0];
	if (kind === undefined) {
		return slot.endsWith('...}') ? 'most' : 'least';
	}

	return kind as Piece['takes'];
}
