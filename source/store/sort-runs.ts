/** Whether `first` comes before `second`; a strict order of all rows. */
export type RowPrecedence = (first: number, second: number) => boolean;

/**
The rows sorted, in a new array. A natural merge sort: several files give a handful of runs that are already in order, and
those cost one comparison per row.
*/
export function sortRuns(rows: Uint32Array, isBefore: RowPrecedence): Uint32Array {
	let sorted = Uint32Array.from(rows);
	let target = new Uint32Array(rows.length);
	let starts = runStarts(sorted, isBefore);
	while (starts.length > 1) {
		const merged: number[] = [];
		for (let index = 0; index < starts.length; index += 2) {
			const from = starts[index]!;
			const middle = starts[index + 1] ?? sorted.length;
			mergeRuns({sorted, target, from, middle, end: starts[index + 2] ?? sorted.length}, isBefore);
			merged.push(from);
		}

		[sorted, target] = [target, sorted];
		starts = merged;
	}

	return sorted;
}

function runStarts(rows: Uint32Array, isBefore: RowPrecedence): number[] {
	const starts = [0];
	for (let index = 1; index < rows.length; index++) {
		if (isBefore(rows[index]!, rows[index - 1]!)) {
			starts.push(index);
		}
	}

	return starts;
}

type Runs = {
	readonly sorted: Uint32Array;
	readonly target: Uint32Array;
	readonly from: number;
	readonly middle: number;
	readonly end: number;
};

function mergeRuns({sorted, target, from, middle, end}: Runs, isBefore: RowPrecedence): void {
	let first = from;
	let second = middle;
	for (let place = from; place < end; place++) {
		const isFirstNext = second >= end || (first < middle && !isBefore(sorted[second]!, sorted[first]!));
		target[place] = isFirstNext ? sorted[first++]! : sorted[second++]!;
	}
}
