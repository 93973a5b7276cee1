import type {PersonIntent} from '../intents.ts';
import {grouped} from '../drawing/numbers.ts';
import {noticed} from '../filters/update-query.ts';
import {acceptSearch, leaveSearch, typeSearch} from '../search/update-search.ts';
import {acceptNarrow, leaveNarrow, typeNarrow} from '../filters/narrowing.ts';
import type {TextBox, ViewState} from '../view-state.ts';
import {acceptLine, leaveLine, typeLine} from './update-line.ts';
import {longestTyped} from './typed-text.ts';

type BoxUpdates = {
	readonly text: (state: ViewState) => string | undefined;
	readonly type: (state: ViewState, text: string) => ViewState;
	readonly accept: (state: ViewState) => ViewState;
	readonly leave: (state: ViewState) => ViewState;
};

const lineUpdates: BoxUpdates = {text: ({line}) => line?.text, type: typeLine, accept: acceptLine, leave: leaveLine};

/** What each box holds, and what typing, Enter and Esc do in it. */
const boxes: Readonly<Record<TextBox, BoxUpdates>> = {
	search: {text: ({search}) => search?.text, type: typeSearch, accept: acceptSearch, leave: leaveSearch},
	narrow: {text: ({sidebar}) => sidebar.narrow?.text, type: typeNarrow, accept: acceptNarrow, leave: leaveNarrow},
	time: lineUpdates,
	query: lineUpdates,
	palette: lineUpdates,
	save: lineUpdates,
	rename: lineUpdates,
	export: lineUpdates,
	'notes-file': lineUpdates,
	note: lineUpdates,
	'event-time': lineUpdates,
	'event-type': lineUpdates,
	'event-device': lineUpdates,
	'event-text': lineUpdates,
	'event-author': lineUpdates,
};

export function typeText(state: ViewState, {text}: Extract<PersonIntent, {type: 'type-text'}>): ViewState {
	if (state.textBox === undefined) {
		return state;
	}

	const typed = boxes[state.textBox].type(state, text);
	return text.length > longestTyped ? noticed(typed, `a box holds ${grouped(longestTyped)} characters: the rest was left out`) : typed;
}

/** Erases as a shell's line editor does, so that a suggested path is gone with one key. */
export function eraseText(state: ViewState, {what}: Extract<PersonIntent, {type: 'erase-text'}>): ViewState {
	const {textBox} = state;
	if (textBox === undefined) {
		return state;
	}

	const {text, type} = boxes[textBox];
	const kept = what === 'all' ? '' : withoutLastWord(text(state) ?? '');
	return {...type(state, kept), edition: state.edition + 1};
}

/** Without the last word; the parts of a path count as words. */
function withoutLastWord(text: string): string {
	let end = text.length;
	while (end > 0 && isBreak(text[end - 1]!)) {
		end--;
	}

	while (end > 0 && !isBreak(text[end - 1]!)) {
		end--;
	}

	return text.slice(0, end);
}

const isBreak = (character: string): boolean => character === ' ' || character === '/';

export function acceptText(state: ViewState): ViewState {
	return state.textBox === undefined ? state : boxes[state.textBox].accept(state);
}

export function leaveText(state: ViewState, box: TextBox): ViewState {
	return boxes[box].leave(state);
}
