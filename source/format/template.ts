import {afterSpaces, ascii, bytesOf, firstWord, lastWord, nextByte, wordEnd} from './byte-text.ts';

/**
How a line is laid out, as data: `{time} [{thread}] {level} audit- {record}`.

- Text outside braces must be there; one space in it stands for one or more.
- `{name}` takes what lies before the next text, as little as it can; `{name...}` takes as much as it can, for values that may hold
  anything: what follows a user's name is then what the writer wrote, not what the user called himself.
- `{name:word}` takes the bytes up to the next space, at least one.
- `{time}` takes a time; the last slot takes the rest of the line.
*/
export class Template {
	readonly #pieces: readonly Piece[];
	#bytes = new Uint8Array(0) as Uint8Array;
	#end = 0;
	#readTime: ReadTime | undefined;
	readonly names: readonly string[];
	/** Where each slot lay in the line matched last. */
	readonly starts: Int32Array;
	readonly ends: Int32Array;

	constructor(pattern: string) {
		this.#pieces = piecesOf(pattern);
		this.names = this.#pieces.flatMap(piece => piece.type === 'slot' ? [piece.name] : []);
		this.starts = new Int32Array(this.names.length);
		this.ends = new Int32Array(this.names.length);
	}

	/** Whether the pieces from `first` on fit at `start`; the next slot to fill is `nextSlot`. */
	#matchFrom(first: number, start: number, nextSlot: number): boolean {
		let at = start;
		let slot = nextSlot;
		for (let index = first; index < this.#pieces.length; index++) {
			const piece = this.#pieces[index]!;
			if (piece.type === 'text') {
				at = afterText(this.#bytes, at, this.#end, piece.text);
			} else if (piece.takes === 'most' && piece.stop !== undefined) {
				return this.#matchMost(index, at, slot, piece.stop);
			} else {
				this.starts[slot] = at;
				at = this.#endOfSlot(at, piece);
				this.ends[slot++] = at;
			}

			if (at < 0) {
				return false;
			}
		}

		return at === this.#end;
	}

	/** Tries the last place where what follows the slot may begin, then the ones before it. */
	#matchMost(index: number, at: number, slot: number, stop: Uint8Array): boolean {
		let limit = this.#end;
		for (let tries = 0; tries < mostTries; tries++) {
			const stopAt = lastWord(this.#bytes, stop, at, limit);
			if (stopAt < 0) {
				return false;
			}

			this.starts[slot] = at;
			this.ends[slot] = stopAt;
			if (this.#matchFrom(index + 1, stopAt, slot + 1)) {
				return true;
			}

			limit = stopAt + stop.length - 1;
		}

		return false;
	}

	#endOfSlot(at: number, {takes, stop}: SlotPiece): number {
		if (takes === 'time') {
			return this.#readTime === undefined ? -1 : this.#readTime(at, this.#end);
		}

		if (takes === 'word') {
			const next = wordEnd(this.#bytes, at, this.#end);
			return next === at ? -1 : next;
		}

		return stop === undefined ? this.#end : stopOf(this.#bytes, stop, at, this.#end);
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

type ReadTime = (at: number, end: number) => number;

/** A line made to be expensive (a user name of ten thousand ` port `) is given up after so many places. */
const mostTries = 24;

type SlotPiece = {
	readonly type: 'slot';
	readonly name: string;
	readonly takes: 'least' | 'most' | 'word' | 'time';
	/** The text that ends it; undefined for the last one. */
	readonly stop: Uint8Array | undefined;
};

type Piece = SlotPiece | {readonly type: 'text'; readonly text: Uint8Array};

/** Offset after the text, or -1 where it does not lie at `at`. */
function afterText(bytes: Uint8Array, at: number, end: number, text: Uint8Array): number {
	let position = at;
	for (const byte of text) {
		if (position >= end || bytes[position] !== byte) {
			return -1;
		}

		position = byte === ascii.space ? afterSpaces(bytes, position, end) : position + 1;
	}

	return position;
}

const stopOf = (bytes: Uint8Array, stop: Uint8Array, at: number, end: number): number =>
	stop.length === 1 ? nextByte(bytes, stop[0]!, at, end) : firstWord(bytes, stop, at, end);

function piecesOf(pattern: string): Piece[] {
	const parts = pattern.split(slotPattern).filter(part => part !== '');
	return parts.map((part, index) => {
		if (!isSlot(part)) {
			return {type: 'text', text: bytesOf(part.replaceAll(/ +/gv, ' '))};
		}

		const following = parts[index + 1];
		return {
			type: 'slot', name: part.replaceAll(/[.\{\}]|:word/gv, ''), takes: takenBy(part),
			stop: following === undefined || isSlot(following) ? undefined : bytesOf(following.replaceAll(/ +/gv, ' ')),
		};
	});
}

const slotPattern = /(?<slot>\{[A-Za-z]+(?:\.{3}|:word)?\})/v;

const isSlot = (part: string): boolean => part.startsWith('{') && part.endsWith('}');

function takenBy(slot: string): SlotPiece['takes'] {
	if (slot === '{time}') {
		return 'time';
	}

	if (slot.endsWith(':word}')) {
		return 'word';
	}

	return slot.endsWith('...}') ? 'most' : 'least';
}
