import xz from 'xz-decompress';
import {strangeEnd} from './archive-beginning.ts';
import {endsEarly, damagedContent, noMemory, tooMuchMemory, unknownWay} from './damage-words.ts';

/** What the library's numbers mean (`enum xz_ret` of XZ Embedded, `xz.h`). */
const troubles = new Map([
	[3, noMemory],
	[4, tooMuchMemory],
	// An archive that does not begin as one is none, so this is about what comes behind it.
	[5, strangeEnd],
	[6, unknownWay],
	[7, damagedContent],
	[8, endsEarly],
]);
const goesOn = 0;
const ended = 1;

/**
The content of an xz archive, also of several behind each other. Done as the library's own stream does, which drops what it has unpacked last where the archive is
damaged: up to 128 kB that can be read.

@yields Pieces of the content, in order. Throws where the archive is damaged.
*/
export async function * unpackXz(packed: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const decoder = new XzDecoder(await loadedLibrary());
	try {
		for (const slice of packed) {
			for (let start = 0; start < slice.length && decoder.result === goesOn; start += decoder.mostInputBytes) {
				yield * decoder.contentOf(slice.subarray(start, start + decoder.mostInputBytes));
			}
		}

		// Nothing more to come.
		yield * decoder.contentOf(new Uint8Array(0));
	} finally {
		decoder.close();
	}
}

/** The functions of the library's WebAssembly, by their names in there. */
type Library = Readonly<Record<'create_context' | 'destroy_context' | 'supply_input' | 'get_next_output', (...numbers: readonly number[]) => number>> & {readonly memory: {readonly buffer: ArrayBuffer}};

/** What the library's stream loads for itself. */
type Loader = {_moduleInstance?: {readonly exports: Library}; _getModuleInstance(): Promise<void>};

async function loadedLibrary(): Promise<Library> {
	const loader = xz.XzReadableStream as unknown as Loader;
	if (loader._moduleInstance === undefined) {
		await loader._getModuleInstance();
	}

	return loader._moduleInstance!.exports;
}

/** Where, in words of four bytes, the library keeps its buffers and how far they were read and filled. */
const places = {bufferBytes: 0, input: 1, inputAt: 2, inputEnd: 3, output: 4, outputEnd: 5};

/** One archive being unpacked. */
class XzDecoder {
	readonly #library: Library;
	readonly #context: number;
	readonly mostInputBytes: number;
	result = goesOn;

	constructor(library: Library) {
		this.#library = library;
		this.#context = library.create_context();
		this.mostInputBytes = this.#number(places.bufferBytes);
	}

	/** Made anew each time: the library's memory moves when it grows. */
	#numbers(): Uint32Array {
		const {buffer} = this.#library.memory;
		return new Uint32Array(buffer, this.#context);
	}

	#number(place: number): number {
		return this.#numbers()[place]!;
	}

	#bytes(): Uint8Array {
		const {buffer} = this.#library.memory;
		return new Uint8Array(buffer);
	}

	#unpacked(): Uint8Array {
		this.result = this.#library.get_next_output(this.#context);
		const start = this.#number(places.output);
		const content = this.#bytes().slice(start, start + this.#number(places.outputEnd));
		this.#numbers()[places.outputEnd] = 0;
		return content;
	}

	/**
	What so much more of the archive unpacks to; of no more, all that is left.

	@yields Pieces of the content, in order. Throws where the archive is damaged.
	*/
	* contentOf(packed: Uint8Array): Generator<Uint8Array> {
		this.#bytes().set(packed, this.#number(places.input));
		this.#library.supply_input(this.#context, packed.length);
		while (this.result === goesOn) {
			yield this.#unpacked();
			if (packed.length > 0 && this.#number(places.inputAt) === this.#number(places.inputEnd)) {
				break;
			}
		}

		if (this.result > ended) {
			throw new Error(troubles.get(this.result) ?? damagedContent);
		}
	}

	close(): void {
		this.#library.destroy_context(this.#context);
	}
}
