import test from 'ava';
import {selectedRow} from '../../../source/view/view-state.ts';
import {after, answered, freshState, lived} from '../states.ts';

test('the 10 minutes up to an event end with it, and keep what else is filtered', async t => {
	const selected = await lived(await answered(freshState()), [{type: 'move', by: -6}, {type: 'include'}]);
	const {micros} = selectedRow(selected)!.time;
	const shown = await lived(selected, [{type: 'open-spans'}, {type: 'show-before'}]);
	t.deepEqual(shown.query, {...selected.query, sinceMicros: micros - 600e6, untilMicros: micros + 1});
	t.is(shown.timeline.page?.rows.at(-1)?.time.micros, micros);
	t.deepEqual(after(shown, {type: 'undo-query'}).query, selected.query);
});

test('before there is an event, nothing led to it', t => {
	const state = after(freshState(), {type: 'show-before'});
	t.deepEqual(state.query, {facets: {}});
	t.regex(state.notice!, /no event is selected/v);
});
