import {startExport} from '../update-errand.ts';
import {changeQuery} from '../filters/update-query.ts';
import {goToTime} from '../timeline/update-timeline.ts';
import type {ViewState} from '../view-state.ts';
import {typedText} from './typed-text.ts';
import {acceptName} from './own-views.ts';
import {cursorWhenTyped} from './update-palette.ts';
import {answerWriting} from './update-writing.ts';
import {isWritingBox} from './writing.ts';

export function typeLine(state: ViewState, text: string): ViewState {
	const {line} = state;
	const typed = typedText(text);
	return line === undefined || line.text === typed ? state : {...state, line: {box: line.box, viewName: line.viewName, text: typed, reading: undefined, cursor: cursorWhenTyped(line, typed)}};
}

/** Enter: does what the text means. While it means nothing the box stays open and says why. */
export function acceptLine(state: ViewState): ViewState {
	const {line} = state;
	const left = leaveLine(state);
	if (line !== undefined && isWritingBox(line.box)) {
		return answerWriting(state, line);
	}

	switch (line?.reading?.type) {
		case 'time': {
			return goToTime(left, line.reading.micros);
		}

		case 'query': {
			return changeQuery(left, line.reading.query);
		}

		case 'file': {
			return startExport(left, line);
		}

		case 'view': {
			return acceptName(left, line, line.reading.change);
		}

		case 'palette':
		case 'answer':
		case 'trouble':
		case undefined: {
			return line?.text?.trim() === '' ? left : state;
		}
	}
}

export function leaveLine(state: ViewState): ViewState {
	return {...state, textBox: undefined, line: undefined, writing: {...state.writing, draft: undefined}};
}
