import type {Category} from '../../domain/category.ts';
import type {Format} from '../format.ts';
import type {Codes} from '../vocabulary/action-codes.ts';
import type {JsonLookup, JsonPaths} from './json-lookup.ts';

/** What a source's own word is in our tables, by the bytes of the word. */
export type CodeOf = (bytes: Uint8Array, start: number, end: number) => number;

/** What it was, and how it ended where that goes with it. */
export type ToldCodes = Codes & {readonly result?: number};

/** A JSON format as data: which records are its own, and where they keep what the columns need. */
export type JsonMapping = {
	readonly name: string;
	readonly title: string;
	readonly members: NonNullable<Format['members']>;
	/** Whether a record with these members is one of this format's, where having them does not say it. */
	isOwn?(lookup: JsonLookup, bytes: Uint8Array): boolean;
	readonly time: JsonPaths;
	/** The nanoseconds within the second that `time` names. */
	readonly nanos?: JsonPaths;
	readonly user: JsonPaths;
	/** What stands there in place of a name where nobody is known; a dash always does. */
	readonly nobodies?: readonly string[];
	/** Who signed in or out, where such a record names others too. */
	readonly userOfLogin?: JsonPaths;
	readonly host: JsonPaths;
	/** Each of these may name a device. */
	readonly devices: JsonPaths;
	readonly severity: JsonPaths;
	readonly result: JsonPaths;
	/** Where it hangs on the record which of its members tell how it ended. */
	resultsIn?(lookup: JsonLookup): JsonPaths;
	readonly action: JsonPaths;
	/** The source's own word for what happened, where that is not what `action` finds. */
	readonly type?: JsonPaths;
	readonly severityOf: CodeOf;
	readonly resultOf: CodeOf;
	/** The column codes of an action, given the source's word for it and the result. */
	codesOf(bytes: Uint8Array, start: number, end: number, result: number): Codes;
	/** The same, where what the record has says more than any one word; undefined leaves it to the word. */
	codesIn?(lookup: JsonLookup, bytes: Uint8Array, result: number): ToldCodes | undefined;
	readonly defaultCategory: Category;
	/** The message is the first of these fields; the record's own text where it has none. */
	readonly message: readonly string[];
	/** Own names, as dotted paths, for what other formats tell too. */
	readonly fieldNames: ReadonlyArray<readonly [own: string, ours: string]>;
	/** Records that agree in all of these are one event (the start and the end of an operation); one without the first belongs to none. */
	readonly joinedBy?: JsonPaths;
	/** The stage of the operation that the word for its result means; the last one tells the most. */
	readonly stageOf?: CodeOf;
};
