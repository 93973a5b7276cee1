import {afterBlank, endOfValue, jsonKinds, kindOf} from './json-values.ts';
import {type JsonKey, jsonKey, JsonMembers} from './json-members.ts';

/** A place inside a record, such as `properties > initiatedBy > user > userPrincipalName`. Of a list, its first element is meant. */
export type JsonPath = {readonly parents: readonly string[]; readonly key: JsonKey};

export function jsonPath(text: string): JsonPath {
	const names = text.split(' > ');
	return {parents: names.slice(0, -1), key: jsonKey(names.at(-1)!)};
}

export const jsonPaths = (...texts: readonly string[]): readonly JsonPath[] => texts.map(text => jsonPath(text));

/** An object inside the record, scanned when it is first asked for. */
type Inner = {readonly key: JsonKey; readonly parent: Inner | undefined; readonly members: JsonMembers; record: number; isObject: boolean};

/** Finds values by path. Only the objects on the way are scanned, each once a record. */
export class JsonLookup {
	readonly #top: JsonMembers;
	readonly #inner = new Map<string, Inner>();
	#bytes: Uint8Array | undefined;
	#record = 0;
	/** The value found last; of a string, what lies between the quotes. */
	start = 0;
	end = 0;

	constructor(top: JsonMembers) {
		this.#top = top;
	}

	#membersAt(parents: readonly string[]): JsonMembers | undefined {
		if (parents.length === 0) {
			return this.#top;
		}

		const inner = this.#innerAt(parents);
		if (inner.record !== this.#record) {
			inner.record = this.#record;
			inner.isObject = this.#scan(inner);
		}

		return inner.isObject ? inner.members : undefined;
	}

	#scan({key, parent, members}: Inner): boolean {
		const outer = parent === undefined ? this.#top : this.#scanned(parent);
		const member = outer === undefined ? -1 : outer.findValue(key);
		if (member < 0) {
			return false;
		}

		const bytes = this.#bytes!;
		const start = outer!.starts[member]!;
		const end = outer!.ends[member]!;
		members.forget();
		if (outer!.kinds[member] === jsonKinds.object) {
			return members.read(bytes, start, end);
		}

		const first = afterBlank(bytes, start + 1, end);
		return outer!.kinds[member] === jsonKinds.array && kindOf(bytes, first, end) === jsonKinds.object
			&& members.read(bytes, first, endOfValue(bytes, first, end, jsonKinds.object));
	}

	#scanned(inner: Inner): JsonMembers | undefined {
		if (inner.record !== this.#record) {
			inner.record = this.#record;
			inner.isObject = this.#scan(inner);
		}

		return inner.isObject ? inner.members : undefined;
	}

	#innerAt(names: readonly string[]): Inner {
		const id = names.join(' > ');
		const known = this.#inner.get(id);
		if (known !== undefined) {
			return known;
		}

		const parent = names.length === 1 ? undefined : this.#innerAt(names.slice(0, -1));
		const inner = {key: jsonKey(names.at(-1)!), parent, members: new JsonMembers(), record: 0, isObject: false};
		this.#inner.set(id, inner);
		return inner;
	}

	/** Turns to a record; false where it is no JSON object. */
	open(bytes: Uint8Array, start: number, end: number): boolean {
		this.#bytes = bytes;
		this.#record++;
		return this.#top.read(bytes, start, end);
	}

	/** Whether there is a plain value that is not empty at one of the paths; the first one is taken. */
	find(paths: readonly JsonPath[]): boolean {
		for (const {parents, key} of paths) {
			const members = this.#membersAt(parents);
			const member = members === undefined ? -1 : members.findValue(key);
			if (member >= 0 && members!.kinds[member]! < jsonKinds.object && members!.ends[member]! > members!.starts[member]!) {
				this.start = members!.starts[member]!;
				this.end = members!.ends[member]!;
				return true;
			}
		}

		return false;
	}

	/** Whether the record has a member, of whatever kind, at the path. */
	has({parents, key}: JsonPath): boolean {
		const members = this.#membersAt(parents);
		return members !== undefined && members.find(key) >= 0;
	}
}
