import type {Errand, ErrandNews} from './errands.ts';
import type {LineState, Reply} from './boxes/line.ts';
import {withChange} from './boxes/own-views.ts';
import {askForOtherFile} from './boxes/update-writing.ts';
import {noticed} from './filters/update-query.ts';
import type {ViewState} from './view-state.ts';

/** Enter in the export box: writes what the filters show. If the box asked whether to replace a file, this Enter agrees. */
export function startExport(state: ViewState, {text = '', reply}: LineState): ViewState {
	const serial = state.errandSerial + 1;
	return {...state, errandSerial: serial, errandProgress: undefined, errand: {type: 'export', serial, path: text.trim(), query: state.query, mayReplace: reply?.again !== undefined}};
}

/** Esc: gives up the errand; whoever carries it out removes what is half done. */
export function giveUpErrand(state: ViewState): ViewState {
	return noticed({...state, errand: undefined, errandProgress: undefined}, state.errand?.type === 'write' ? 'no longer waiting: it may still have been written' : 'export stopped: no file was kept');
}

/** The state after an errand reported. Reports of an errand that was given up change nothing. */
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
			return asked(over, errand, {sentence: news.sentence, again: news.type === 'question' ? 'replaces it' : undefined});
		}

		case 'views-changed': {
			return noticed({...over, ownViews: withChange(state.ownViews, news.change)}, news.sentence);
		}

		case 'over': {
			return noticed(over, news.sentence);
		}
	}
}

/** Opens the box again as it was left, with a question or refusal beside it; if another box is open by now, the status line says it instead. */
function asked(state: ViewState, errand: Errand, reply: Reply): ViewState {
	switch (errand.type) {
		case 'write': {
			return askForOtherFile({...state, writing: {...state.writing, draft: errand.draft}}, errand.path, reply.sentence);
		}

		case 'export': {
			return state.textBox === undefined
				? {...state, textBox: 'export', line: {box: 'export', text: errand.path, reading: undefined, reply}}
				: noticed(state, `${errand.path}: ${reply.sentence}`);
		}

		case 'change-views': {
			return noticed(state, reply.sentence);
		}
	}
}
