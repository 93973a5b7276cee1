import {latinText} from '../bytes/byte-text.ts';
import type {JsonMembers} from '../json/json-members.ts';
import {jsonKinds} from '../json/json-values.ts';
import {isTimeName} from './time-names.ts';

/** Shapes kept; a log has few. */
const mostShapes = 256;

/** The members of objects that are likely points in time, where none has a name that loggers commonly use: `EdgeStartTimestamp`, `started_at`. */
export class TimeMembers {
	readonly #json: JsonMembers;
	readonly #byShape = new Map<number, readonly number[]>();

	constructor(json: JsonMembers) {
		this.#json = json;
	}

	#named(bytes: Uint8Array): readonly number[] {
		const {count, keyStarts, keyEnds} = this.#json;
		return Array.from({length: count}, (_, member) => member).filter(member => isMomentName(latinText(bytes, keyStarts[member]!, keyEnds[member]!)));
	}

	/** Those of the object at hand that hold a text or a number, in its order. */
	in(bytes: Uint8Array): readonly number[] {
		const {shape, kinds} = this.#json;
		const named = this.#byShape.get(shape) ?? this.#named(bytes);
		if (this.#byShape.size > mostShapes) {
			this.#byShape.clear();
		}

		this.#byShape.set(shape, named);
		return named.filter(member => kinds[member] === jsonKinds.string || kinds[member] === jsonKinds.number);
	}
}

/** Capitals and underscores part the words of a name: `createdAt`, `created_at`. */
const isMomentName = (name: string): boolean => /(?:_at|[a-z]At)$/v.test(name) || isTimeName(name.toLowerCase().replaceAll(/[^\da-z]/gv, ''));
