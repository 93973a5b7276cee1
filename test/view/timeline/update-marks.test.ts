import test from 'ava';
import {frameOf} from '../../../source/view/frame.ts';
import {selectedEvent, type ViewState} from '../../../source/view/view-state.ts';
import {answered, freshState, lived} from '../states.ts';

/** The second and the fifth event from the end marked, in that order; the selection on the latter. */
async function marked(): Promise<ViewState> {
	const up = {type: 'move', by: -1} as const;
	return lived(await answered(freshState()), [up, {type: 'toggle-mark'}, up, up, up, {type: 'toggle-mark'}]);
}

const firstCells = (state: ViewState) => frameOf(state).rows.map(({spans}) => spans.map(({text}) => text).join('')).filter(row => row.includes('│*'));

test('a marked row shows it, and the header counts the marks', async t => {
	const state = await lived(await marked(), [{type: 'move', by: 1}]);
	t.is(firstCells(state).length, 2);
	t.regex(frameOf(state).rows[0]!.spans.map(({text}) => text).join(''), /2 marks/v);
});

test('marks are walked in the order of time, and round', async t => {
	const state = await marked();
	const [older, newer] = state.marks.map(({event}) => event);
	const once = await lived(state, [{type: 'next-mark'}]);
	const twice = await lived(once, [{type: 'next-mark'}]);
	t.is(selectedEvent(state), older);
	t.is(selectedEvent(once), newer);
	t.is(selectedEvent(twice), older);
});

test('a marked event that is not loaded is gone to as well', async t => {
	const state = await lived(await marked(), [{type: 'go-to-first'}, {type: 'next-mark'}]);
	t.is(selectedEvent(state), state.marks[0]!.event);
});

test('the same key takes the mark away', async t => {
	const state = await lived(await marked(), [{type: 'toggle-mark'}]);
	t.is(state.marks.length, 1);
	t.is(firstCells(state).length, 1);
});

test('marking stops following, so that the marked event stays in sight', async t => {
	const state = await lived(await answered(freshState()), [{type: 'toggle-mark'}]);
	t.false(state.timeline.isFollowing);
	t.is(state.marks[0]?.event, selectedEvent(state));
});
