import {constants, zstdCompressSync, zstdDecompressSync} from 'node:zlib';
import type {Generation} from './generation.ts';

/** Delivered text kept in memory, over all sources: what a truncation destroys stays readable that far back. */
export const retainedBudgetBytes = 64 * 1024 * 1024;

/** Small writes share a block, so that a line of 100 bytes does not cost an allocation of its own. */
const blockBytes = 16 * 1024;

/** Blocks that are still written to, or were lately: of all that is retained only these are looked at often. */
const mostPlainBytes = 4 * 1024 * 1024;

/** What a block costs beside its text: of many quiet logs each line may be a block of its own. */
const blockCostBytes = 512;

/** Whoever reads one record of a block reads its neighbours next, on a timeline of several logs those of each in turn. */
const mostUnpacked = 8;

/** Quick (0.9 ms for each megabyte), and a log packs to a twelfth and less. */
const packing = {params: {[constants.ZSTD_c_compressionLevel]: 1}};

type Block = {
	readonly generation: Generation;
	readonly offsetBytes: number;
	/** With room for more while it is plain. */
	bytes: Uint8Array;
	usedBytes: number;
	isPacked: boolean;
};

/** The newest delivered bytes, oldest let go first, all but the newest of them packed. `onLetGo` hears of every block that a generation loses. */
export class Retained {
	readonly #budgetBytes: number;
	readonly #onLetGo: (generation: Generation) => void;
	readonly #blocks = new Map<Generation, Block[]>();
	readonly #inOrder = new Set<Block>();
	/** Those of them that are not packed. */
	readonly #plain = new Set<Block>();
	#costBytes = 0;
	#plainBytes = 0;
	/** The text of packed blocks that were read lately, the one read last at the end. */
	readonly #unpacked = new Map<Block, Uint8Array>();

	constructor(budgetBytes: number, onLetGo: (generation: Generation) => void) {
		this.#budgetBytes = budgetBytes;
		this.#onLetGo = onLetGo;
	}

	#addBlock(generation: Generation, offsetBytes: number, bytes: Uint8Array): void {
		const block: Block = {generation, offsetBytes, bytes: new Uint8Array(Math.max(blockBytes, bytes.length)), usedBytes: bytes.length, isPacked: false};
		block.bytes.set(bytes);
		const blocks = this.#blocks.get(generation) ?? [];
		blocks.push(block);
		this.#blocks.set(generation, blocks);
		this.#inOrder.add(block);
		this.#plain.add(block);
		this.#costBytes += blockCostBytes + bytes.length;
		this.#plainBytes += block.bytes.length;
		this.#packOldest();
		this.#letGoOldest();
	}

	#packOldest(): void {
		for (const block of this.#plain) {
			if (this.#plainBytes <= mostPlainBytes) {
				return;
			}

			this.#leavePlain(block);
			// A copy: Node's small buffers are pieces of one of 64 kB that they share with others, and each would keep all of it.
			block.bytes = new Uint8Array(zstdCompressSync(block.bytes.subarray(0, block.usedBytes), packing));
			block.isPacked = true;
		}
	}

	#leavePlain(block: Block): void {
		if (this.#plain.delete(block)) {
			this.#plainBytes -= block.bytes.length;
		}
	}

	#letGoOldest(): void {
		for (const block of this.#inOrder) {
			if (this.#costBytes <= this.#budgetBytes) {
				return;
			}

			this.#letGo(block);
		}
	}

	/** The oldest of its generation. */
	#letGo(block: Block): void {
		const {generation, usedBytes} = block;
		this.#inOrder.delete(block);
		this.#unpacked.delete(block);
		this.#leavePlain(block);
		this.#costBytes -= blockCostBytes + usedBytes;
		const blocks = this.#blocks.get(generation)!;
		blocks.shift();
		if (blocks.length === 0) {
			this.#blocks.delete(generation);
		}

		this.#onLetGo(generation);
	}

	/** Puts bytes where the last block of their generation ends; answers how many of them had room there. */
	#fill(generation: Generation, offsetBytes: number, bytes: Uint8Array): number {
		const last = this.#blocks.get(generation)?.at(-1);
		if (last === undefined || last.isPacked || last.offsetBytes + last.usedBytes !== offsetBytes) {
			return 0;
		}

		const fits = Math.min(bytes.length, last.bytes.length - last.usedBytes);
		last.bytes.set(bytes.subarray(0, fits), last.usedBytes);
		last.usedBytes += fits;
		this.#costBytes += fits;
		return fits;
	}

	#textOf(block: Block): Uint8Array {
		if (!block.isPacked) {
			return block.bytes.subarray(0, block.usedBytes);
		}

		const text = this.#unpacked.get(block) ?? zstdDecompressSync(block.bytes);
		this.#unpacked.delete(block);
		this.#unpacked.set(block, text);
		if (this.#unpacked.size > mostUnpacked) {
			this.#unpacked.delete(this.#unpacked.keys().next().value!);
		}

		return text;
	}

	/** Keeps bytes delivered from `offsetBytes`. */
	keep(generation: Generation, offsetBytes: number, bytes: Uint8Array): void {
		const filled = this.#fill(generation, offsetBytes, bytes);
		if (filled < bytes.length) {
			this.#addBlock(generation, offsetBytes + filled, bytes.subarray(filled));
		}
	}

	/** The bytes, if all of them are still kept. */
	bytesOf(generation: Generation, offsetBytes: number, lengthBytes: number): Uint8Array | undefined {
		const blocks = this.#blocks.get(generation) ?? [];
		const into = new Uint8Array(lengthBytes);
		let filled = 0;
		for (let index = blocks.findIndex(block => isAt(block, offsetBytes)); filled < lengthBytes; index++) {
			const block = blocks[index];
			if (block === undefined || !isAt(block, offsetBytes + filled)) {
				return undefined;
			}

			const from = offsetBytes + filled - block.offsetBytes;
			const piece = this.#textOf(block).subarray(from, from + lengthBytes - filled);
			into.set(piece, filled);
			filled += piece.length;
		}

		return into;
	}
}

const isAt = ({offsetBytes, usedBytes}: Block, atBytes: number): boolean => atBytes >= offsetBytes && atBytes < offsetBytes + usedBytes;
