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
	readonly names: readonly string[];
	/** Where each slot lay in the line matched last. */
	readonly starts: Int32Array;
	readonly ends: Int32Array;
	readonly #pieces: readonly Piece[];

	constructor(pattern: string) {
		this.#pieces = piecesOf(pattern);
		this.names = this.#pieces.flatMap(piece => piece.type === 'slot' ? [piece.name] : []);
		this.starts = new Int32Array(this.names.length);
		this.ends = new Int32Array(this.names.length);
	}

	/** The number of a slot, -1 where the pattern has none of that name. */
	slot(name: string): number {
		return this.names.indexOf(name);
	}

	/** Whether the line is laid out like this. `readTime` answers where the time that begins at an offset ends, or -1. */
	match(bytes: Uint8Array, start: number, end: number, readTime?: ReadTime): boolean {
		return this.#matchFrom(0, {bytes, at: start, end, slot: 0}, readTime);
	}

	#matchFrom(first: number, {bytes, at, end, slot}: Place, readTime: ReadTime | undefined): boolean {
		for (let index = first; index < this.#pieces.length; index++) {
			const piece = this.#pieces[index]!;
			if (piece.type === 'text') {
				at = afterText(bytes, at, end, piece.text);
			} else if (piece.takes === 'most' && piece.stop !== undefined) {
				return this.#matchMost(index, {bytes, at, end, slot}, piece.stop, readTime);
			} else {
				const slotEnd = endOfSlot(bytes, at, end, piece, readTime);
				this.starts[slot] = at;
				this.ends[slot++] = slotEnd;
				at = slotEnd;
			}

			if (at < 0) {
				return false;
			}
		}

		return at === end;
	}

	/** Tries the last place where what follows the slot may begin, then the ones before it. */
	#matchMost(index: number, {bytes, at, end, slot}: Place, stop: Uint8Array, readTime: ReadTime | undefined): boolean {
		let limit = end;
		for (let tries = 0; tries < mostTries; tries++) {
			const stopAt = lastWord(bytes, stop, at, limit);
			if (stopAt < 0) {
				return false;
			}

			this.starts[slot] = at;
			this.ends[slot] = stopAt;
			if (this.#matchFrom(index + 1, {bytes, at: stopAt, end, slot: slot + 1}, readTime)) {
				return true;
			}

			limit = stopAt + stop.length - 1;
		}

		return false;
	}
}

type ReadTime = (at: number, end: number) => number;

type Place = {readonly bytes: Uint8Array; at: number; readonly end: number; slot: number};

/** A line made to be expensive (a user name of ten thousand ` port `) is given up after so many places. */
const mostTries = 24;

type Piece =
	| {readonly type: 'text'; readonly text: Uint8Array}
	| {
		readonly type: 'slot';
		readonly name: string;
		readonly takes: 'least' | 'most' | 'word' | 'time';
		/** The text that ends it; undefined for the last one. */
		readonly stop: Uint8Array | undefined;
	};

/** Offset after the text, or -1 where it does not lie at `at`. */
function afterText(bytes: Uint8Array, at: number, end: number, text: Uint8Array): number {
	let position = at;
	for (let index = 0; index < text.length; index++) {
		if (position >= end || bytes[position] !== text[index]) {
			return -1;
		}

		position = text[index] === ascii.space ? afterSpaces(bytes, position, end) : position + 1;
	}

	return position;
}

function endOfSlot(bytes: Uint8Array, at: number, end: number, piece: Piece & {type: 'slot'}, readTime: ReadTime | undefined): number {
	switch (piece.takes) {
		case 'time': {
			return readTime === undefined ? -1 : readTime(at, end);
		}

		case 'word': {
			const next = wordEnd(bytes, at, end);
			return next === at ? -1 : next;
		}

		default: {
			return piece.stop === undefined ? end : stopOf(bytes, piece.stop, at, end);
		}
	}
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

const slotPattern = /(\{[A-Za-z]+(?:\.{3}|:word)?\})/v;

const isSlot = (part: string): boolean => part.startsWith('{') && part.endsWith('}');

function takenBy(slot: string): 'least' | 'most' | 'word' | 'time' {
	if (slot === '{time}') {
		return 'time';
	}

	if (slot.endsWith(':word}')) {
		return 'word';
	}

	return slot.endsWith('...}') ? 'most' : 'least';
}
