/** Repeatable random choices: the same seed gives the same demo. */
export type Chance = {
	/** A whole number from 0 up to but not including `below`. */
	below(below: number): number;
	oneOf<Value>(values: readonly Value[]): Value;
};

/** Mulberry32: 32 bits of state are plenty for a demo. */
export function seededChance(seed: number): Chance {
	let state = seed >>> 0;
	const below = (limit: number): number => {
		state = (state + 0x6D_2B_79_F5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return Math.floor(limit * (((mixed ^ (mixed >>> 14)) >>> 0) / (2 ** 32)));
	};

	return {below, oneOf: values => values[below(values.length)]!};
}
