import {rowsPerSegment} from './places.ts';

/** The units that times are kept in, coarsest first: most logs write whole seconds or milliseconds. */
const unitsMicros = [1_000_000, 1000, 1] as const;

const mostUnits = 0x7F_FF_FF_FF;

/**
The times of one segment, in microseconds since the epoch: stored in 32 bits relative to the first time, in the coarsest unit that is exact for all of them,
or as doubles where that is not enough (a segment that spans more than a month in milliseconds).
*/
export class TimeColumn {
	#units: Int32Array | Float64Array = new Int32Array(rowsPerSegment);
	#unitIndex = 0;
	#unitMicros: number = unitsMicros[0];
	#baseMicros = NaN;

	#fits(micros: number): boolean {
		const units = (micros - this.#baseMicros) / this.#unitMicros;
		return this.#units instanceof Float64Array || (Number.isSafeInteger(units) && Math.abs(units) <= mostUnits);
	}

	/** Converts all times to the next finer unit, and finally to doubles of microseconds. */
	#refine(): void {
		const factor = this.#unitMicros / (unitsMicros[this.#unitIndex + 1] ?? 1);
		this.#unitIndex++;
		const isReaching = this.#unitIndex < unitsMicros.length && this.#units.every(units => Math.abs(units * factor) <= mostUnits);
		const all = isReaching ? new Int32Array(rowsPerSegment) : new Float64Array(rowsPerSegment);
		const toUnits = isReaching ? factor : this.#unitMicros;
		for (let at = 0; at < rowsPerSegment; at++) {
			all[at] = this.#units[at]! * toUnits;
		}

		this.#units = all;
		this.#unitMicros = isReaching ? unitsMicros[this.#unitIndex]! : 1;
	}

	get heldBytes(): number {
		return this.#units.byteLength;
	}

	/** Microseconds since the epoch. Hot. */
	at(at: number): number {
		return this.#baseMicros + (this.#units[at]! * this.#unitMicros);
	}

	set(at: number, micros: number): void {
		if (Number.isNaN(this.#baseMicros)) {
			this.#baseMicros = micros;
		}

		while (!this.#fits(micros)) {
			this.#refine();
		}

		this.#units[at] = (micros - this.#baseMicros) / this.#unitMicros;
	}
}
