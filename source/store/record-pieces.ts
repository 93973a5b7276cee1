/** A part of an event's record that does not directly follow its first part. */
export type Piece = {readonly offsetBytes: number; readonly lengthBytes: number};

/** The few events whose records are in pieces, such as Linux audit records, which are written interleaved. */
export class RecordPieces {
	readonly #pieces = new Map<number, Piece[]>();

	attach(row: number, piece: Piece): void {
		const pieces = this.#pieces.get(row);
		if (pieces === undefined) {
			this.#pieces.set(row, [piece]);
		} else {
			pieces.push(piece);
		}
	}

	/** Forgets the pieces: the record has been read anew. */
	forget(row: number): void {
		this.#pieces.delete(row);
	}

	has(row: number): boolean {
		return this.#pieces.has(row);
	}

	of(row: number): readonly Piece[] {
		return this.#pieces.get(row) ?? [];
	}
}
