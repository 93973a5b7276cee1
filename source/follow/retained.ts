import type {Generation} from './generation.ts';

/** Delivered bytes kept in memory, over all sources: what a truncation destroys stays readable that far back. */
export const retainedBudgetBytes = 64 * 1024 * 1024;

/** Small writes share a block, so that a line of 100 bytes does not cost an allocation of its own. */
const blockBytes = 64 * 1024;

type Block = {
	readonly generation: Generation;
	readonly offsetBytes: number;
	readonly bytes: Uint8Array;
	usedBytes: number;
};

/** The newest delivered bytes, oldest let go first. `onLetGo` hears of the first block each generation loses. */
export class Retained {
	readonly #budgetBytes: number;
	readonly #onLetGo: (generation: Generation) => void;
	readonly #blocks = new Map<Generation, Block[]>();
	readonly #inOrder: Block[] = [];
	#bytes = 0;

	constructor(budgetBytes: number, onLetGo: (generation: Generation) => void) {
		this.#budgetBytes = budgetBytes;
		this.#onLetGo = onLetGo;
	}

	#addBlock(generation: Generation, offsetBytes: number, bytes: Uint8Array): void {
		const block: Block = {generation, offsetBytes, bytes: new Uint8Array(Math.max(blockBytes, bytes.length)), usedBytes: bytes.length};
		block.bytes.set(bytes);
		this.#blocks.set(generation, [...this.#blocks.get(generation) ?? [], block]);
		this.#inOrder.push(block);
		this.#bytes += block.bytes.length;
		while (this.#bytes > this.#budgetBytes) {
			this.#letGoOldest();
		}
	}

	#letGoOldest(): void {
		const block = this.#inOrder.shift()!;
		this.#bytes -= block.bytes.length;
		const rest = this.#blocks.get(block.generation)!.slice(1);
		if (rest.length === 0) {
			this.#blocks.delete(block.generation);
		} else {
			this.#blocks.set(block.generation, rest);
		}

		this.#onLetGo(block.generation);
	}

	/** Keeps bytes delivered from `offsetBytes`. */
	keep(generation: Generation, offsetBytes: number, bytes: Uint8Array): void {
		const last = this.#blocks.get(generation)?.at(-1);
		const isNext = last !== undefined && last.offsetBytes + last.usedBytes === offsetBytes;
		const fits = isNext ? Math.min(bytes.length, last.bytes.length - last.usedBytes) : 0;
		if (fits > 0) {
			last!.bytes.set(bytes.subarray(0, fits), last!.usedBytes);
			last!.usedBytes += fits;
		}

		if (fits < bytes.length) {
			this.#addBlock(generation, offsetBytes + fits, bytes.subarray(fits));
		}
	}

	/** The bytes, if all of them are still kept. */
	bytesOf(generation: Generation, offsetBytes: number, lengthBytes: number): Uint8Array | undefined {
		// The newest bytes are kept and the older ones let go: mostly one look says that they are gone.
		const isKept = this.#blocks.get(generation)?.some(block => offsetBytes >= block.offsetBytes && offsetBytes < block.offsetBytes + block.usedBytes);
		if (isKept !== true && lengthBytes > 0) {
			return undefined;
		}

		const into = new Uint8Array(lengthBytes);
		let nextBytes = offsetBytes;
		for (const block of this.#blocks.get(generation) ?? []) {
			const from = nextBytes - block.offsetBytes;
			if (from < 0 || from >= block.usedBytes) {
				continue;
			}

			const piece = block.bytes.subarray(from, Math.min(block.usedBytes, from + offsetBytes + lengthBytes - nextBytes));
			into.set(piece, nextBytes - offsetBytes);
			nextBytes += piece.length;
		}

		return nextBytes === offsetBytes + lengthBytes ? into : undefined;
	}
}
