import {codes, ProgramWriter} from './pattern-program.ts';
import {PatternRun} from './pattern-run.ts';
import {parsePattern} from './pattern-syntax.ts';

/**
A pattern that can be matched in bounded time. It is written by hand because the machine's own expressions cannot be stopped,
and formats are read in the thread that answers the screen.
*/
export class Pattern {
	readonly #run: PatternRun;
	readonly names: readonly string[];
	/** Where each named group lay in the bytes matched last; -1 where it took no part. */
	readonly starts: Int32Array;
	readonly ends: Int32Array;

	/** Throws `PatternTrouble` for what it does not understand. */
	constructor(text: string) {
		const {tree, names} = parsePattern(text);
		const writer = new ProgramWriter();
		writer.write(tree);
		writer.add(codes.match, 0, 0, 0);
		this.#run = new PatternRun(writer, names.length);
		this.names = names;
		this.starts = this.#run.starts;
		this.ends = this.#run.ends;
	}

	/** Whether the pattern fits at the head of the run. False as well where that cannot be told in time. */
	match(bytes: Uint8Array, start: number, end: number): boolean {
		this.#run.begin();
		return this.#run.matchAt(bytes, start, start, end);
	}

	/** Whether the pattern fits anywhere in the run. */
	find(bytes: Uint8Array, start: number, end: number): boolean {
		this.#run.begin();
		for (let at = start; at <= end && !this.#run.isSpent; at++) {
			if (this.#run.matchAt(bytes, at, start, end)) {
				return true;
			}
		}

		return false;
	}
}
