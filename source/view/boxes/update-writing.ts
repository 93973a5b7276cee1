import {noticed} from '../filters/update-query.ts';
import {pauseHere} from '../timeline/update-timeline.ts';
import {selectedRow, type ViewState} from '../view-state.ts';
import {openLine} from './open-line.ts';
import type {LineState} from './line.ts';
import {type Draft, isWritingBox, nextQuestion} from './writing.ts';

/** Begins a note on the selected event. The timeline stops following, so that the event stays in sight. */
export function writeNote(state: ViewState): ViewState {
	const row = selectedRow(state);
	return row === undefined || row.kind === 'gap'
		? noticed(state, 'a note needs an event: A writes an event of its own')
		: begin(pauseHere(state), {kind: 'note', event: row.id, answers: {}});
}

/** Begins an event by hand, one that no log has. */
export function createEvent(state: ViewState): ViewState {
	return begin(state, {kind: 'event', event: undefined, answers: {}});
}

/** Enter in one of the boxes: asks the next question or, after the last one, writes to the notes file. */
export function answerWriting(state: ViewState, {box, reading}: LineState): ViewState {
	const {writing} = state;
	const answer = reading?.type === 'time' ? String(reading.micros) : (reading?.type === 'answer' ? reading.text : undefined);
	if (answer === undefined || writing.draft === undefined || !isWritingBox(box)) {
		return state;
	}

	const answered = box === 'notes-file' ? {...writing, path: answer} : {...writing, draft: {...writing.draft, answers: {...writing.draft.answers, [box]: answer}}};
	return askNext({...state, writing: answered});
}

/** The notes file cannot be used: asks for another one and keeps the draft. */
export function askForOtherFile(state: ViewState, path: string, sentence: string): ViewState {
	const asked = openLine({...state, writing: {...state.writing, path: undefined}}, 'notes-file');
	return {...asked, line: {box: 'notes-file', text: path, reading: undefined, reply: {sentence}}};
}

function begin(state: ViewState, draft: Draft): ViewState {
	return state.errand === undefined ? askNext({...state, writing: {...state.writing, draft}}) : noticed(state, 'something is being written: Esc stops it');
}

function askNext(state: ViewState): ViewState {
	const {writing: {path, draft, author}} = state;
	const question = nextQuestion(state.writing);
	if (question !== undefined) {
		return openLine(state, question);
	}

	if (path === undefined || draft === undefined) {
		return state;
	}

	const serial = state.errandSerial + 1;
	return {...state, textBox: undefined, line: undefined, errandSerial: serial, errandProgress: undefined, errand: {type: 'write', serial, path, draft, author: draft.answers['event-author'] ?? author}};
}
