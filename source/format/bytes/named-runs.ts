/** Where the fields of a line lie, by their names. Reused, so that reading a line makes no objects. */
export class NamedRuns {
	readonly #names: string[] = [];
	readonly #starts: number[] = [];
	readonly #ends: number[] = [];
	#count = 0;

	clear(): void {
		this.#count = 0;
	}

	add(name: string, start: number, end: number): void {
		this.#names[this.#count] = name;
		this.#starts[this.#count] = start;
		this.#ends[this.#count] = end;
		this.#count++;
	}

	/** The number of the first of that name, -1 where there is none. */
	first(name: string): number {
		for (let index = 0; index < this.#count; index++) {
			if (this.#names[index] === name) {
				return index;
			}
		}

		return -1;
	}

	start(index: number): number {
		return this.#starts[index]!;
	}

	end(index: number): number {
		return this.#ends[index]!;
	}

	/** All of them, in order. */
	map<Told>(tell: (name: string, start: number, end: number) => Told): Told[] {
		return Array.from({length: this.#count}, (_, index) => tell(this.#names[index]!, this.#starts[index]!, this.#ends[index]!));
	}
}
