import type {List} from '../boxes/list.ts';
import {cell} from '../drawing/span.ts';
import type {ColumnChooser, ViewState} from '../view-state.ts';
import {timelineColumns} from './pane-lines.ts';
import {columns, type ColumnName} from './columns.ts';

/** What each column holds, as the list of columns explains it. */
const contents: Readonly<Record<ColumnName, string>> = {
	time: 'when, with fractions of a second where they fit',
	severity: 'one letter: I info, N notice, A alert',
	action: 'what was done',
	user: 'who did it, where the record says so',
	device: 'the first device it names',
	source: 'the log it comes from',
	host: 'the machine that wrote it',
	type: 'the log\'s own word for what was done',
	message: 'the rest of the record',
};

/** All columns: a plus marks those that are on, and one that is on but has no room says so. */
export function columnChooserList(state: ViewState, {names, cursor}: ColumnChooser): List {
	const {look} = state;
	const shown = timelineColumns(state).map(({name}) => name);
	const wanted = state.columnNames ?? shown;
	return {
		title: 'COLUMNS, from left to right',
		cursor,
		lines: names.map(name => {
			const isOn = wanted.includes(name);
			const hasNoRoom = isOn && !shown.includes(name);
			return [
				...cell(isOn ? '+ ' : '  ', look, {role: isOn ? 'include' : 'text'}),
				...cell(name, look, {role: isOn ? 'include' : 'text', widthCells: nameCells}),
				...cell(hasNoRoom ? 'does not fit at this width' : contents[name], look, {role: hasNoRoom ? 'trouble' : 'quiet'}),
			];
		}),
	};
}

const nameCells = Math.max(...columns.map(({name}) => name.length)) + 1;
