/** Changes are told at most so often: a screen draws no faster. */
const changeQuietMs = 50;

/** While the history is read every change is only a larger count, and so it is where lines rush past: pictures of them would cost keys and reading a processor's time. */
const rushQuietMs = 150;

/** Several screens full in every picture: nobody reads along. */
const rushRowsPerSecond = 4000;

/** How often changes are told: by how many rows came lately. */
export class ChangePace {
	#toldRows = 0;
	#toldAtMs = -Infinity;
	#isRush = false;

	/** The rows there are were told of just now. */
	tell(rows: number, nowMs: number): void {
		this.#isRush = rows - this.#toldRows > rushRowsPerSecond * (nowMs - this.#toldAtMs) / 1000;
		this.#toldRows = rows;
		this.#toldAtMs = nowMs;
	}

	/** The distance to keep to what was told last. */
	quietMs(hasCaughtUp: boolean): number {
		return hasCaughtUp && !this.#isRush ? changeQuietMs : rushQuietMs;
	}
}
