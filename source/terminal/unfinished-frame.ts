import {copyCells} from './cells.ts';
import type {WantedPicture} from './terminal-picture.ts';

/** As many frames as the start of the program draws of logs that are half read. */
const mostGivenUp = 3;

/** The frame that goes over a slow link in portions, while newer ones wait. */
export class UnfinishedFrame {
	#picture: WantedPicture | undefined;
	#isOvertaken = false;
	/** So many in a row were given up for newer ones. */
	#givenUp = 0;

	/** What is still to be shown of it; undefined where no frame is under way. */
	get picture(): WantedPicture | undefined {
		return this.#picture;
	}

	/** A first portion has gone. The frame is kept as it is now, because newer ones are drawn on the same screen. */
	begin(wanted: WantedPicture): void {
		this.#picture = {...wanted, cells: copyCells(wanted.cells)};
		this.#isOvertaken = false;
	}

	/** All of it has gone. */
	finish(): void {
		this.#picture = undefined;
		this.#givenUp = 0;
	}

	/** Nobody wants the rest: a key changed the screen, or the terminal has to be drawn anew. */
	drop(): void {
		this.#picture = undefined;
	}

	/** A newer frame came. */
	overtake(): void {
		this.#isOvertaken = true;
	}

	/** What was read a moment later would be drawn over most of it. Now and then a frame is finished all the same, or none would ever be whole. */
	giveUpOvertaken(): void {
		if (this.#picture === undefined || !this.#isOvertaken || this.#givenUp === mostGivenUp) {
			return;
		}

		this.#picture = undefined;
		this.#givenUp++;
	}
}
