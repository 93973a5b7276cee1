import {constants, zstdCompressSync, zstdDecompressSync} from 'node:zlib';
import type {Generation} from '../generation.ts';

/** Delivered text kept in memory, over all sources: what a truncation destroys stays readable that far back. */
export const retainedBudgetBytes = 64 * 1024 * 1024;

/** Small writes share a block, so that a line of 100 bytes does not cost an allocation of its own. */
const blockBytes = 16 * 1024;

/** The initial size of a block, which doubles as it fills: among thousands of quiet logs most never hold more than a few lines. */
const firstRoomBytes = 1024;

/** Blocks that are being written to, or were lately. Only these are looked at often. */
const mostOpenBytes = 4 * 1024 * 1024;

/** What a block costs besides its text. It counts: in many quiet logs each line may be a block of its own. */
const blockCostBytes = 512;

/** Packing a block takes 25 microseconds however little it holds, and hardly shrinks a few lines: blocks below this size are only trimmed. */
const leastPackedBytes = 2048;

/** So many places of dropped blocks may stay in the list, or as many as there are blocks in use: closing the gap after each one would cost more than it saves. */
const mostEmptyPlaces = 1024;

/** Who reads one record of a block reads its neighbours next; on a timeline of several logs, those of each in turn. */
const mostUnpacked = 8;

/** Fast (0.9 ms per megabyte), and a log shrinks to a twelfth or less. */
const packing = {params: {[constants.ZSTD_c_compressionLevel]: 1}};

type Block = {
	readonly generation: Generation;
	readonly offsetBytes: number;
	bytes: Uint8Array;
	usedBytes: number;
	/** Open blocks may have room for more. */
	form: 'open' | 'cut' | 'packed';
};

/** The newest delivered bytes, oldest let go first, all but the newest of them packed. `onLetGo` hears of every block that a generation loses. */
export class Retained {
	readonly #budgetBytes: number;
	readonly #onLetGo: (generation: Generation) => void;
	readonly #blocks = new Map<Generation, Block[]>();
	/** Oldest first. From `#oldest` on they are kept, from `#oldestOpen` on they are open. */
	#inOrder: Block[] = [];
	#oldest = 0;
	#oldestOpen = 0;
	#costBytes = 0;
	#openBytes = 0;
	/** The text of packed blocks that were read lately, the latest at the end. */
	readonly #unpacked = new Map<Block, Uint8Array>();

	constructor(budgetBytes: number, onLetGo: (generation: Generation) => void) {
		this.#budgetBytes = budgetBytes;
		this.#onLetGo = onLetGo;
	}

	#addBlock(generation: Generation, offsetBytes: number, bytes: Uint8Array): void {
		const block: Block = {generation, offsetBytes, bytes: new Uint8Array(Math.max(firstRoomBytes, bytes.length)), usedBytes: bytes.length, form: 'open'};
		block.bytes.set(bytes);
		const blocks = this.#blocks.get(generation) ?? [];
		blocks.push(block);
		this.#blocks.set(generation, blocks);
		this.#inOrder.push(block);
		this.#costBytes += blockCostBytes + bytes.length;
		this.#openBytes += block.bytes.length;
	}

	#packOldest(): void {
		while (this.#openBytes > mostOpenBytes) {
			const block = this.#inOrder[this.#oldestOpen++]!;
			this.#openBytes -= block.bytes.length;
			pack(block);
		}
	}

	#letGoOldest(): void {
		while (this.#costBytes > this.#budgetBytes) {
			this.#letGo(this.#inOrder[this.#oldest]!);
		}

		if (this.#oldest < Math.max(mostEmptyPlaces, this.#inOrder.length / 2)) {
			return;
		}

		this.#inOrder = this.#inOrder.slice(this.#oldest);
		this.#oldestOpen -= this.#oldest;
		this.#oldest = 0;
	}

	/** The oldest of all, and so of its generation. */
	#letGo(block: Block): void {
		if (this.#oldestOpen === this.#oldest) {
			this.#oldestOpen++;
			this.#openBytes -= block.bytes.length;
		}

		this.#oldest++;
		this.#unpacked.delete(block);
		this.#costBytes -= blockCostBytes + block.usedBytes;
		const blocks = this.#blocks.get(block.generation)!;
		blocks.shift();
		if (blocks.length === 0) {
			this.#blocks.delete(block.generation);
		}

		this.#onLetGo(block.generation);
	}

	/** Puts bytes where the last block of their generation ends; answers how many of them had room there. */
	#fill(generation: Generation, offsetBytes: number, bytes: Uint8Array): number {
		const last = this.#blocks.get(generation)?.at(-1);
		if (last?.form !== 'open' || last.offsetBytes + last.usedBytes !== offsetBytes) {
			return 0;
		}

		this.#makeRoom(last, bytes.length);
		const fits = Math.min(bytes.length, last.bytes.length - last.usedBytes);
		last.bytes.set(bytes.subarray(0, fits), last.usedBytes);
		last.usedBytes += fits;
		this.#costBytes += fits;
		return fits;
	}

	#makeRoom(block: Block, moreBytes: number): void {
		const {bytes, usedBytes} = block;
		const roomBytes = Math.min(blockBytes, Math.max(bytes.length * 2, usedBytes + moreBytes));
		if (usedBytes + moreBytes <= bytes.length || roomBytes <= bytes.length) {
			return;
		}

		block.bytes = new Uint8Array(roomBytes);
		block.bytes.set(bytes.subarray(0, usedBytes));
		this.#openBytes += roomBytes - bytes.length;
	}

	#textOf(block: Block): Uint8Array {
		if (block.form !== 'packed') {
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

		this.#packOldest();
		this.#letGoOldest();
	}

	/** The bytes, if all of them are still kept. */
	bytesOf(generation: Generation, offsetBytes: number, lengthBytes: number): Uint8Array | undefined {
		const blocks = this.#blocks.get(generation) ?? [];
		const first = blocks.findIndex(block => isAt(block, offsetBytes));
		// Old text is mostly gone, which one look shows: only then is a buffer allocated.
		if (first === -1 && lengthBytes > 0) {
			return undefined;
		}

		const into = new Uint8Array(lengthBytes);
		let filled = 0;
		for (let index = first; filled < lengthBytes; index++) {
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

/** Nothing is written to the block any more. It is kept as a copy, because Node's small buffers are slices of a 64 kB one, which each of them would keep alive. */
function pack(block: Block): void {
	const text = block.bytes.subarray(0, block.usedBytes);
	block.form = text.length < leastPackedBytes ? 'cut' : 'packed';
	block.bytes = new Uint8Array(block.form === 'cut' ? text : zstdCompressSync(text, packing));
}
