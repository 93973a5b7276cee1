import {Buffer} from 'node:buffer';
import {foreignText} from '../../domain/foreign.ts';
import {inBytes} from '../../domain/size.ts';
import type {GenerationId, SourceId} from '../../domain/source.ts';
import type {FollowSink} from '../follow-port.ts';
import type {Generation} from '../generation.ts';
import type {ArchiveMemory} from '../archives/archive-memory.ts';
import {holeFor, type Loss} from './ledger.ts';
import {longestUnfinishedBytes, newline, type GiveLines} from './line-splitter.ts';
import {type Retained, retainedBudgetBytes} from './retained.ts';

/** About as many NUL bytes as are read in a second. A sparse file may begin with hours of them. */
const manyNulBytes = 64 * 1024 * 1024;

/** How long the end of a line is waited for before its beginning is shown. */
const unfinishedWorthShowingMs = 1000;

type Surroundings = {
	readonly sink: FollowSink;
	readonly source: SourceId;
	readonly retained: Retained;
	readonly archived: ArchiveMemory;
	/** Numbers a generation and keeps it, so that its bytes can be read back later. */
	readonly register: (generation: Generation) => GenerationId;
};

export type LinesAhead = {readonly offsetBytes: number; readonly lines: Uint8Array; readonly head: Uint8Array};

/** Hands on what one source's generations hold: each byte once, in whole lines, generations numbered in the order of writing. */
export class Delivery {
	readonly #surroundings: Surroundings;
	generations = 0;
	bytesRead = 0;
	holes = 0;

	constructor(surroundings: Surroundings) {
		this.#surroundings = surroundings;
	}

	/** A writer that does not append goes on at its old offset after a truncation: the file then begins with a run of NULs that nobody wrote. */
	#skipNuls(generation: Generation, nulBytes: number, ofBytes: number): void {
		const beforeBytes = generation.offsetBytes;
		generation.offsetBytes += nulBytes;
		if (beforeBytes < manyNulBytes && generation.offsetBytes >= manyNulBytes) {
			this.#sayManyNuls(generation);
		}

		if (nulBytes < ofBytes && generation.offsetBytes > 0) {
			this.#sayNuls(generation, `begins with ${generation.offsetBytes} NUL bytes, left by a writer that went on after a truncation`);
		}
	}

	/** Tells somebody who waits for text why there is none. */
	#sayManyNuls({path, facts}: Generation): void {
		const {sink, source} = this.#surroundings;
		const sentence = `${path} begins with ${inBytes(manyNulBytes)} of NUL bytes or more: they are skipped up to the first text, which may take a while in a file of ${inBytes(facts.sizeBytes)}.`;
		sink.fault({type: 'nul-bytes-skipped', source, subject: foreignText(path), sentence});
	}

	#sayNuls({path}: Generation, what: string): void {
		const {sink, source} = this.#surroundings;
		sink.fault({type: 'nul-bytes-skipped', source, subject: foreignText(path), sentence: `${path} ${what}; they were skipped.`});
	}

	/** Delivers whole lines. Where a line was too long to be kept, what was left out of it is reported at its end. */
	#cut(generation: Generation, offsetBytes: number, text: Uint8Array, give: GiveLines): void {
		const {splitter} = generation;
		const passedBytes = splitter.passOver(text);
		if (text[passedBytes - 1] === newline) {
			this.#tellLetGo(generation);
		}

		splitter.push(offsetBytes + passedBytes, text.subarray(passedBytes), give);
		if (splitter.restBytes <= longestUnfinishedBytes) {
			return;
		}

		splitter.letGoOfRest();
		this.#sayTooLong(generation);
	}

	#sayTooLong({path}: Generation): void {
		const {sink, source} = this.#surroundings;
		const limit = inBytes(longestUnfinishedBytes);
		sink.fault({type: 'line-too-long', source, subject: foreignText(path), sentence: `${path} holds a line of more than ${limit}; it is skipped, and the lines after it are read.`});
	}

	/** Each line that was dropped is one hole of its exact size. */
	#tellLetGo(generation: Generation): void {
		const missingBytes = generation.splitter.takeLetGo();
		if (missingBytes === 0) {
			return;
		}

		this.tell({fromMs: undefined, toMs: undefined, reason: `a line of ${inBytes(missingBytes)} was left out: it is too long to be shown`}, generation);
	}

	/** Only the end of a large file is still in memory once it has been read. Packing everything before it, only to drop it again, would slow reading by a tenth. */
	#keep(generation: Generation, offsetBytes: number, text: Uint8Array): void {
		const {retained, archived} = this.#surroundings;
		if (generation.archive !== undefined) {
			archived.keep(generation, offsetBytes, text);
		} else if (generation.unreadBytes < retainedBudgetBytes) {
			retained.keep(generation, offsetBytes, text);
		}
	}

	/** Makes the generation known, once. Called with its first bytes or when it is stepped over, so ordinals follow the chain. */
	announce(generation: Generation): GenerationId {
		const {sink, source, register} = this.#surroundings;
		if (generation.id === undefined) {
			generation.id = register(generation);
			this.generations++;
			sink.generation({
				id: generation.id,
				source,
				ordinal: this.generations,
				path: foreignText(generation.path),
				modifiedMs: generation.facts.modifiedMs,
			});
		}

		return generation.id;
	}

	/** Shows lines from the end of a generation, which are delivered in their turn as well. */
	tellAhead(generation: Generation, {offsetBytes, lines, head}: LinesAhead): void {
		this.#surroundings.sink.ahead(this.announce(generation), offsetBytes, lines, head);
	}

	/** The lines shown ahead are gone. If they turn up in a copy, they come before whatever the file holds now. */
	takeBackAhead(generation: Generation): void {
		if (generation.id === undefined) {
			return;
		}

		this.#surroundings.sink.aheadGone(generation.id);
		generation.id = undefined;
		this.generations--;
	}

	/** Takes the next bytes of the generation. */
	give(generation: Generation, bytes: Uint8Array, isLate: boolean, nowMs: number): void {
		const {sink} = this.#surroundings;
		const id = this.announce(generation);
		const nulBytes = generation.fingerprint.isEmpty ? nulHeadBytes(bytes) : 0;
		if (generation.fingerprint.isEmpty) {
			this.#skipNuls(generation, nulBytes, bytes.length);
		}

		const text = bytes.subarray(nulBytes);
		const {offsetBytes} = generation;
		generation.fingerprint.add(offsetBytes, text);
		generation.offsetBytes += text.length;
		generation.grewAtMs = nowMs;
		this.bytesRead += text.length;
		this.#keep(generation, offsetBytes, text);
		this.#cut(generation, offsetBytes, text, (lineOffsetBytes, lines) => {
			generation.shownBytes = 0;
			sink.lines(id, lineOffsetBytes, lines, isLate);
		});
	}

	/** Shows a line whose end has not come for a second, and again whenever it has grown. */
	showUnfinished({id, splitter, shownBytes, grewAtMs, restOffsetBytes}: Generation, nowMs: number): number {
		if (id === undefined || splitter.restBytes <= shownBytes || nowMs - grewAtMs < unfinishedWorthShowingMs) {
			return shownBytes;
		}

		if (this.#surroundings.sink.provisional(id, restOffsetBytes, splitter.rest())) {
			splitter.takeRest();
		}

		return splitter.restBytes;
	}

	/** No more bytes will come from this generation. */
	end(generation: Generation): void {
		if (generation.isEnded) {
			return;
		}

		generation.isEnded = true;
		this.#surroundings.archived.settle(generation);
		this.#tellLetGo(generation);
		if (generation.fingerprint.isEmpty && generation.offsetBytes > 0) {
			this.#sayNuls(generation, `holds nothing but ${generation.offsetBytes} NUL bytes`);
		}

		if (generation.laidOutBytes > 0) {
			this.#sayNuls(generation, `ends with ${generation.laidOutBytes} NUL bytes, laid out in advance by its writer or left where lines were lost, as after a power failure`);
		}

		const {restOffsetBytes} = generation;
		this.#surroundings.sink.generationEnded(this.announce(generation), restOffsetBytes, generation.splitter.takeRest());
	}

	/** Tells what is missing, or may be, after `generation` (undefined: before all). */
	tell(loss: Loss, generation: Generation | undefined): void {
		const {sink, source} = this.#surroundings;
		this.holes++;
		sink.hole(holeFor(loss, source, generation === undefined ? undefined : this.announce(generation)));
	}
}

function nulHeadBytes(bytes: Uint8Array): number {
	if (bytes[0] !== 0) {
		return 0;
	}

	// A writer that stays at its old offset may leave gigabytes of them. Comparing a whole block with itself shifted is a hundred times as fast as byte by byte.
	return Buffer.compare(bytes.subarray(1), bytes.subarray(0, -1)) === 0 ? bytes.length : bytes.findIndex(byte => byte !== 0);
}
