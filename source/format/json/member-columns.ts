import type {JsonKind} from './json-values.ts';

const initialMembers = 64;

/** Members kept of one object; a record with more keeps them in its raw text. */
export const mostMembers = 4096;

/** Where the members of one object lie, a column each for what is known of them. Reused for every object. */
export class MemberColumns {
	count = 0;
	kinds = new Uint8Array(initialMembers);
	/** 1 for the values that may not be their bytes: strings with an escape, and what holds strings. */
	escapes = new Uint8Array(initialMembers);
	keyStarts = new Uint32Array(initialMembers);
	keyEnds = new Uint32Array(initialMembers);
	/** Of a string: what lies between the quotes. */
	starts = new Uint32Array(initialMembers);
	ends = new Uint32Array(initialMembers);

	#grow(): void {
		const size = this.kinds.length * 2;
		this.kinds = grown(this.kinds, new Uint8Array(size));
		this.escapes = grown(this.escapes, new Uint8Array(size));
		this.keyStarts = grown(this.keyStarts, new Uint32Array(size));
		this.keyEnds = grown(this.keyEnds, new Uint32Array(size));
		this.starts = grown(this.starts, new Uint32Array(size));
		this.ends = grown(this.ends, new Uint32Array(size));
	}

	/** Keeps a value, whose key is told later, unless there are too many. */
	keepValue(kind: JsonKind, start: number, end: number, escape: 0 | 1): void {
		const {count} = this;
		if (count === mostMembers) {
			return;
		}

		if (count === this.kinds.length) {
			this.#grow();
		}

		this.kinds[count] = kind;
		this.escapes[count] = escape;
		this.starts[count] = start;
		this.ends[count] = end;
		this.count = count + 1;
	}
}

function grown<Column extends Uint8Array | Uint32Array>(from: Column, to: Column): Column {
	to.set(from);
	return to;
}
