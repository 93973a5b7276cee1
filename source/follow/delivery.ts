import {foreignText} from '../domain/foreign.ts';
import type {GenerationId, SourceId} from '../domain/source.ts';
import type {FollowSink} from './follow-port.ts';
import type {Generation} from './generation.ts';
import {holeFor, type Continuity} from './ledger.ts';
import {longestUnfinishedBytes} from './line-splitter.ts';

/** How long a line may stand unfinished before its beginning is shown. */
export const unfinishedWorthShowingMs = 1000;

type Surroundings = {
	readonly sink: FollowSink;
	readonly source: SourceId;
	/** Numbers and registers a generation, so that its bytes can be read back later. */
	readonly register: (generation: Generation) => GenerationId;
};

/** Hands on what one source's generations hold: each byte once, in whole lines, generations numbered in the order of writing. */
export class Delivery {
	readonly #sink: FollowSink;
	readonly #source: SourceId;
	readonly #register: (generation: Generation) => GenerationId;
	generations = 0;
	bytesRead = 0;
	holes = 0;

	constructor({sink, source, register}: Surroundings) {
		this.#sink = sink;
		this.#source = source;
		this.#register = register;
	}

	/** Makes the generation known. Called with its first bytes or when it is stepped over, so ordinals follow the chain. */
	announce(generation: Generation): GenerationId {
		if (generation.id === undefined) {
			generation.id = this.#register(generation);
			this.generations++;
			this.#sink.generation({
				id: generation.id,
				source: this.#source,
				ordinal: this.generations,
				path: foreignText(generation.path),
				modifiedMs: generation.facts.modifiedMs,
				isArchive: generation.archive !== undefined,
			});
		}

		return generation.id;
	}

	/** Takes the bytes lying where the generation stands. */
	give(generation: Generation, bytes: Uint8Array, isLate: boolean, nowMs: number): void {
		const id = this.announce(generation);
		const text = this.#withoutNulHead(generation, bytes);
		const {offsetBytes} = generation;
		if (text.length === 0) {
			return;
		}

		generation.fingerprint.add(offsetBytes, text);
		generation.offsetBytes += text.length;
		generation.grewAtMs = nowMs;
		this.bytesRead += text.length;
		generation.splitter.push(offsetBytes, text, (lineOffsetBytes, lines) => {
			generation.shownBytes = 0;
			this.#sink.lines(id, lineOffsetBytes, lines, isLate);
		});
		this.#letGoOfEndless(generation);
	}

	/** Shows a line whose end has been awaited for a second; again whenever it has grown. */
	showUnfinished(generation: Generation, nowMs: number): void {
		const {splitter, shownBytes, grewAtMs, id} = generation;
		if (!(id !== undefined && splitter.restBytes > shownBytes && nowMs - grewAtMs >= unfinishedWorthShowingMs)) {
			return;
		}

		generation.shownBytes = splitter.restBytes;
		this.#sink.provisional(id, generation.restOffsetBytes, splitter.rest());
	}

	/** No more bytes will come from this generation. */
	end(generation: Generation): void {
		if (generation.isEnded) {
			return;
		}

		generation.isEnded = true;
		this.#sink.generationEnded(this.announce(generation), generation.restOffsetBytes, generation.splitter.rest());
		generation.splitter.dropRest();
	}

	/** Says what is not proven about the step after `generation` (undefined: before all). */
	say(continuity: Continuity, generation: Generation | undefined): void {
		const hole = holeFor(continuity, this.#source, generation === undefined ? undefined : this.announce(generation));
		if (hole === undefined) {
			return;
		}

		this.holes++;
		this.#sink.hole(hole);
	}

	/** A writer that does not append goes on at its old offset after a truncation: the file then begins with a run of NULs that nobody wrote. */
	#withoutNulHead(generation: Generation, bytes: Uint8Array): Uint8Array {
		if (!generation.fingerprint.isEmpty || bytes[0] !== 0) {
			return bytes;
		}

		const firstText = bytes.findIndex(byte => byte !== 0);
		const nulBytes = firstText === -1 ? bytes.length : firstText;
		generation.offsetBytes += nulBytes;
		if (firstText !== -1) {
			this.#sink.fault({
				type: 'nul-bytes-skipped',
				source: this.#source,
				subject: foreignText(generation.path),
				sentence: `The file begins with ${generation.offsetBytes} NUL bytes, left by a writer that went on after a truncation; they were skipped.`,
			});
		}

		return bytes.subarray(nulBytes);
	}

	#letGoOfEndless(generation: Generation): void {
		const {splitter} = generation;
		if (splitter.restBytes > longestUnfinishedBytes) {
			const missingBytes = splitter.restBytes;
			splitter.dropRest();
			this.say({type: 'hole', missingBytes, fromMs: undefined, toMs: undefined, reason: `a line without an end, ${missingBytes} bytes long, was let go`}, generation);
		}
	}
}
