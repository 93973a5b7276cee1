import type {ErrandNews} from './errands.ts';
import type {LineState} from './line.ts';
import {noticed} from './update-query.ts';
import type {ViewState} from './view-state.ts';

/** Enter in the export box: writes what the filters show. A question that was answered with Enter is answered with yes. */
export function startExport(state: ViewState, {text = '', reply}: LineState): ViewState {
	const serial = state.errandSerial + 1;
	return {...state, errandSerial: serial, errandProgress: undefined, errand: {type: 'export', serial, path: text.trim(), query: state.query, mayReplace: reply?.isQuestion === true}};
}

/** Esc: what was begun is given up; whoever does it removes what is half done. */
export function giveUpErrand(state: ViewState): ViewState {
	return noticed({...state, errand: undefined, errandProgress: undefined}, 'export stopped: nothing was kept');
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
			return askAgain(over, errand.path, {sentence: news.sentence, isQuestion: news.type === 'question'});
		}

		case 'over': {
			return noticed(over, news.sentence);
		}
	}
}

/** The box again as it was left, with what is to be said beside it; not over another box that was opened meanwhile. */
function askAgain(state: ViewState, path: string, reply: NonNullable<LineState['reply']>): ViewState {
	return state.textBox === undefined
		? {...state, textBox: 'export', line: {box: 'export', text: path, reading: undefined, reply}}
		: noticed(state, `${path}: ${reply.sentence}`);
}
