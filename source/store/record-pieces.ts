/** A part of an event's record that does not follow its first part. */
export type Piece = {readonly offsetBytes: number; readonly lengthBytes: number};

/** The few events whose records lie in pieces: those of Linux audit are written between each other. */
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

	/** The record has been read anew. */
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
