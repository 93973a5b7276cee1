import type {FilterColumn} from './view-state.ts';

export type ColumnName = 'time' | 'severity' | 'action' | 'user' | 'device' | 'source' | 'host' | 'message';

export type Column = {
	readonly name: ColumnName;
	readonly title: string;
	/** From this width of the pane on the column is shown. */
	readonly fromColumns: number;
	/** Its width, by the width of the pane: the last row that fits wins. `undefined` takes what is left. */
	readonly widths: ReadonlyArray<{readonly fromColumns: number; readonly widthCells: number | undefined}>;
	/** What include and exclude act on when the cursor is on it. */
	readonly filters?: FilterColumn;
};

/** Columns of the timeline, left to right. One blank stands between two. */
export const columns: readonly Column[] = [
	{name: 'time', title: 'TIME', fromColumns: 0, widths: [{fromColumns: 0, widthCells: 8}, {fromColumns: 100, widthCells: 12}]},
	{name: 'severity', title: '', fromColumns: 0, widths: [{fromColumns: 0, widthCells: 1}], filters: 'severity'},
	{name: 'action', title: 'ACTION', fromColumns: 0, widths: [{fromColumns: 0, widthCells: 12}, {fromColumns: 52, widthCells: 16}, {fromColumns: 70, widthCells: 17}], filters: 'action'},
	{name: 'user', title: 'USER', fromColumns: 0, widths: [{fromColumns: 0, widthCells: undefined}, {fromColumns: 48, widthCells: 12}, {fromColumns: 90, widthCells: 14}], filters: 'user'},
	{name: 'device', title: 'DEVICE', fromColumns: 90, widths: [{fromColumns: 90, widthCells: 15}], filters: 'device'},
	{name: 'source', title: 'SOURCE', fromColumns: 112, widths: [{fromColumns: 112, widthCells: 16}], filters: 'source'},
	{name: 'host', title: 'HOST', fromColumns: 140, widths: [{fromColumns: 140, widthCells: 14}], filters: 'host'},
	{name: 'message', title: 'WHAT', fromColumns: 48, widths: [{fromColumns: 48, widthCells: undefined}]},
];

/** The cell of the selection mark, before the first column. */
export const markCells = 1;

export type ShownColumn = Column & {readonly widthCells: number};

/** The columns that a pane of this width shows, with their widths; together with the blanks between they fill it. */
export function shownColumns(paneColumns: number): ShownColumn[] {
	const wanted = columns.filter(column => paneColumns >= column.fromColumns).map(column => ({...column, widthCells: widthAt(column, paneColumns)}));
	const takenCells = wanted.reduce((sum, {widthCells}) => sum + (widthCells ?? 0), markCells + wanted.length - 1);
	return wanted.map(column => ({...column, widthCells: column.widthCells ?? Math.max(0, paneColumns - takenCells)}));
}

function widthAt({widths}: Column, paneColumns: number): number | undefined {
	return widths.findLast(({fromColumns}) => paneColumns >= fromColumns)?.widthCells;
}
