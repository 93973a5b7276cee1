import {bytesOf} from '../bytes/byte-text.ts';

/** What a piece takes of a line, as numbers: they are compared for each piece of each line. */
export const taking = {text: 0, time: 1, word: 2, name: 3, address: 4, least: 5, most: 6, rest: 7} as const;

/** What must be there, or what a slot takes. All pieces have one shape, so that going through them stays cheap. */
export type Piece = {
	readonly takes: typeof taking[keyof typeof taking];
	/** Of a slot, its name. */
	readonly name: string | undefined;
	/** The text itself, or the text that ends the slot. */
	readonly text: Uint8Array;
	/** How many units the pieces before have. */
	readonly firstUnit: number;
};

/** A folder may hold thousands of files, each with its own reader over the same layouts: what is the same for all is made once. */
const knownPieces = new Map<string, readonly Piece[]>();

export function piecesOnce(pattern: string): readonly Piece[] {
	const pieces = knownPieces.get(pattern) ?? piecesOf(pattern);
	knownPieces.set(pattern, pieces);
	return pieces;
}

/** A unit is a byte of text or a slot. */
export const unitsThrough = ({takes, text, firstUnit}: Piece): number => firstUnit + (takes === taking.text ? text.length : 1);

/** Whether two pieces take a line alike, as far as it can be told without the text behind a slot: that is a piece of its own. */
export function isAlike(one: Piece, other: Piece): boolean {
	const isTextAlike = one.text.length === other.text.length && countSharedBytes(one.text, other.text) === one.text.length;
	return one.takes === other.takes && (isTextAlike || one.takes !== taking.text);
}

export function countSharedBytes(one: Uint8Array, other: Uint8Array): number {
	let count = 0;
	while (count < one.length && one[count] === other[count]) {
		count++;
	}

	return count;
}

function piecesOf(pattern: string): Piece[] {
	const parts = pattern.split(slotPattern).filter(part => part !== '');
	let firstUnit = 0;
	return parts.map((part, index) => {
		const piece = isSlot(part) ? slotOf(part, parts[index + 1]) : {takes: taking.text, name: undefined, text: textBytes(part)};
		const placed = {...piece, firstUnit};
		firstUnit = unitsThrough(placed);
		return placed;
	});
}

function slotOf(part: string, following: string | undefined): Omit<Piece, 'firstUnit'> {
	const isStopped = following !== undefined && !isSlot(following);
	const takes = takenBy(part);
	const hasOwnEnd = isStopped || ownEnds.has(takes);
	return {takes: hasOwnEnd ? takes : taking.rest, name: part.replaceAll(/[.\{\}]|:[a-z]+/gv, ''), text: isStopped ? textBytes(following) : noText};
}

const noText = new Uint8Array(0);

/** Several spaces stand for what one does. */
const textBytes = (text: string): Uint8Array => bytesOf(text.replaceAll(/ +/gv, ' '));

const slotPattern = /(?<slot>\{[A-Za-z]+(?:\.{3}|:word|:name|:address)?\})/v;

const isSlot = (part: string): boolean => part.startsWith('{') && part.endsWith('}');

/** Slots that end by themselves, whatever follows them. */
const ownEnds: ReadonlySet<Piece['takes']> = new Set([taking.time, taking.word, taking.name, taking.address]);

function takenBy(slot: string): Piece['takes'] {
	if (slot === '{time}') {
		return taking.time;
	}

	const kind = /(?<=:)[a-z]+(?=\})/v.exec(slot)?.[0];
	if (kind === undefined) {
		return slot.endsWith('...}') ? taking.most : taking.least;
	}

	return taking[kind as 'word' | 'name' | 'address'];
}
