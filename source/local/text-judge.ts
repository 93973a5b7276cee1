import type {TextTerm} from '../query/compile-terms.ts';
import type {Condition} from '../query/condition.ts';
import {type Matched, matchTerm} from '../query/match-text.ts';
import type {RecordChunk} from '../query/record-chunk.ts';
import type {EventStore} from '../store/event-store.ts';
import {placeOfRow} from '../store/segment.ts';
import type {PatternStop} from './match-texts.ts';
import {nameOf, type PatternThread} from './pattern-thread.ts';
import {type ReadRows, readTogether} from './record-chunks.ts';
import type {RecordReader} from './record-reader.ts';
import {takeSteps} from './turns.ts';

/** The verdict on a row. */
export const judged = {misfit: 0, fit: 1, unknown: 2} as const;

/** The verdicts on the rows asked about. Where some are unknown, `trouble` says why. */
export type Verdict = {readonly marks: Uint8Array; trouble: string | undefined};

/** Rows read together, and the place of their verdicts. */
type Piece = ReadRows & {readonly marks: Uint8Array};

type PatternTerm = TextTerm & {readonly type: 'regex'};

type Finding = {readonly term: TextTerm; readonly found: Uint8Array | PatternStop};

const whyStopped: Readonly<Record<PatternStop, string>> = {
	'too-long': 'took too long on one piece of text and was stopped',
	'too-much': 'needs more memory than it may have on one piece of text',
};

/** Judges rows by the text of their records where columns cannot. */
export class TextJudge {
	readonly #store: EventStore;
	readonly #reader: RecordReader;
	readonly #patterns: PatternThread;

	constructor(store: EventStore, reader: RecordReader, patterns: PatternThread) {
		this.#store = store;
		this.#reader = reader;
		this.#patterns = patterns;
	}

	async #judgePiece({rows, chunk, marks}: Piece, terms: readonly TextTerm[], verdict: Verdict): Promise<void> {
		if (chunk === undefined) {
			marks.fill(judged.unknown);
			verdict.trouble ??= 'Some events could not be searched, because the bytes of their records are no longer kept';
			return;
		}

		const matched = this.#matchedOf(rows, chunk);
		for await (const {term, found} of this.#findings(terms, matched)) {
			if (typeof found === 'string') {
				marks.fill(judged.unknown);
				verdict.trouble ??= `${nameOf(term as PatternTerm)} ${whyStopped[found]}`;
				return;
			}

			keepOpen(matched.open, found, term.isNegated ? 0 : 1);
		}

		marks.set(matched.open);
	}

	/**
	Each term looks only at records that the terms before it let through.
	@yields What a term finds, or why it was given up.
	*/
	async * #findings(terms: readonly TextTerm[], matched: Matched): AsyncGenerator<Finding> {
		for (const term of terms) {
			if (matched.open.includes(1)) {
				yield this.#find(term, matched);
			}
		}
	}

	async #find(term: TextTerm, matched: Matched): Promise<Finding> {
		return {term, found: term.type === 'regex' ? await this.#matchPattern(term, matched) : matchTerm(term, matched)};
	}

	#matchedOf(rows: readonly number[], chunk: RecordChunk): Matched {
		const described = new Map<number, ReturnType<RecordReader['describe']>>();
		return {
			chunk,
			open: new Uint8Array(rows.length).fill(judged.fit),
			describe: index => {
				const words = described.get(index) ?? this.#reader.describe(rows[index]!, chunk.bytesOf(index));
				described.set(index, words);
				return words;
			},
			markShown: ({shownIn}, found) => {
				for (const condition of shownIn) {
					this.#markFits(condition, rows, found);
				}
			},
		};
	}

	#markFits(condition: Condition, rows: readonly number[], found: Uint8Array): void {
		if (!condition.hasFit) {
			return;
		}

		const table = condition.table();
		for (const [index, row] of rows.entries()) {
			found[index]! |= table[condition.codesIn(this.#store.segmentOf(row))[placeOfRow(row)]!] === 0 ? 1 : 0;
		}
	}

	/** Looks in the record's own text and, if that has escapes, in its message as well. */
	async #matchPattern({pattern, flags}: PatternTerm, {chunk, describe, open}: Matched): Promise<Uint8Array | PatternStop> {
		const plain = open.keys().filter(index => open[index] === 1).toArray();
		const owners = [...plain, ...plain.filter(index => chunk.hasEscapes(index))];
		const texts = owners.map((index, place) => place < plain.length ? chunk.decoded(index) : describe(index).message);
		const matches = await this.#patterns.match({pattern, flags, texts, mostMatches: 1});
		if (typeof matches === 'string') {
			return matches;
		}

		const found = new Uint8Array(open.length);
		for (let at = 0; at < matches.length; at += 3) {
			found[owners[matches[at]!]!] = 1;
		}

		return found;
	}

	/** Judges rows by their texts, one piece at a time. */
	async judge(rows: readonly number[], terms: readonly TextTerm[]): Promise<Verdict> {
		const verdict: Verdict = {marks: new Uint8Array(rows.length), trouble: undefined};
		const pieces = readTogether(this.#store, this.#reader, rows);
		let first = 0;
		await takeSteps(async () => {
			const piece = pieces.next();
			if (piece.done === true) {
				return 'last';
			}

			const end = first + piece.value.rows.length;
			await this.#judgePiece({...piece.value, marks: verdict.marks.subarray(first, end)}, terms, verdict);
			first = end;
			return 'more';
		});
		return verdict;
	}
}

/** Closes the records that a term does not match. `open` marks those still open. */
function keepOpen(open: Uint8Array, found: Uint8Array, wanted: number): void {
	for (let index = 0; index < open.length; index++) {
		open[index]! &= found[index] === wanted ? judged.fit : judged.misfit;
	}
}
