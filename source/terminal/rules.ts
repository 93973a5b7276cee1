import type {Cells} from './cells.ts';

/** The columns in which a vertical rule runs down at least half the screen. */
export function ruleColumns(cells: Cells): number[] {
	const found: number[] = [];
	const middle = Math.floor(cells.rows / 2) * cells.columns;
	for (let column = 0; column < cells.columns; column++) {
		if (rules.has(cells.glyphs[middle + column]!) && rowsWithRule(cells, column) * 2 >= cells.rows) {
			found.push(column);
		}
	}

	return found;
}

const rules = new Set(['│', '|']);

function rowsWithRule(cells: Cells, column: number): number {
	let count = 0;
	for (let row = 0; row < cells.rows; row++) {
		count += rules.has(cells.glyphs[(row * cells.columns) + column]!) ? 1 : 0;
	}

	return count;
}
