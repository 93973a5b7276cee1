import type {EmulatedTerminal} from '../emulated-terminal.ts';

type Cells = Pick<EmulatedTerminal, 'cells'>;

/** The first row in which a person would see something else on the second terminal. */
export function differenceSeen(wanted: Cells, shown: Cells): string | undefined {
	const wantedRows = seenRows(wanted);
	const shownRows = seenRows(shown);
	const row = wantedRows.findIndex((cells, index) => cells !== shownRows[index]);
	return row === -1 ? undefined : `row ${row}: wanted ${wantedRows[row]!}, shown ${shownRows[row]!}`;
}

const seenRows = (terminal: Cells): string[] => terminal.cells().map(row => row.map(cell => seen(cell)).join(' '));

/** A blank shows its background, its line and its reversal; the colour and the weight of letters it has none of cannot be seen. */
function seen(cell: string): string {
	const [glyph, width, style] = cell.split('|') as [string, string, string];
	const parts = style.split(',');
	const isInked = parts.slice(7, 10).some(part => Number(part) !== 0);
	return glyph !== ' ' || isInked ? cell : `${glyph}|${width}|${parts.slice(2, 4).join(',')}`;
}
