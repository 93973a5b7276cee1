import type {Format} from '../format.ts';
import {type JsonKey, jsonKey} from '../bytes/key-names.ts';
import type {JsonMembers} from './json-members.ts';

/** Keys of which a record has all of one list, or is not the format's. */
export type KeyLists = ReadonlyArray<readonly JsonKey[]>;

export const keyLists = (members: NonNullable<Format['members']>): KeyLists => members.map(names => names.map(name => jsonKey(name)));

/** Whether the record at hand has all keys of one of the lists. */
export function hasOneOf(lists: KeyLists, json: JsonMembers): boolean {
	for (const keys of lists) {
		if (hasAll(keys, json)) {
			return true;
		}
	}

	return false;
}

function hasAll(keys: readonly JsonKey[], json: JsonMembers): boolean {
	for (const key of keys) {
		if (json.find(key) < 0) {
			return false;
		}
	}

	return true;
}

/** Shapes kept; a log has few. */
const mostShapes = 256;

/**
Which formats a line that may be JSON can be of, told by the names that its object has: one walk over its bytes answers for all JSON formats, and the
names are compared once for all records that have the same ones.
*/
export class JsonCandidates {
	readonly #json: JsonMembers;
	readonly #members: ReadonlyArray<KeyLists | undefined>;
	/** By row, of the user's formats: the keys that tell how well one fits. */
	readonly #spokenOf: ReadonlyArray<readonly JsonKey[] | undefined>;
	/** By row, 1 for the formats that any line may be of, as far as this can tell. */
	readonly #ofNoObject: Uint8Array;
	readonly #byShape = new Map<number, Uint8Array>();
	#shape = -1;
	#ofShape: Uint8Array;

	/** With `only`, that format does not compete with others. */
	constructor(formats: readonly Format[], json: JsonMembers, only: number) {
		this.#json = json;
		this.#members = formats.map(({members}) => members === undefined ? undefined : keyLists(members));
		this.#spokenOf = formats.map(({speaksOf, isOnlyWhenNamed}) => isOnlyWhenNamed === true || only >= 0 ? undefined : speaksOf?.map(name => jsonKey(name)));
		this.#ofNoObject = Uint8Array.from(formats, ({framing}) => framing === 'json' ? 0 : 1);
		this.#ofShape = this.#ofNoObject;
	}

	#turnTo(shape: number): void {
		if (this.#byShape.size > mostShapes) {
			this.#byShape.clear();
		}

		this.#shape = shape;
		this.#ofShape = this.#byShape.get(shape) ?? this.#rowsOfShape();
		this.#byShape.set(shape, this.#ofShape);
	}

	/** Those that have their names in it; of the user's own only those that speak of most names, as in lnav. */
	#rowsOfShape(): Uint8Array {
		const rows = Uint8Array.from(this.#members, lists => lists === undefined || hasOneOf(lists, this.#json) ? 1 : 0);
		const fits = this.#spokenOf.map((keys, row) => keys === undefined || rows[row] === 0 ? -1 : keys.filter(key => this.#json.find(key) >= 0).length);
		const best = Math.max(...fits);
		return rows.map((isCandidate, row) => fits[row] === -1 || fits[row] === best ? isCandidate : 0);
	}

	/** By row, 1 for each format that may be the line's. */
	rows(bytes: Uint8Array, start: number, end: number): Uint8Array {
		if (!this.#json.read(bytes, start, end)) {
			return this.#ofNoObject;
		}

		if (this.#json.shape !== this.#shape) {
			this.#turnTo(this.#json.shape);
		}

		return this.#ofShape;
	}
}
