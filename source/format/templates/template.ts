import {afterSpaces, ascii, wordEnd} from '../bytes/byte-text.ts';
import {endOfAddress, endOfName} from './sentence-words.ts';
import {searchEffort} from './search-effort.ts';
import {countSharedBytes, isAlike, type Piece, piecesOnce, taking, unitsThrough} from './template-pieces.ts';

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
		const pieces = this.#pieces;
		let at = start;
		let slot = nextSlot;
		for (let index = first; index < pieces.length; index++) {
			const piece = pieces[index]!;
			if (piece.takes === taking.most) {
				return this.#matchMost(index, at, slot, piece.text);
			}

			const pieceEnd = piece.takes === taking.text ? afterText(this.#bytes, at, this.#end, piece.text) : this.#endOfSlot(at, piece);
			if (pieceEnd < 0) {
				searchEffort.spend(piece.takes === taking.least ? this.#end - at : 0);
				this.brokeAt = piece.firstUnit + ~pieceEnd;
				return false;
			}

			if (piece.takes !== taking.text) {
				searchEffort.spend(pieceEnd - at);
				this.starts[slot] = at;
				this.ends[slot++] = pieceEnd;
			}

			// What ended the slot is text that need not be compared again.
			const isStopped = piece.takes === taking.least;
			at = isStopped ? this.#afterStop(pieceEnd, piece.text) : pieceEnd;
			index += isStopped ? 1 : 0;
		}

		this.brokeAt = noUnit;
		return at === this.#end;
	}

	/** Tries the last place where what follows the slot may begin, then the ones before it. */
	#matchMost(index: number, at: number, slot: number, stop: Uint8Array): boolean {
		let limit = this.#end;
		for (let tries = 0; tries < mostTries && !searchEffort.isSpent; tries++) {
			const stopAt = lastStop(this.#bytes, stop, at, limit);
			searchEffort.spend(limit - Math.max(at, stopAt));
			if (stopAt < 0) {
				this.brokeAt = tries === 0 ? this.#pieces[index]!.firstUnit + ~stopAt : noUnit;
				return false;
			}

			this.starts[slot] = at;
			this.ends[slot] = stopAt;
			if (this.#matchFrom(index + 2, this.#afterStop(stopAt, stop), slot + 1)) {
				return true;
			}

			limit = stopAt + stop.length - 1;
		}

		this.brokeAt = noUnit;
		return false;
	}

	/** Behind the text that ended a slot. */
	#afterStop(stopAt: number, stop: Uint8Array): number {
		const end = stopAt + stop.length;
		return this.#bytes[end - 1] === ascii.space ? afterSpaces(this.#bytes, end, this.#end) : end;
	}

	#endOfSlot(at: number, {takes, text}: Piece): number {
		switch (takes) {
			case taking.time: {
				return this.#readTime === undefined ? -1 : this.#readTime(at, this.#end);
			}

			case taking.word: {
				const next = wordEnd(this.#bytes, at, this.#end);
				return next === at ? -1 : next;
			}

			case taking.name: {
				return endOfName(this.#bytes, at, this.#end);
			}

			case taking.address: {
				return endOfAddress(this.#bytes, at, this.#end);
			}

			case taking.rest: {
				return this.#end;
			}

			case taking.text:
			case taking.most:
			case taking.least: {
				return firstStop(this.#bytes, text, at, this.#end);
			}
		}
	}

	/** How many of its first units are those of another: bytes of text, and slots that take the same. */
	countShared(other: Template): number {
		for (const [index, piece] of this.#pieces.entries()) {
			const like = other.#pieces[index];
			if (like === undefined || !isAlike(piece, like)) {
				return piece.firstUnit + (piece.takes === taking.text && like?.takes === taking.text ? countSharedBytes(piece.text, like.text) : 0);
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
		this.brokeAt = noUnit;
		return !searchEffort.isSpent && this.#matchFrom(0, start, 0);
	}
}

/** Answers where the time that begins at an offset ends, or -1. */
export type ReadTime = (at: number, end: number) => number;

/** A line made to be expensive (a user name of ten thousand ` port `) is given up after so many places. */
const mostTries = 24;

/** Above every unit. */
const noUnit = 0x7F_FF_FF_FF;

/** Offset of the first `stop`, or what `~` makes of how many of its bytes, from the first on, lie nowhere there: no text that begins with them does. */
function firstStop(bytes: Uint8Array, stop: Uint8Array, start: number, end: number): number {
	const first = stop[0];
	let most = 0;
	for (let at = start; at < end; at++) {
		if (bytes[at] !== first) {
			continue;
		}

		const count = countOf(stop, bytes, at, end);
		if (count === stop.length) {
			return at;
		}

		most = Math.max(most, count);
	}

	return ~(most + 1);
}

/** The same of the last one. */
function lastStop(bytes: Uint8Array, stop: Uint8Array, start: number, end: number): number {
	const first = stop[0];
	let most = 0;
	for (let at = end - 1; at >= start; at--) {
		if (bytes[at] !== first) {
			continue;
		}

		const count = countOf(stop, bytes, at, end);
		if (count === stop.length) {
			return at;
		}

		most = Math.max(most, count);
	}

	return ~(most + 1);
}

/** How many bytes of the stop, from the first on, lie there. */
function countOf(stop: Uint8Array, bytes: Uint8Array, at: number, end: number): number {
	const most = Math.min(stop.length, end - at);
	let count = 1;
	while (count < most && bytes[at + count] === stop[count]) {
		count++;
	}

	return count;
}

/** Offset after the text, in which one space stands for one or more, or what `~` makes of the index of its byte that does not lie there. Hot: going through a typed array by `of` costs more than all the rest. */
export function afterText(bytes: Uint8Array, at: number, end: number, text: Uint8Array): number {
	let position = at;
	for (let index = 0; index < text.length; index++) {
		if (position >= end || bytes[position] !== text[index]) {
			// Further spaces are found out where the byte behind the first does not fit.
			position = index > 0 && text[index - 1] === ascii.space ? afterSpaces(bytes, position, end) : position;
			if (position >= end || bytes[position] !== text[index]) {
				return ~index;
			}
		}

		position++;
	}

	return position > at && bytes[position - 1] === ascii.space ? afterSpaces(bytes, position, end) : position;
}
