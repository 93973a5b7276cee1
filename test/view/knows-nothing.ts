import type {Interpreter} from '../../source/view/interpreter.ts';

/** Understands every text as the first second of all, and no query. */
export const knowsNothing: Interpreter = {
	read: {time: () => ({type: 'time', micros: 0}), query: text => ({type: 'trouble', trouble: {sentence: text, column: 0}}), export: () => ({type: 'file', form: 'CSV', inNextForm: ''})},
	exportPath: () => 'events.csv',
	notesPath: () => 'notes.jsonl',
	printQuery: ({keywords = []}) => keywords.join(' '),
	rank: () => [],
};
