import type {ByteRun} from '../../domain/event-draft.ts';
import {type JsonKey, jsonKey} from '../bytes/key-names.ts';
import {jsonKinds} from './json-values.ts';
import type {JsonMembers} from './json-members.ts';
import type {Looks} from './unread-members.ts';

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

/** An object inside the record in which it was asked for; none where it has no such object. */
type Inner = {members: JsonMembers | undefined; record: number};

/** Those of some paths that records of one shape can have, each with the record's own member in which it lies. */
export type PresentPaths = {readonly members: Uint16Array; readonly paths: readonly JsonPath[]};

/** Shapes kept; a log has few. */
const mostShapes = 256;

/** Finds values by path. Only the objects on the way are scanned, each once a record. */
export class JsonLookup {
	readonly #top: JsonMembers;
	/** By the number of the parent. */
	readonly #inner: Array<Inner | undefined> = [];
	/** By the shape of a record, and then by the number of the paths. */
	readonly #shapes = new Map<number, Array<PresentPaths | undefined>>();
	#ofShape: Array<PresentPaths | undefined> = [];
	#shape = -1;
	#record = 0;
	#found: JsonMembers;
	#member = -1;
	/** While somebody wants to know what is looked at. */
	#looks: Looks | undefined;
	/** The value found last; of a string, what lies between the quotes. */
	start = 0;
	end = 0;

	constructor(top: JsonMembers) {
		this.#top = top;
		this.#found = top;
	}

	#membersAt(parent: JsonParent | undefined): JsonMembers | undefined {
		if (parent === undefined) {
			return this.#top;
		}

		this.#inner[parent.number] ??= {members: undefined, record: 0};
		const inner = this.#inner[parent.number]!;
		if (inner.record !== this.#record) {
			inner.record = this.#record;
			inner.members = this.#membersAt(parent.outer)?.inside(parent.key);
		}

		return inner.members;
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

	#presentOf({all}: JsonPaths): PresentPaths {
		const paths = all.filter(({first}) => this.#top.find(first) >= 0);
		return {paths, members: Uint16Array.from(paths, ({first}) => this.#top.find(first))};
	}

	/** Takes a member as found, if it is plain. */
	#takePlain(members: JsonMembers, member: number): boolean {
		const isFound = isPlain(members, member);
		if (isFound) {
			this.#take(members, member);
		}

		return isFound;
	}

	#take(members: JsonMembers, member: number): void {
		this.#found = members;
		this.#member = member;
		this.start = members.starts[member]!;
		this.end = members.ends[member]!;
		this.#looks?.values.push(this.start);
	}

	/** Turns to a record; false where it is no JSON object. */
	open(bytes: Uint8Array, start: number, end: number): boolean {
		this.#record++;
		return this.#top.read(bytes, start, end);
	}

	/** Those of the paths whose first name the record has: found out once for all records with the same names. */
	present(paths: JsonPaths): PresentPaths {
		if (this.#top.shape !== this.#shape) {
			this.#turnTo(this.#top.shape);
		}

		this.#ofShape[paths.number] ??= this.#presentOf(paths);
		return this.#ofShape[paths.number]!;
	}

	/** The record's own members in which something lies at one of the paths, whatever it is. */
	held(paths: JsonPaths): number[] {
		const {members, paths: present} = this.present(paths);
		return [...members].filter((_, index) => this.has(present[index]!));
	}

	/** Whether there is a plain value that is not empty at one of the paths; the first one is taken. */
	find(paths: JsonPaths): boolean {
		const present = this.present(paths);
		for (let index = 0; index < present.members.length; index++) {
			if (this.findPresent(present, index)) {
				return true;
			}
		}

		return false;
	}

	/** Whether `find` would find one, whatever its value is. */
	holds(paths: JsonPaths): boolean {
		for (const {parent, key} of this.present(paths).paths) {
			const members = this.#membersAt(parent);
			if (members !== undefined && isPlain(members, members.find(key))) {
				return true;
			}
		}

		return false;
	}

	/** As `find`, of one of the present paths. */
	findPresent({members, paths}: PresentPaths, index: number): boolean {
		const path = paths[index]!;
		return path.parent === undefined ? this.#takePlain(this.#top, members[index]!) : this.findAt(path);
	}

	/** The same of one path. */
	findAt({parent, key}: JsonPath): boolean {
		const members = this.#membersAt(parent);
		return members !== undefined && this.#takePlain(members, members.find(key));
	}

	/** As `findPresent`, for a value of whatever kind: of a list or an object, all its text. */
	findWhole({paths}: PresentPaths, index: number): boolean {
		const {parent, key} = paths[index]!;
		const members = this.#membersAt(parent);
		const member = members === undefined ? -1 : members.findValue(key);
		if (member >= 0) {
			this.#take(members!, member);
			this.#looks?.wholes.push(this.#looks.values.pop()!);
		}

		return member >= 0;
	}

	/** What is looked at while `work` reads the record at hand anew. Cold. */
	looksOf(work: () => void): Looks {
		const looks: Looks = {objects: [], values: [], wholes: [], given: []};
		this.#looks = looks;
		work();
		this.#looks = undefined;
		const objects = this.#inner.filter(inner => inner?.record === this.#record).flatMap(inner => inner?.members ?? []);
		return {...looks, objects: [this.#top, ...objects]};
	}

	/** Whether the value found last is a number. */
	get isNumber(): boolean {
		return this.#found.kinds[this.#member] === jsonKinds.number;
	}

	/** Whether the value found last says just its bytes, without an escape. */
	get isAsWritten(): boolean {
		return this.#found.escapes[this.#member] === 0;
	}

	/** Whether the record has a member, of whatever kind, at the path. */
	has({parent, key}: JsonPath): boolean {
		const members = this.#membersAt(parent);
		return members !== undefined && members.find(key) >= 0;
	}

	/** Sets `run` to what the value found last says. */
	giveTo(run: ByteRun): void {
		this.#looks?.given.push({run, start: this.start, end: this.end});
		this.#found.setText(run, this.#member);
	}
}

/** Neither absent nor null, nor holding nothing. */
const isPlain = (members: JsonMembers, member: number): boolean => member >= 0 && members.kinds[member]! < jsonKinds.null && members.ends[member]! > members.starts[member]!;
