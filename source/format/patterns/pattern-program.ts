import type {ByteSet} from './pattern-sets.ts';
import type {PatternNode} from './pattern-syntax.ts';
import {PatternTrouble} from './pattern-trouble.ts';

/** Steps of a program; a repeat of a repeat of a thousand would fill memory. */
const longestProgram = 20_000;

/** What a step does. A step is a code and three numbers. */
export const codes = {set: 0, run: 1, split: 2, jump: 3, open: 4, close: 5, edge: 6, ahead: 7, notAhead: 8, atomic: 9, progress: 10, match: 11, behind: 12, notBehind: 13, again: 14} as const;
export const edges = ['start', 'end', 'word', 'no-word'] as const;
export const fieldsPerStep = 4;

/** Writes the program of a tree. */
export class ProgramWriter {
	readonly program: number[] = [];
	readonly sets: ByteSet[] = [];
	marks = 0;

	get #next(): number {
		return this.program.length / fieldsPerStep;
	}

	#point(step: number, field: number): void {
		this.program[(step * fieldsPerStep) + field] = this.#next;
	}

	#choice(options: readonly PatternNode[]): void {
		const exits: number[] = [];
		for (const [index, option] of options.entries()) {
			const split = index < options.length - 1 ? this.add(codes.split, this.#next + 1, 0, 0) : -1;
			this.write(option);
			if (split < 0) {
				continue;
			}

			exits.push(this.add(codes.jump, 0, 0, 0));
			this.#point(split, 2);
		}

		for (const exit of exits) {
			this.#point(exit, 1);
		}
	}

	#repeat(node: PatternNode & {readonly type: 'repeat'}): void {
		const {body, least, most, takes} = node;
		if (takes === 'all') {
			this.#inside(codes.atomic, {...node, takes: 'most'});
		} else if (takes === 'most' && body.type === 'set') {
			this.add(codes.run, this.#set(body.set), least, most === Infinity ? -1 : most);
		} else {
			for (let time = 0; time < least; time++) {
				this.write(body);
			}

			this.#optional(body, most - least, takes === 'least');
		}
	}

	/** The part of a repeat that may be left out. */
	#optional(body: PatternNode, times: number, isLeast: boolean): void {
		const splits: number[] = [];
		const mark = this.marks++;
		this.add(codes.progress, mark, 0, 0);
		for (let time = 0; time < (times === Infinity ? 1 : times); time++) {
			splits.push(this.add(codes.split, this.#next + 1, this.#next + 1, 0));
			this.write(body);
		}

		if (times === Infinity) {
			this.add(codes.progress, mark, 1, 0);
			this.add(codes.jump, splits[0]!, 0, 0);
		}

		for (const split of splits) {
			this.#point(split, isLeast ? 1 : 2);
		}
	}

	#inside(code: number, body: PatternNode): void {
		const opening = this.add(code, 0, 0, 0);
		this.write(body);
		this.add(codes.match, 0, 0, 0);
		this.#point(opening, 1);
	}

	#set(set: ByteSet): number {
		this.sets.push(set);
		return this.sets.length - 1;
	}

	/** Answers the number of the step. */
	add(...step: readonly [code: number, first: number, second: number, third: number]): number {
		if (this.#next >= longestProgram) {
			throw new PatternTrouble('repeats of repeats that are too many');
		}

		this.program.push(...step);
		return this.#next - 1;
	}

	write(node: PatternNode): void {
		switch (node.type) {
			case 'set': {
				this.add(codes.set, this.#set(node.set), 0, 0);
				break;
			}

			case 'sequence': {
				for (const part of node.parts) {
					this.write(part);
				}

				break;
			}

			case 'choice': {
				this.#choice(node.options);
				break;
			}

			case 'repeat': {
				this.#repeat(node);
				break;
			}

			case 'group': {
				this.add(codes.open, node.slot, 0, 0);
				this.write(node.body);
				this.add(codes.close, node.slot, 0, 0);
				break;
			}

			case 'edge': {
				this.add(codes.edge, edges.indexOf(node.edge), 0, 0);
				break;
			}

			case 'ahead': {
				this.#inside(node.isNegated ? codes.notAhead : codes.ahead, node.body);
				break;
			}

			case 'behind': {
				this.add(node.isNegated ? codes.notBehind : codes.behind, this.#set(node.set), 0, 0);
				break;
			}

			case 'again': {
				this.add(codes.again, node.slot, 0, 0);
				break;
			}

			case 'atomic': {
				this.#inside(codes.atomic, node.body);
				break;
			}
		}
	}
}
