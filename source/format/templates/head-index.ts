import {ascii, isWordAt} from '../bytes/byte-text.ts';

/** What begins with a text of its own, or with none. */
type Headed = {readonly head: Uint8Array};

/** Finds by the bytes with which a text begins what may begin so. What any program may write begins in hundreds of ways, and most texts in none of them. */
export class HeadIndex<Item extends Headed> {
	/** For each first byte, those whose head is too short or too loose to be told by more. */
	readonly #byFirst: ReadonlyArray<readonly Item[]>;
	/** The same and those whose head begins so, by the first bytes as one number. */
	readonly #byKey: ReadonlyMap<number, Branch<Item>>;
	/** What its items begin with. */
	readonly heads: readonly Uint8Array[];

	constructor(items: readonly Item[]) {
		this.heads = items.map(({head}) => head);
		const loose = items.filter(({head}) => !hasKey(head));
		const keys = new Set(items.filter(({head}) => hasKey(head)).map(({head}) => keyAt(head, 0)));
		this.#byFirst = Array.from({length: 256}, (_, byte) => loose.filter(({head}) => head.length === 0 || head[0] === byte));
		this.#byKey = new Map([...keys].map(key => [key, new Branch(items.filter(({head}) => hasKey(head) ? keyAt(head, 0) === key : head.length === 0 || head[0] === key >> 16))]));
	}

	/** Those that the text there may begin like, in their order. */
	itemsAt(bytes: Uint8Array, start: number): readonly Item[] {
		return this.#byKey.get(keyAt(bytes, start))?.itemsAt(bytes, start) ?? this.#byFirst[bytes[start] ?? 0]!;
	}
}

/** Items whose heads begin alike (`Failed login`, `Failed password`), by the byte in which they differ first. */
class Branch<Item extends Headed> {
	readonly #items: readonly Item[];
	/** Those with nothing in their head behind what they share. */
	readonly #short: readonly Item[];
	readonly #shared: Uint8Array;
	readonly #byNext: ReadonlyMap<number, readonly Item[]>;

	constructor(items: readonly Item[]) {
		this.#items = items;
		this.#shared = sharedBy(items.map(({head}) => head).filter(head => hasKey(head)));
		const at = this.#shared.length;
		this.#short = items.filter(({head}) => head.length <= at);
		const next = new Set(items.filter(({head}) => head.length > at).map(({head}) => head[at]!));
		this.#byNext = new Map([...next].map(byte => [byte, items.filter(({head}) => head.length <= at || head[at] === byte)]));
	}

	/** A text that does not begin with just these bytes may still have more spaces where a head has one. */
	itemsAt(bytes: Uint8Array, start: number): readonly Item[] {
		const next = bytes[start + this.#shared.length] ?? 0;
		return next === ascii.space || !isWordAt(bytes, start, bytes.length, this.#shared) ? this.#items : this.#byNext.get(next) ?? this.#short;
	}
}

function sharedBy(heads: readonly Uint8Array[]): Uint8Array {
	const [first = new Uint8Array(0)] = heads;
	const end = first.findIndex((byte, at) => heads.some(head => head[at] !== byte));
	return end === -1 ? first : first.subarray(0, end);
}

const keyBytes = 3;

/** A space in a head stands for one or more. */
const hasKey = (head: Uint8Array): boolean => head.length >= keyBytes && !head.subarray(0, keyBytes - 1).includes(ascii.space);

const keyAt = (bytes: Uint8Array, at: number): number => (bytes[at]! << 16) | (bytes[at + 1]! << 8) | bytes[at + 2]!;
