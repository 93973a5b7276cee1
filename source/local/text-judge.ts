import type {TextTerm} from '../query/compile-terms.ts';
import type {Condition} from '../query/condition.ts';
import {type Matched, matchTerm} from '../query/match-text.ts';
import type {RecordChunk} from '../query/record-chunk.ts';
import type {EventStore} from '../store/event-store.ts';
import {placeOfRow} from '../store/segment.ts';
import {nameOf, type PatternThread} from './pattern-thread.ts';
import {type ReadRows, readTogether} from './record-chunks.ts';
import type {RecordReader} from './record-reader.ts';
import {takeSteps} from './turns.ts';

/** What reading records told. Nothing is known about the rows left unjudged; `trouble` says why. */
export type Verdict = {readonly misfits: number[]; readonly unjudged: number[]; trouble: string | undefined};

type PatternTerm = TextTerm & {readonly type: 'regex'};

type Finding = {readonly term: TextTerm; readonly found: Uint8Array | undefined};

/** Decides by the text of records what columns cannot. */
export class TextJudge {
	readonly #store: EventStore;
	readonly #reader: RecordReader;
	readonly #patterns: PatternThread;

	constructor(store: EventStore, reader: RecordReader, patterns: PatternThread) {
		this.#store = store;
		this.#reader = reader;
		this.#patterns = patterns;
	}

	async #judgePiece({rows, chunk}: ReadRows, terms: readonly TextTerm[], verdict: Verdict): Promise<void> {
		if (chunk === undefined) {
			verdict.unjudged.push(...rows);
			verdict.trouble ??= 'Some events could not be searched, because the bytes of their records were let go';
			return;
		}

		const matched = this.#matchedOf(rows, chunk);
		for await (const {term, found} of this.#findings(terms, matched)) {
			if (found === undefined) {
				verdict.unjudged.push(...rows);
				verdict.trouble ??= `${nameOf(term as PatternTerm)} took too long on one piece of text and was stopped`;
				return;
			}

			const unwanted = term.isNegated ? 1 : 0;
			for (const [index, mark] of found.entries()) {
				matched.open[index]! &= mark === unwanted ? 0 : 1;
			}
		}

		verdict.misfits.push(...rows.filter((_, index) => matched.open[index] === 0));
	}

	/**
	Each term looks only at records that the terms before it let through.
	@yields What a term finds; nothing where it was stopped.
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
			open: new Uint8Array(rows.length).fill(1),
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

	/** In the record's own text; where that holds escapes, in its message as well. */
	async #matchPattern({pattern, flags}: PatternTerm, {chunk, describe, open}: Matched): Promise<Uint8Array | undefined> {
		const plain = open.keys().filter(index => open[index] === 1).toArray();
		const owners = [...plain, ...plain.filter(index => chunk.hasEscapes(index))];
		const texts = owners.map((index, place) => place < plain.length ? chunk.decoded(index) : describe(index).message);
		const matches = await this.#patterns.match({pattern, flags, texts, mostMatches: 1});
		if (matches === undefined) {
			return undefined;
		}

		const found = new Uint8Array(open.length);
		for (let at = 0; at < matches.length; at += 3) {
			found[owners[matches[at]!]!] = 1;
		}

		return found;
	}

	/** Judges rows by their text, a piece at a time. */
	async judge(rows: readonly number[], terms: readonly TextTerm[]): Promise<Verdict> {
		const verdict: Verdict = {misfits: [], unjudged: [], trouble: undefined};
		const pieces = readTogether(this.#store, this.#reader, rows);
		await takeSteps(async () => {
			const piece = pieces.next();
			if (piece.done === true) {
				return 'last';
			}

			await this.#judgePiece(piece.value, terms, verdict);
			return 'more';
		});
		return verdict;
	}
}
