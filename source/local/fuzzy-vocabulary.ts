import {fuzzyPieces} from '../query/fuzzy-pieces.ts';
import {type FuzzyText, fuzzyText} from '../query/suggest.ts';
import {detailsOfRows, type Timeline} from './event-rows.ts';
import {shownTexts} from './shown-texts.ts';

/** The pieces that the texts of rows consist of. Logs repeat the same words, so each is prepared and matched only once. */
export class FuzzyVocabulary {
	readonly #timeline: Timeline;
	readonly #codes = new Map<string, number>();
	readonly #rowCodes = new Map<number, readonly number[]>();
	readonly #pieces: FuzzyText[] = [];

	constructor(timeline: Timeline) {
		this.#timeline = timeline;
	}

	#codeOf(text: string): number {
		const known = this.#codes.get(text);
		if (known !== undefined) {
			return known;
		}

		const code = this.#pieces.length;
		this.#codes.set(text, code);
		this.#pieces.push(fuzzyText(text));
		return code;
	}

	/** All distinct pieces, by code. */
	get pieces(): readonly FuzzyText[] {
		return this.#pieces;
	}

	get rowCount(): number {
		return this.#rowCodes.size;
	}

	/** The codes of the row's pieces; undefined until the row has been learnt. */
	codesOf(row: number): readonly number[] | undefined {
		return this.#rowCodes.get(row);
	}

	learn(rows: readonly number[]): void {
		for (const {row} of detailsOfRows(this.#timeline, rows, 'everything')) {
			const texts = fuzzyPieces(shownTexts(row)).map(({text}) => text);
			this.#rowCodes.set(row.id, [...new Set(texts)].map(text => this.#codeOf(text)));
		}
	}

	/** Must be called before a row changes. */
	forget(row: number): void {
		this.#rowCodes.delete(row);
	}
}
