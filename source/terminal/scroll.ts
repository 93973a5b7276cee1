import type {Cells, Scroll} from './cells.ts';

/**
The one move of rows that explains most of the change from `before` to `after`, if there is any.
A sidebar that stands still hides it from a look at whole rows, so the rows are also compared right of each vertical rule.
*/
export function findScroll(before: Cells, after: Cells): Scroll | undefined {
	let best: (Scroll & {readonly movedRows: number}) | undefined;
	for (const left of [0, ...ruleColumns(after)]) {
		const found = findScrollFrom(left, before, after);
		if (found !== undefined && found.movedRows > (best?.movedRows ?? 1)) {
			best = found;
		}
	}

	return best;
}

/** Fewer rows than this move cheaper by being written again. */
const fewestMovedRows = 3;

const rules = new Set(['│', '|']);

/** Columns where a rule runs down at least half the screen. */
function ruleColumns(cells: Cells): number[] {
	const found: number[] = [];
	const middle = Math.floor(cells.rows / 2) * cells.columns;
	for (let column = 0; column < cells.columns; column++) {
		if (rules.has(cells.glyphs[middle + column]!) && rowsWithRule(cells, column) * 2 >= cells.rows) {
			found.push(column);
		}
	}

	return found;
}

function rowsWithRule(cells: Cells, column: number): number {
	let count = 0;
	for (let row = 0; row < cells.rows; row++) {
		count += rules.has(cells.glyphs[(row * cells.columns) + column]!) ? 1 : 0;
	}

	return count;
}

function findScrollFrom(left: number, before: Cells, after: Cells): (Scroll & {readonly movedRows: number}) | undefined {
	const old = rowsFrom(left, before);
	const now = rowsFrom(left, after);
	const by = commonestMove(old, now);
	if (by === undefined) {
		return undefined;
	}

	const moved = now.flatMap((text, row) => text === old[row + by] && text !== old[row] ? [row] : []);
	if (moved.length < fewestMovedRows) {
		return undefined;
	}

	// The region holds the rows that moved and those they moved over.
	const top = Math.min(moved[0]!, moved[0]! + by);
	const bottom = Math.max(moved.at(-1)!, moved.at(-1)! + by);
	return {top, bottom, by, movedRows: moved.length};
}

/** What every row shows from column `left` on; the style counts, for a selected row does not match a plain one. */
function rowsFrom(left: number, cells: Cells): string[] {
	return Array.from({length: cells.rows}, (_, row) => {
		const start = (row * cells.columns) + left;
		return cells.glyphs.slice(start, (row + 1) * cells.columns).join('').trimEnd();
	});
}

/** How far most rows came: each row that stood elsewhere before, and only once there, has a vote. */
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
