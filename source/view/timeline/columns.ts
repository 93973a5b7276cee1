import type {FilterColumn} from '../view-state.ts';

export type ColumnName = 'time' | 'severity' | 'action' | 'user' | 'device' | 'source' | 'host' | 'type' | 'message';

export type Column = {
	readonly name: ColumnName;
	readonly title: string;
	/** Panes at least this wide show the column by default. */
	readonly fromColumns: number;
	/** Its width by the width of the pane: the last entry that fits wins. `undefined` takes what is left. */
	readonly widths: ReadonlyArray<{readonly fromColumns: number; readonly widthCells: number | undefined}>;
	/** The column starts this narrow and grows with the values seen in it, up to its width; the message gets the rest. Without it the width is fixed. */
	readonly leastCells?: number;
	/** What `+` and `-` filter by when the cursor is on the column. */
	readonly filters?: FilterColumn;
};

/** Columns of the timeline, left to right, one blank between two of them. */
export const columns: readonly Column[] = [
	{name: 'time', title: 'TIME', fromColumns: 0, widths: [{fromColumns: 0, widthCells: 8}, {fromColumns: 100, widthCells: 12}]},
	{name: 'severity', title: '', fromColumns: 0, widths: [{fromColumns: 0, widthCells: 1}], filters: 'severity'},
	{name: 'action', title: 'ACTION', fromColumns: 0, widths: [{fromColumns: 0, widthCells: 12}, {fromColumns: 52, widthCells: 17}], leastCells: 12, filters: 'action'},
	{name: 'user', title: 'USER', fromColumns: 0, widths: [{fromColumns: 0, widthCells: undefined}, {fromColumns: 48, widthCells: 12}, {fromColumns: 90, widthCells: 14}, {fromColumns: 160, widthCells: 18}], leastCells: 8, filters: 'user'},
	{name: 'device', title: 'DEVICE', fromColumns: 90, widths: [{fromColumns: 90, widthCells: 15}], leastCells: 11, filters: 'device'},
	{name: 'source', title: 'SOURCE', fromColumns: 112, widths: [{fromColumns: 112, widthCells: 16}, {fromColumns: 160, widthCells: 22}], leastCells: 10, filters: 'source'},
	{name: 'host', title: 'HOST', fromColumns: 140, widths: [{fromColumns: 140, widthCells: 14}], leastCells: 8, filters: 'host'},
	{name: 'type', title: 'EVENT TYPE', fromColumns: 170, widths: [{fromColumns: 0, widthCells: 22}], leastCells: 12, filters: 'type'},
	{name: 'message', title: 'WHAT', fromColumns: 48, widths: [{fromColumns: 48, widthCells: undefined}]},
];

/** The most that any sized column takes, however long its values are. */
export const widestColumnCells = Math.max(...columns.flatMap(({widths}) => widths.map(({widthCells = 0}) => widthCells)));

/** The order in which chosen columns are dropped on a narrow pane; the time never is. */
const givingWay: readonly ColumnName[] = ['host', 'type', 'source', 'device', 'user', 'message', 'action', 'severity'];

/** A shorter piece of a message says nothing. */
const leastMessageCells = 10;

/** The selection mark before the first column. */
export const markCells = 1;

export type ShownColumn = Column & {readonly widthCells: number};

/** The columns that a pane of this width shows. Their widths and the blanks between them fill it exactly. */
export function shownColumns(paneColumns: number, {chosen, isOwnZone = false, seenCells}: ColumnsWanted = {}): ShownColumn[] {
	const zoned = isOwnZone ? zonedColumns : columns;
	const known = seenCells === undefined ? zoned : zoned.map(column => narrowed(column, seenCells));
	return chosen === undefined ? columnsByWidth(known.filter(({name}) => seenCells?.[name] !== 0), paneColumns) : chosenColumns(known, paneColumns, chosen);
}

export type ColumnsWanted = {
	/** The columns that the person chose, in their order; undefined lets the width decide. */
	readonly chosen?: readonly ColumnName[] | undefined;
	/** A zone stands beside each clock. */
	readonly isOwnZone?: boolean;
	/** Without it every column takes its full width. */
	readonly seenCells?: SeenCells;
};

/** The widest value seen in each column so far; 0 once all logs are read and the column held no value: the message gets its width. */
export type SeenCells = Readonly<Partial<Record<ColumnName, number>>>;

/** Room for `14:30:09+0530`; narrow panes drop the seconds, because a time cut off would read as another time. */
const zonedTimeWidths = [{fromColumns: 0, widthCells: 10}, {fromColumns: 54, widthCells: 13}];

const zonedColumns = columns.map(column => column.name === 'time' ? {...column, widths: zonedTimeWidths} : column);

/** The column, no wider than the values seen in it. */
function narrowed(column: Column, seenCells: SeenCells): Column {
	const {leastCells, name} = column;
	if (leastCells === undefined) {
		return column;
	}

	const mostCells = Math.max(leastCells, seenCells[name] ?? 0);
	return {...column, widths: column.widths.map(({fromColumns, widthCells}) => ({fromColumns, widthCells: widthCells && Math.min(widthCells, mostCells)}))};
}

/** A narrow pane shows users in place of the message, where there are any. */
function columnsByWidth(known: readonly Column[], paneColumns: number): ShownColumn[] {
	const hasUsers = known.some(({name}) => name === 'user');
	const wanted = known.filter(({name, fromColumns}) => paneColumns >= fromColumns || (!hasUsers && name === 'message')).map(column => ({...column, widthCells: widthAt(column, paneColumns)}));
	const restCells = Math.max(0, paneColumns - takenCells(wanted));
	return wanted.map(column => ({...column, widthCells: column.widthCells ?? restCells}));
}

/** The message, or else the last column, takes what the others leave. */
function chosenColumns(known: readonly Column[], paneColumns: number, chosen: readonly ColumnName[]): ShownColumn[] {
	const kept = fitting(chosen.map(name => known.find(column => column.name === name)!).map(column => ({...column, widthCells: fixedWidthAt(column, paneColumns)})), paneColumns);
	const elastic = kept.find(({name}) => name === 'message') ?? kept.at(-1);
	return kept.map(column => column === elastic ? {...column, widthCells: Math.max(0, column.widthCells + paneColumns - takenCells(kept))} : column);
}

function fitting(wanted: readonly ShownColumn[], paneColumns: number): readonly ShownColumn[] {
	const leaving = givingWay.find(name => wanted.some(column => column.name === name));
	return wanted.length === 1 || takenCells(wanted) <= paneColumns ? wanted : fitting(wanted.filter(({name}) => name !== leaving), paneColumns);
}

/** Cells of the selection mark, the columns and the blanks between. */
function takenCells(wanted: ReadonlyArray<{readonly widthCells: number | undefined}>): number {
	return wanted.reduce((sum, {widthCells}) => sum + (widthCells ?? 0), markCells + wanted.length - 1);
}

function widthAt({widths}: Column, paneColumns: number): number | undefined {
	return widths.findLast(({fromColumns}) => paneColumns >= fromColumns)?.widthCells;
}

function fixedWidthAt(column: Column, paneColumns: number): number {
	const narrowest = column.widths.find(({widthCells}) => widthCells !== undefined)?.widthCells;
	return widthAt(column, paneColumns) ?? narrowest ?? leastMessageCells;
}
