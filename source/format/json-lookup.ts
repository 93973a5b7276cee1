import {afterBlank, endOfValue, jsonKinds, kindOf} from './json-values.ts';
import {JsonMembers} from './json-members.ts';
import {type JsonKey, jsonKey} from './key-names.ts';

/** An object in which members lie, numbered, so that a record's scan of it is found without looking its name up. */
type JsonParent = {readonly number: number; readonly key: JsonKey; readonly outer: JsonParent | undefined};

/** A place inside a record, such as `properties > initiatedBy > user > userPrincipalName`. Of a list, its first element is meant. */
export type JsonPath = {readonly parents: readonly string[]; readonly parent: JsonParent | undefined; readonly key: JsonKey; /** Of the record itself. */ readonly first: JsonKey};

const knownParents = new Map<string, JsonParent>();

export function jsonPath(text: string): JsonPath {
	const names = text.split(' > ');
	const parents = names.slice(0, -1);
	return {parents, parent: jsonParent(parents), key: jsonKey(names.at(-1)!), first: jsonKey(names[0]!)};
}

/** Places that may hold the same thing, the most telling first. */
export type JsonPaths = {readonly number: number; readonly all: readonly JsonPath[]};

let pathsMade = 0;

export const jsonPaths = (...texts: readonly string[]): JsonPaths => ({number: pathsMade++, all: texts.map(text => jsonPath(text))});

function jsonParent(names: readonly string[]): JsonParent | undefined {
	if (names.length === 0) {
		return undefined;
	}

	const outer = jsonParent(names.slice(0, -1));
	const id = names.join(' > ');
	const known = knownParents.get(id) ?? {number: knownParents.size, key: jsonKey(names.at(-1)!), outer};
	knownParents.set(id, known);
	return known;
}

/** An object inside the record, scanned when it is first asked for. */
type Inner = {readonly members: JsonMembers; record: number; isObject: boolean};

/** Fewer paths are looked up sooner than remembered. */
const fewestRemembered = 6;

/** Shapes kept; a log has few. */
const mostShapes = 256;

/** Finds values by path. Only the objects on the way are scanned, each once a record. */
export class JsonLookup {
	readonly #top: JsonMembers;
	/** By the number of the parent. */
	readonly #inner: Array<Inner | undefined> = [];
	/** By the shape of a record, and then by the number of the paths: those that such a record can have. */
	readonly #shapes = new Map<number, Array<readonly JsonPath[] | undefined>>();
	#ofShape: Array<readonly JsonPath[] | undefined> = [];
	#shape = -1;
	#bytes: Uint8Array | undefined;
	#record = 0;
	/** The value found last; of a string, what lies between the quotes. */
	start = 0;
	end = 0;

	constructor(top: JsonMembers) {
		this.#top = top;
	}

	#membersAt(parent: JsonParent | undefined): JsonMembers | undefined {
		if (parent === undefined) {
			return this.#top;
		}

		this.#inner[parent.number] ??= {members: new JsonMembers(), record: 0, isObject: false};
		const inner = this.#inner[parent.number]!;
		if (inner.record !== this.#record) {
			inner.record = this.#record;
			inner.isObject = this.#scan(parent, inner.members);
		}

		return inner.isObject ? inner.members : undefined;
	}

	#scan({key, outer}: JsonParent, into: JsonMembers): boolean {
		const members = this.#membersAt(outer);
		const member = members === undefined ? -1 : members.findValue(key);
		if (member < 0) {
			return false;
		}

		const bytes = this.#bytes!;
		const start = members!.starts[member]!;
		const end = members!.ends[member]!;
		into.forget();
		if (members!.kinds[member] === jsonKinds.object) {
			return into.read(bytes, start, end);
		}

		const first = afterBlank(bytes, start + 1, end);
		return members!.kinds[member] === jsonKinds.array && kindOf(bytes, first, end) === jsonKinds.object
			&& into.read(bytes, first, endOfValue(bytes, first, end, jsonKinds.object));
	}

	/** Turns to the lists of another shape. */
	#turnTo(shape: number): void {
		this.#shape = shape;
		const known = this.#shapes.get(shape);
		this.#ofShape = known ?? [];
		if (known === undefined) {
			this.#shapes.set(shape, this.#ofShape);
		}

		if (this.#shapes.size > mostShapes) {
			this.#shapes.clear();
		}
	}

	/** Turns to a record; false where it is no JSON object. */
	open(bytes: Uint8Array, start: number, end: number): boolean {
		this.#bytes = bytes;
		this.#record++;
		return this.#top.read(bytes, start, end);
	}

	/** Those of the paths whose first name the record has: found out once for all records with the same names. */
	present({number, all}: JsonPaths): readonly JsonPath[] {
		if (all.length < fewestRemembered) {
			return all;
		}

		if (this.#top.shape !== this.#shape) {
			this.#turnTo(this.#top.shape);
		}

		this.#ofShape[number] ??= all.filter(({first}) => this.#top.find(first) >= 0);
		return this.#ofShape[number];
	}

	/** Whether there is a plain value that is not empty at one of the paths; the first one is taken. */
	find(paths: JsonPaths): boolean {
		for (const path of this.present(paths)) {
			if (this.findAt(path)) {
				return true;
			}
		}

		return false;
	}

	/** As `find`, for one path. */
	findAt({parent, key}: JsonPath): boolean {
		const members = this.#membersAt(parent);
		const member = members === undefined ? -1 : members.findValue(key);
		if (member < 0 || members!.kinds[member]! >= jsonKinds.object || members!.ends[member] === members!.starts[member]) {
			return false;
		}

		this.start = members!.starts[member]!;
		this.end = members!.ends[member]!;
		return true;
	}

	/** As `findAt`, for a value of whatever kind: of a list or an object, all its text. */
	findWhole({parent, key}: JsonPath): boolean {
		const members = this.#membersAt(parent);
		const member = members === undefined ? -1 : members.findValue(key);
		if (member >= 0) {
			this.start = members!.starts[member]!;
			this.end = members!.ends[member]!;
		}

		return member >= 0;
	}

	/** Whether the record has a member, of whatever kind, at the path. */
	has({parent, key}: JsonPath): boolean {
		const members = this.#membersAt(parent);
		return members !== undefined && members.find(key) >= 0;
	}
}
