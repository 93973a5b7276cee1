import type {SavedView} from '../query/built-in-views.ts';
import type {ErrandNews} from './errands.ts';
import type {LineState} from './line.ts';
import {askForOtherFile} from './update-writing.ts';
import {noticed} from './update-query.ts';
import type {ViewState} from './view-state.ts';

/** Enter in the export box: writes what the filters show. A question that was answered with Enter is answered with yes. */
export function startExport(state: ViewState, {text = '', reply}: LineState): ViewState {
	const serial = state.errandSerial + 1;
	return {...state, errandSerial: serial, errandProgress: undefined, errand: {type: 'export', serial, path: text.trim(), query: state.query, mayReplace: reply?.isQuestion === true}};
}

/** Enter in the box for a name. One's own view of that name is replaced only after a second Enter. */
export function startKeeping(state: ViewState, {text = '', reply}: LineState, view: SavedView): ViewState {
	const isTaken = state.ownViews.some(({name}) => name === view.name) && reply?.isQuestion !== true;
	if (isTaken) {
		return askAgain(state, 'save', text, {sentence: 'there is a view of that name', isQuestion: true});
	}

	const serial = state.errandSerial + 1;
	return {...state, errandSerial: serial, errandProgress: undefined, errand: {type: 'keep-view', serial, view}};
}

/** Esc: what was begun is given up; whoever does it removes what is half done. */
export function giveUpErrand(state: ViewState): ViewState {
	return noticed({...state, errand: undefined, errandProgress: undefined}, state.errand?.type === 'write' ? 'not waited for: the side file may have it all the same' : 'export stopped: nothing was kept');
}

/** News of an errand that is no longer wanted changes nothing. */
export function errandTold(state: ViewState, serial: number, news: ErrandNews): ViewState {
	const {errand} = state;
	if (errand?.serial !== serial) {
		return state;
	}

	const over = {...state, errand: undefined, errandProgress: undefined};
	switch (news.type) {
		case 'progress': {
			return {...state, errandProgress: news.sentence};
		}

		case 'question':
		case 'unfit': {
			return errand.type === 'write' ? askForOtherFile({...over, writing: {...over.writing, draft: errand.draft}}, errand.path, news.sentence) : askAgain(over, errand.type === 'export' ? 'export' : 'save', errand.type === 'export' ? errand.path : errand.view.name, {sentence: news.sentence, isQuestion: news.type === 'question'});
		}

		case 'view-kept': {
			return noticed(withView(over, news.view), news.sentence);
		}

		case 'over': {
			return noticed(over, news.sentence);
		}
	}
}

/** The box again as it was left, with what is to be said beside it; not over another box that was opened meanwhile. */
function askAgain(state: ViewState, box: 'export' | 'save', text: string, reply: NonNullable<LineState['reply']>): ViewState {
	return state.textBox === undefined
		? {...state, textBox: box, line: {box, text, reading: undefined, reply}}
		: noticed(state, `${text}: ${reply.sentence}`);
}

/** The last of one's own views, or the one of that name anew. */
function withView(state: ViewState, view: SavedView): ViewState {
	const {ownViews} = state;
	const at = ownViews.findIndex(({name}) => name === view.name);
	return {...state, ownViews: at === -1 ? [...ownViews, view] : ownViews.with(at, view)};
}
