import {isWordAt} from '../bytes/byte-text.ts';
import {isEdge} from './pattern-edges.ts';
import {codes, edges, fieldsPerStep, type ProgramWriter} from './pattern-program.ts';
import type {ByteSet} from './pattern-sets.ts';

/** Steps that one line may cost. Patterns come from third parties, and one that goes back and forth for ever must not hold up reading: such a line is then not of the format. */
const mostSteps = 50_000;

/** On the stack: the step is another way to go on; or it is a group, and the place where it lay before. */
const choice = -1;
const groupPlace = -2;

type Code = (typeof codes)[keyof typeof codes];

/** A run over many bytes costs as much as several steps: one for every 16. */
const bytesPerStepShift = 4;

/** A program of a pattern and how far its matching has come: backtracking, as PCRE does it, with counted steps; a repeated set is one step. */
export class PatternRun {
	readonly #program: Int32Array;
	readonly #sets: readonly ByteSet[];
	/** What to come back to, three numbers each: a step, a place in the bytes, and the least place of a run or one of the two words above. */
	#stack = new Int32Array(3 * 256);
	#top = 0;
	#step = 0;
	#at = 0;
	#spent = 0;
	#bytes = new Uint8Array(0) as Uint8Array;
	#start = 0;
	#end = 0;
	readonly #marks: Int32Array;
	/** Where each group lay in the bytes matched last; -1 where it took no part. */
	readonly starts: Int32Array;
	readonly ends: Int32Array;

	constructor({program, sets, marks}: ProgramWriter, groups: number) {
		this.#program = Int32Array.from(program);
		this.#sets = sets;
		this.#marks = new Int32Array(marks);
		this.starts = new Int32Array(groups);
		this.ends = new Int32Array(groups);
	}

	/** Where the match ends, or -1. What was put on the stack before stays there. */
	#run(program: number, from: number): number {
		const floor = this.#top;
		this.#step = program;
		this.#at = from;
		while (this.#spent++ < mostSteps) {
			if (this.#program[this.#step * fieldsPerStep] === codes.match) {
				this.#top = floor;
				return this.#at;
			}

			if (this.#take()) {
				this.#step++;
			} else if (!this.#turnBack(floor)) {
				return -1;
			}
		}

		this.#top = floor;
		return -1;
	}

	/** Takes the step at hand; false where it does not fit. */
	#take(): boolean {
		const base = this.#step * fieldsPerStep;
		const first = this.#program[base + 1]!;
		const second = this.#program[base + 2]!;
		switch (this.#program[base] as Code) {
			case codes.set: {
				return this.#at < this.#end && this.#sets[first]![this.#bytes[this.#at++]!] === 1;
			}

			case codes.run: {
				return this.#takeRun(this.#sets[first]!, second, this.#program[base + 3]!);
			}

			case codes.split: {
				this.#push(second, this.#at, choice);
				this.#step = first - 1;
				return true;
			}

			case codes.jump: {
				this.#step = first - 1;
				return true;
			}

			case codes.open: {
				this.#push(first, this.starts[first]!, groupPlace);
				this.starts[first] = this.#at;
				return true;
			}

			case codes.close: {
				this.#push(first + this.starts.length, this.ends[first]!, groupPlace);
				this.ends[first] = this.#at;
				return true;
			}

			case codes.edge: {
				return isEdge(edges[first]!, this.#bytes, {at: this.#at, start: this.#start, end: this.#end});
			}

			case codes.behind:
			case codes.notBehind: {
				const isBehind = this.#at > this.#start && this.#sets[first]![this.#bytes[this.#at - 1]!] === 1;
				return isBehind === (this.#program[base] === codes.behind);
			}

			case codes.again: {
				return this.#takeAgain(this.starts[first]!, this.ends[first]!);
			}

			case codes.progress: {
				// A repeat whose body took nothing would go round for ever.
				const isMoved = second === 0 || this.#marks[first] !== this.#at;
				this.#marks[first] = this.#at;
				return isMoved;
			}

			case codes.ahead:
			case codes.notAhead:
			case codes.atomic:
			case codes.match: {
				return this.#takeInner(this.#program[base]!, first);
			}
		}
	}

	#takeAgain(start: number, end: number): boolean {
		const isThere = start >= 0 && isWordAt(this.#bytes, this.#at, this.#end, this.#bytes.subarray(start, end));
		this.#at += isThere ? end - start : 0;
		return isThere;
	}

	#takeRun(set: ByteSet, count: number, limit: number): boolean {
		const bytes = this.#bytes;
		const start = this.#at;
		const end = limit < 0 ? this.#end : Math.min(this.#end, start + limit);
		let at = start;
		while (at < end && set[bytes[at]!] === 1) {
			at++;
		}

		this.#at = at;
		this.#spent += (at - start) >>> bytesPerStepShift;
		if (at > start + count) {
			this.#push(this.#step + 1, at - 1, start + count);
		}

		return at >= start + count;
	}

	/** A program inside the program: what is ahead, or what is never gone back into. */
	#takeInner(code: number, next: number): boolean {
		const before = this.#at;
		const end = this.#run(this.#step + 1, before);
		this.#step = next - 1;
		this.#at = code === codes.atomic ? end : before;
		return (end >= 0) === (code !== codes.notAhead);
	}

	#push(where: number, place: number, least: number): void {
		if (this.#top + 3 > this.#stack.length) {
			const larger = new Int32Array(this.#stack.length * 2);
			larger.set(this.#stack);
			this.#stack = larger;
		}

		this.#stack[this.#top++] = where;
		this.#stack[this.#top++] = place;
		this.#stack[this.#top++] = least;
	}

	/** Goes back to the last place where there was a choice; false where there is none above `floor`. */
	#turnBack(floor: number): boolean {
		const stack = this.#stack;
		while (this.#top > floor) {
			const top = this.#top;
			const least = stack[top - 1]!;
			const place = stack[top - 2]!;
			if (least === groupPlace) {
				this.#putBack(stack[top - 3]!, place);
				this.#top -= 3;
				continue;
			}

			this.#step = stack[top - 3]!;
			this.#at = place;
			if (least !== choice && place > least) {
				stack[top - 2] = place - 1;
			} else {
				this.#top -= 3;
			}

			return true;
		}

		return false;
	}

	#putBack(group: number, place: number): void {
		if (group < this.starts.length) {
			this.starts[group] = place;
		} else {
			this.ends[group - this.starts.length] = place;
		}
	}

	/** The steps that a line may cost are counted from here. */
	begin(): void {
		this.#spent = 0;
	}

	get isSpent(): boolean {
		return this.#spent > mostSteps;
	}

	/** Whether the program fits at `at`, between `start` and `end` of the bytes. */
	matchAt(bytes: Uint8Array, at: number, start: number, end: number): boolean {
		this.#bytes = bytes;
		this.#start = start;
		this.#end = end;
		this.starts.fill(-1);
		this.ends.fill(-1);
		this.#top = 0;
		return this.#run(0, at) >= 0;
	}
}
