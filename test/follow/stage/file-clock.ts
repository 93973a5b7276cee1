/** When a file was changed last. */
type Dated = {modifiedMs: number};

/** The clock by which files are dated. No two changes have the same time. */
export class FileClock {
	#ns = 1_700_000_000_000_000_000n;

	get nowNs(): bigint {
		return this.#ns;
	}

	get nowMs(): number {
		return Number(this.#ns) / 1e6;
	}

	/** Time passes with everything that is changed, and a file that is there is dated. */
	date(file: Dated | undefined): void {
		this.#ns += 200_000n;
		if (file !== undefined) {
			file.modifiedMs = this.nowMs;
		}
	}

	/** Somebody sets the clock. Nobody hits the microsecond: no two changes have the same time, which is known to a quarter of one (a double). */
	step(byMs: number): void {
		this.#ns += (BigInt(byMs) * 1_000_000n) + 1001n;
	}
}
