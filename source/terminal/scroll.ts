import type {Cells, Scroll} from './cells.ts';
import {ruleColumns} from './rules.ts';

/**
The one scroll that explains most of the change from `before` to `after`, if there is any.
A sidebar that stands still would hide it when whole rows are compared, so rows are also compared from each vertical rule on.
*/
export function findScroll(before: Cells, after: Cells): Scroll | undefined {
	let best: Gain | undefined;
	for (const left of [0, ...ruleColumns(after)]) {
		const found = findScrollFrom(left, before, after);
		if (found !== undefined && found.savedCells > (best?.savedCells ?? 0)) {
			best = found;
		}
	}

	return best;
}

type Gain = Scroll & {readonly savedCells: number};

/** Scrolling costs about 20 bytes. */
const fewestSavedCells = 20;

function findScrollFrom(left: number, before: Cells, after: Cells): Gain | undefined {
	const by = commonestMove(rowsFrom(left, before), rowsFrom(left, after));
	if (by === undefined) {
		return undefined;
	}

	const best = bestRun(Array.from({length: after.rows}, (_, row) => gainOfRow(before, after, row, by)));
	// The region contains the rows that moved and those they moved over.
	return best && {by, top: Math.min(best.first, best.first + by), bottom: Math.max(best.last, best.last + by), savedCells: best.sum};
}

/** How many fewer cells of this row need drawing after the row `by` below it has been moved here. Rows cannot come from outside the screen. */
function gainOfRow(before: Cells, after: Cells, row: number, by: number): number {
	const from = row + by;
	return from < 0 || from >= after.rows ? -Infinity : changedCells(before, row, after, row) - changedCells(before, from, after, row);
}

function changedCells(before: Cells, from: number, after: Cells, row: number): number {
	const {columns} = after;
	let count = 0;
	for (let column = 0; column < columns; column++) {
		const old = (from * columns) + column;
		const now = (row * columns) + column;
		count += before.glyphs[old] === after.glyphs[now] && before.styles[old] === after.styles[now] ? 0 : 1;
	}

	return count;
}

/** The neighbouring rows that gain most together (Kadane's algorithm). */
function bestRun(gains: readonly number[]): {readonly first: number; readonly last: number; readonly sum: number} | undefined {
	let best: {first: number; last: number; sum: number} | undefined;
	let run = {first: 0, sum: 0};
	for (const [row, gain] of gains.entries()) {
		run = run.sum > 0 ? {...run, sum: run.sum + gain} : {first: row, sum: gain};
		if (run.sum > Math.max(fewestSavedCells, best?.sum ?? 0)) {
			best = {first: run.first, last: row, sum: run.sum};
		}
	}

	return best;
}

/** The text of every row from column `left` on. Styles are compared only when the gain is counted. */
function rowsFrom(left: number, cells: Cells): string[] {
	return Array.from({length: cells.rows}, (_, row) => {
		const start = (row * cells.columns) + left;
		return cells.glyphs.slice(start, (row + 1) * cells.columns).join('').trimEnd();
	});
}

/** How far most rows moved. Each row whose text was unique before and was elsewhere has a vote. */
function commonestMove(old: readonly string[], now: readonly string[]): number | undefined {
	const places = new Map<string, number>();
	for (const [row, text] of old.entries()) {
		places.set(text, places.has(text) ? NaN : row);
	}

	const votes = new Map<number, number>();
	for (const [row, text] of now.entries()) {
		const by = (places.get(text) ?? NaN) - row;
		if (by !== 0 && !Number.isNaN(by)) {
			votes.set(by, (votes.get(by) ?? 0) + 1);
		}
	}

	return [...votes].toSorted((first, second) => second[1] - first[1])[0]?.[0];
}
