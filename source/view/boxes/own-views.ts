import type {SavedView} from '../../query/built-in-views.ts';
import type {ViewChange} from '../../query/view-change.ts';
import {noticed} from '../filters/update-query.ts';
import type {ViewState} from '../view-state.ts';
import type {LineReading, LineState} from './line.ts';
import {openLine} from './open-line.ts';

/** The person's own views after a change; a new one comes last. */
export function withChange(views: readonly SavedView[], change: ViewChange): readonly SavedView[] {
	switch (change.type) {
		case 'saved': {
			const at = views.findIndex(({name}) => name === change.view.name);
			return at === -1 ? [...views, change.view] : views.with(at, change.view);
		}

		case 'renamed': {
			return views.map(view => view.name === change.name ? {...view, name: change.newName} : view);
		}

		case 'removed': {
			return views.filter(({name}) => name !== change.name);
		}
	}
}

/** Reads the new name of a view; no two own views may share a name. */
export function readNewName({ownViews}: Pick<ViewState, 'ownViews'>, name: string, text: string): LineReading {
	const newName = text.trim();
	const isTaken = newName !== name && ownViews.some(view => view.name === newName);
	return newName === '' || isTaken
		? {type: 'trouble', trouble: {sentence: isTaken ? 'there is a view of that name' : 'a name is missing', column: 0}}
		: {type: 'view', change: {type: 'renamed', name, newName}};
}

/** Enter in a box for a name. An existing view is replaced only after a second Enter. */
export function acceptName(state: ViewState, line: LineState, change: ViewChange): ViewState {
	const isTaken = change.type === 'saved' && line.reply === undefined && state.ownViews.some(({name}) => name === change.view.name);
	return isTaken
		? {...state, textBox: line.box, line: {...line, reply: {sentence: 'there is a view of that name', again: 'replaces it'}}}
		: startChange(state, change);
}

export function openRename(state: ViewState, name: string): ViewState {
	const opened = openLine(state, 'rename');
	return {...opened, line: {box: 'rename', viewName: name, text: name, reading: undefined}};
}

/** Removing a view cannot be undone, so the palette stays open and asks for a second Enter. */
export function removeView(state: ViewState, name: string): ViewState {
	const {line} = state;
	return line?.box === 'palette' && line.reply === undefined
		? {...state, line: {...line, reply: {sentence: `this deletes your view '${name}'`, again: 'removes it'}}}
		: startChange({...state, textBox: undefined, line: undefined}, {type: 'removed', name});
}

function startChange(state: ViewState, change: ViewChange): ViewState {
	if (change.type === 'renamed' && change.newName === change.name) {
		return state;
	}

	if (state.errand !== undefined) {
		return noticed(state, 'something is being written: Esc stops it');
	}

	const serial = state.errandSerial + 1;
	return {...state, errandSerial: serial, errandProgress: undefined, errand: {type: 'change-views', serial, change}};
}
