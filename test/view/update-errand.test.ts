import test from 'ava';
import {interpreterFor} from '../../source/run/interpreter.ts';
import {interpreted} from '../../source/view/interpreter.ts';
import {meaningOf} from '../../source/view/keys/key-meaning.ts';
import type {ViewState} from '../../source/view/view-state.ts';
import {after, answered, freshState} from './states.ts';

const interpreter = interpreterFor({nowMs: () => 0, exportPath: () => 'events.csv'});

const typed = (state: ViewState, text: string) => interpreted(after(state, {type: 'type-text', text}), interpreter);

const boxed = async () => {
	const state = await answered(freshState());
	return interpreted(after(state, {type: 'open-line', box: 'export'}), interpreter);
};

const accepted = (state: ViewState) => interpreted(after(state, {type: 'accept-text'}), interpreter);

test('the box opens with a name, and says the form that the name asks for', async t => {
	const state = await boxed();
	t.like(state.line, {text: 'events.csv', reading: {type: 'file', form: 'CSV'}});
	t.like(typed(state, 'a.jsonl').line, {reading: {type: 'file', form: 'JSON Lines'}});
});

test('Tab walks the forms, and the path stays', async t => {
	let state = typed(await boxed(), '/mnt/case.17/Events.NDJSON');
	const walked = [];
	for (let at = 0; at < 4; at++) {
		state = interpreted(after(state, {type: 'complete-text'}), interpreter);
		walked.push(state.line?.text);
	}

	t.deepEqual(walked, ['.txt', '.raw', '.csv', '.jsonl'].map(suffix => `/mnt/case.17/Events${suffix}`));
	t.true(state.edition > 0);
});

test('a name that asks for no form stays in the box', async t => {
	const state = accepted(typed(await boxed(), 'events'));
	t.like(state, {textBox: 'export', errand: undefined});
	t.like(state.line, {reading: {type: 'trouble', trouble: {sentence: 'the name must end in .csv .jsonl .txt .raw'}}});
});

test('Enter begins the export of what the filters show', async t => {
	const before = {...await boxed(), query: {facets: {}, keywords: ['dana']}};
	const state = accepted(before);
	t.like(state, {textBox: undefined, errand: {type: 'export', path: 'events.csv', query: {keywords: ['dana']}, mayReplace: false}});
});

test('a file that exists is asked about in the box: Enter again replaces it, another name does not', async t => {
	const asked = after(accepted(await boxed()), {type: 'errand-told', serial: 1, news: {type: 'question', sentence: 'exists, 5 bytes'}});
	t.like(asked, {textBox: 'export', errand: undefined, line: {text: 'events.csv', reply: {again: 'replaces it'}}});
	t.like(accepted(interpreted(asked, interpreter)).errand, {mayReplace: true});
	t.like(accepted(typed(asked, 'other.csv')).errand, {mayReplace: false});
	t.like(after(asked, {type: 'cancel'}), {textBox: undefined, errand: undefined});
});

test('while it goes on Esc stops it, whatever is open beside', async t => {
	const running = after(accepted(await boxed()), {type: 'errand-told', serial: 1, news: {type: 'progress', sentence: 'exporting 43 %'}});
	t.is(running.errandProgress, 'exporting 43 %');
	t.like(meaningOf(running, 'e'), {type: 'refused'});
	const stopped = after(running, {type: 'open-details'}, {type: 'cancel'});
	t.like(stopped, {errand: undefined, errandProgress: undefined, notice: 'export stopped: no file was kept'});
	t.true(stopped.details.isOpen);
});

test('news of an export that was stopped changes nothing', async t => {
	const stopped = after(accepted(await boxed()), {type: 'cancel'});
	t.is(after(stopped, {type: 'errand-told', serial: 1, news: {type: 'over', sentence: 'late'}}), stopped);
});

test('what became of it is said once it is over', async t => {
	const over = after(accepted(await boxed()), {type: 'errand-told', serial: 1, news: {type: 'over', sentence: '3 events written'}});
	t.like(over, {errand: undefined, notice: '3 events written'});
});

test('a question that comes while another box is open is said without closing it', async t => {
	const searching = after(accepted(await boxed()), {type: 'open-search'}, {type: 'errand-told', serial: 1, news: {type: 'question', sentence: 'exists, 5 bytes'}});
	t.like(searching, {textBox: 'search', errand: undefined, notice: 'events.csv: exists, 5 bytes'});
});
