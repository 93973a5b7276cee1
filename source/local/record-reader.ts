import {Buffer} from 'node:buffer';
import type {Foreign} from '../domain/foreign.ts';
import type {GenerationId} from '../domain/source.ts';
import type {Follow, ReadBack} from '../follow/follow-port.ts';
import type {RecordFacts} from '../format/format.ts';
import type {EventStore} from '../store/event-store.ts';
import {placeOfRow} from '../store/segment.ts';
import type {GenerationIntake} from './generation-intake.ts';

const newline = Buffer.from('\n');

/** Reads records back from their files, for rows to be shown, searched or exported. */
export class RecordReader {
	readonly #store: EventStore;
	readonly #follow: Follow;
	readonly #generations: readonly GenerationIntake[];

	constructor(store: EventStore, follow: Follow, generations: readonly GenerationIntake[]) {
		this.#store = store;
		this.#follow = follow;
		this.#generations = generations;
	}

	/** The first `mostBytes` of an event; parts from elsewhere in its file follow on lines of their own. */
	read(row: number, mostBytes = Infinity): ReadBack {
		const segment = this.#store.segmentOf(row);
		const at = placeOfRow(row);
		const generation = segment.generation[at]!;
		const parts: Uint8Array[] = [];
		let leftBytes = mostBytes;
		for (const {offsetBytes, lengthBytes} of [{offsetBytes: segment.offsetBytes[at]!, lengthBytes: segment.lengthBytes[at]!}, ...this.#store.pieces.of(row)]) {
			const part = this.#follow.readBack(generation, offsetBytes, Math.min(lengthBytes, leftBytes));
			if (part.type === 'gone') {
				return part;
			}

			parts.push(...(parts.length > 0 ? [newline] : []), part.bytes);
			leftBytes -= part.bytes.length;
			if (leftBytes <= 0) {
				break;
			}
		}

		return {type: 'bytes', bytes: parts.length === 1 ? parts[0]! : Buffer.concat(parts)};
	}

	/** A range of bytes of a generation, which may contain several records. */
	readBack(generation: GenerationId, offsetBytes: number, lengthBytes: number): ReadBack {
		return this.#follow.readBack(generation, offsetBytes, lengthBytes);
	}

	/** Everything the record says. */
	describe(row: number, bytes: Uint8Array): RecordFacts {
		const segment = this.#store.segmentOf(row);
		const at = placeOfRow(row);
		return this.#generations[segment.generation[at]!]!.describe(segment.format[at]!, bytes);
	}

	/** Its message alone. */
	message(row: number, bytes: Uint8Array): Foreign {
		const segment = this.#store.segmentOf(row);
		const at = placeOfRow(row);
		return this.#generations[segment.generation[at]!]!.message(segment.format[at]!, bytes);
	}
}
