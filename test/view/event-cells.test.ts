import test from 'ava';
import {shownColumns} from '../../source/view/columns.ts';
import {eventCells} from '../../source/view/event-cells.ts';
import {rowAt} from '../../source/view/view-state.ts';
import {inMemoryEngine} from '../in-memory-engine.ts';
import {answered, freshState, lived} from './states.ts';

const engine = inMemoryEngine([{time: '2026-03-03T09:00:00Z', action: 'exclusion-edited', message: 'Exclusion rules-Editing: ruleId=9 summary="sensors=all"', briefFrom: 25}]);

/** The last column of the only event, and what of it is marked, after searching for `text`. */
async function messageAfter(text: string) {
	const state = await lived(await answered(freshState(), engine), text === '' ? [] : [{type: 'open-search'}, {type: 'type-text', text}], engine);
	const spans = eventCells(state, rowAt(state.timeline, 0)!, {columns: shownColumns(90), ground: 'plain'});
	const inMessage = spans.slice(spans.findLastIndex(span => span.text.startsWith('-')) + 1);
	return {shown: inMessage.map(span => span.text).join('').trim(), marked: inMessage.filter(({role}) => role === 'hit').map(span => span.text)};
}

test('a row does not say twice what was done', async t => {
	t.deepEqual(await messageAfter(''), {shown: 'ruleId=9 summary="sensors=al…', marked: []});
});

test('a hit is marked where it stands in the part that is shown', async t => {
	t.deepEqual(await messageAfter('ruleid=9'), {shown: 'ruleId=9 summary="sensors=al…', marked: ['ruleId=9']});
});

test('a hit that reaches in from the part left out is marked as far as it is shown', async t => {
	t.deepEqual(await messageAfter('"-editing: rule"'), {shown: 'ruleId=9 summary="sensors=al…', marked: ['rule']});
});

test('a hit in nothing but the part left out brings that part back', async t => {
	const {shown, marked} = await messageAfter('editing');
	t.regex(shown, /^…rules-Editing: ruleId=9|^Exclusion rules-Editing:/v);
	t.deepEqual(marked, ['Editing']);
});
