import {constants, zstdCompressSync, zstdDecompressSync} from 'node:zlib';
import type {Generation} from '../generation.ts';

/** Packed bytes kept, over all archives: one or two gigabytes of logs pack to this much. */
export const archiveBudgetBytes = 128 * 1024 * 1024;

/** Small enough to be unpacked in a tenth of a millisecond, and large enough to be packed as well as larger blocks would be. */
const blockBytes = 128 * 1024;

/** Quick, and a log packs to a twelfth and less. */
const packing = {params: {[constants.ZSTD_c_compressionLevel]: 1}};

type Block = {
	readonly generation: Generation;
	readonly offsetBytes: number;
	readonly lengthBytes: number;
	readonly packed: Uint8Array;
};

type OpenBlock = {readonly offsetBytes: number; readonly bytes: Uint8Array; usedBytes: number};

/**
What archives unpacked to, packed again block by block, so that any record of them is had back at once. An archive itself can only be unpacked from its
beginning. Packing costs about a millisecond for each megabyte. `onLetGo` hears of the first block that each archive loses.
*/
export class ArchiveMemory {
	readonly #budgetBytes: number;
	readonly #onLetGo: (generation: Generation) => void;
	readonly #blocks = new Map<Generation, Block[]>();
	readonly #open = new Map<Generation, OpenBlock>();
	readonly #inOrder = new Set<Block>();
	#bytes = 0;
	/** Who reads one record of a block reads its neighbours next. */
	#unpacked: {readonly block: Block; readonly bytes: Uint8Array} | undefined;

	constructor(budgetBytes: number, onLetGo: (generation: Generation) => void) {
		this.#budgetBytes = budgetBytes;
		this.#onLetGo = onLetGo;
	}

	#openBlock(generation: Generation, offsetBytes: number): OpenBlock {
		const open = this.#open.get(generation) ?? {offsetBytes, bytes: new Uint8Array(blockBytes), usedBytes: 0};
		this.#open.set(generation, open);
		return open;
	}

	#letGoOverBudget(): void {
		for (const block of this.#inOrder) {
			if (this.#bytes <= this.#budgetBytes) {
				return;
			}

			this.#inOrder.delete(block);
			this.#bytes -= block.packed.length;
			this.#blocks.get(block.generation)!.shift();
			this.#onLetGo(block.generation);
		}
	}

	/** What lies from an offset to the end of its block. */
	#from(generation: Generation, offsetBytes: number): Uint8Array | undefined {
		const open = this.#open.get(generation);
		if (open !== undefined && offsetBytes >= open.offsetBytes && offsetBytes < open.offsetBytes + open.usedBytes) {
			return open.bytes.subarray(offsetBytes - open.offsetBytes, open.usedBytes);
		}

		const block = blockAt(this.#blocks.get(generation) ?? [], offsetBytes);
		return block === undefined ? undefined : this.#unpack(block).subarray(offsetBytes - block.offsetBytes);
	}

	#unpack(block: Block): Uint8Array {
		if (this.#unpacked?.block !== block) {
			this.#unpacked = {block, bytes: zstdDecompressSync(block.packed)};
		}

		return this.#unpacked.bytes;
	}

	/** Keeps bytes unpacked from `offsetBytes`, which follow those kept before. */
	keep(generation: Generation, offsetBytes: number, bytes: Uint8Array): void {
		for (let taken = 0; taken < bytes.length;) {
			const open = this.#openBlock(generation, offsetBytes + taken);
			const piece = bytes.subarray(taken, taken + open.bytes.length - open.usedBytes);
			open.bytes.set(piece, open.usedBytes);
			open.usedBytes += piece.length;
			taken += piece.length;
			if (open.usedBytes === open.bytes.length) {
				this.settle(generation);
			}
		}
	}

	/** Packs what has been unpacked of an archive so far. */
	settle(generation: Generation): void {
		const open = this.#open.get(generation);
		this.#open.delete(generation);
		if (open === undefined) {
			return;
		}

		const {offsetBytes, bytes, usedBytes} = open;
		// A copy, because Node's small buffers are slices of a shared 64 kB one, which each of them would keep alive.
		const packed = new Uint8Array(zstdCompressSync(bytes.subarray(0, usedBytes), packing));
		const block = {generation, offsetBytes, lengthBytes: usedBytes, packed};
		const blocks = this.#blocks.get(generation) ?? [];
		blocks.push(block);
		this.#blocks.set(generation, blocks);
		this.#inOrder.add(block);
		this.#bytes += block.packed.length;
		this.#letGoOverBudget();
	}

	/** The bytes, if all of them are still kept. */
	bytesOf(generation: Generation, offsetBytes: number, lengthBytes: number): Uint8Array | undefined {
		const into = new Uint8Array(lengthBytes);
		for (let filled = 0; filled < lengthBytes;) {
			const piece = this.#from(generation, offsetBytes + filled)?.subarray(0, lengthBytes - filled);
			if (piece === undefined) {
				return undefined;
			}

			into.set(piece, filled);
			filled += piece.length;
		}

		return into;
	}
}

/** The block that holds an offset; blocks lie in the order of their offsets. */
function blockAt(blocks: readonly Block[], offsetBytes: number): Block | undefined {
	let low = 0;
	let high = blocks.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (blocks[middle]!.offsetBytes <= offsetBytes) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}

	const block = blocks[low - 1];
	return block !== undefined && offsetBytes < block.offsetBytes + block.lengthBytes ? block : undefined;
}
