import {Buffer} from 'node:buffer';
import type {Fault} from '../../../source/domain/fault.ts';
import type {Hole} from '../../../source/domain/hole.ts';
import type {GenerationDescription, GenerationId, SourceDescription, SourceStatus} from '../../../source/domain/source.ts';
import type {FollowSink} from '../../../source/follow/follow-port.ts';

/** A line as it was given, with where it lay. */
export type GivenLine = {readonly generation: GenerationId; readonly offsetBytes: number; readonly text: string; readonly isLate: boolean};

export type Told = {readonly type: 'line' | 'late' | 'rest' | 'hole'; readonly text: string};

/** A sink that writes everything down, and refuses at once what a sink may never be given. */
export class Recorder implements FollowSink {
	readonly #nextBytes = new Map<GenerationId, number>();
	/** Lines (by their text), late lines, unfinished ends and holes, in the order they were told. */
	readonly told: Told[] = [];
	readonly sources: SourceDescription[] = [];
	readonly generations: GenerationDescription[] = [];
	readonly given: GivenLine[] = [];
	readonly provisionals: Array<Omit<GivenLine, 'isLate'>> = [];
	/** Lines told before their turn; those of a file that was written anew are taken out again. */
	readonly linesAhead: Array<Omit<GivenLine, 'isLate'>> = [];
	readonly ended = new Map<GenerationId, {offsetBytes: number; rest: string}>();
	readonly holes: Hole[] = [];
	readonly statuses: SourceStatus[] = [];
	readonly faults: Fault[] = [];
	caughtUpCount = 0;
	/** Whether an unfinished line shows that it is over. */
	isOver: (text: string) => boolean = () => false;

	/** The text of all lines in the order given, last lines without newline included where they ended. */
	get texts(): string[] {
		return this.given.map(line => line.text);
	}

	source(description: SourceDescription): void {
		this.sources.push(description);
	}

	generation(description: GenerationDescription): void {
		this.generations.push(description);
	}

	lines(generation: GenerationId, offsetBytes: number, bytes: Uint8Array, isLate: boolean): void {
		if (bytes.at(-1) !== 0x0A) {
			throw new Error(`lines that do not end in a newline: generation ${generation}, offset ${offsetBytes}`);
		}

		if (offsetBytes < (this.#nextBytes.get(generation) ?? 0)) {
			throw new Error(`bytes given twice: generation ${generation}, offset ${offsetBytes}`);
		}

		if (this.ended.has(generation)) {
			throw new Error(`bytes after the end of generation ${generation}`);
		}

		this.#nextBytes.set(generation, offsetBytes + bytes.length);
		let startBytes = 0;
		for (let end = bytes.indexOf(0x0A); end !== -1; end = bytes.indexOf(0x0A, startBytes)) {
			this.told.push({type: isLate ? 'late' : 'line', text: Buffer.from(bytes.subarray(startBytes, end)).toString()});
			this.given.push({generation, offsetBytes: offsetBytes + startBytes, text: Buffer.from(bytes.subarray(startBytes, end)).toString(), isLate});
			startBytes = end + 1;
		}
	}

	ahead(generation: GenerationId, offsetBytes: number, bytes: Uint8Array): void {
		let startBytes = 0;
		for (let end = bytes.indexOf(0x0A); end !== -1; end = bytes.indexOf(0x0A, startBytes)) {
			this.linesAhead.push({generation, offsetBytes: offsetBytes + startBytes, text: Buffer.from(bytes.subarray(startBytes, end)).toString()});
			startBytes = end + 1;
		}
	}

	aheadGone(generation: GenerationId): void {
		this.linesAhead.splice(0, this.linesAhead.length, ...this.linesAhead.filter(line => line.generation !== generation));
	}

	provisional(generation: GenerationId, offsetBytes: number, bytes: Uint8Array): boolean {
		this.provisionals.push({generation, offsetBytes, text: Buffer.from(bytes).toString()});
		return this.isOver(this.provisionals.at(-1)!.text);
	}

	generationEnded(generation: GenerationId, offsetBytes: number, rest: Uint8Array): void {
		if (this.ended.has(generation)) {
			throw new Error(`generation ${generation} ended twice`);
		}

		if (rest.length > 0) {
			this.told.push({type: 'rest', text: Buffer.from(rest).toString()});
		}

		this.ended.set(generation, {offsetBytes, rest: Buffer.from(rest).toString()});
	}

	hole(hole: Hole): void {
		this.told.push({type: 'hole', text: hole.reason});
		this.holes.push(hole);
	}

	status(status: SourceStatus): void {
		this.statuses.push(status);
	}

	fault(fault: Fault): void {
		this.faults.push(fault);
	}

	caughtUp(): void {
		this.caughtUpCount++;
	}

	/** The last state told of a source. */
	stateOf(source: number): SourceStatus | undefined {
		return this.statuses.findLast(status => status.source === source);
	}
}
