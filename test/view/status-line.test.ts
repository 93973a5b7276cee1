import test from 'ava';
import {foreignText} from '../../source/domain/foreign.ts';
import type {FindAnswer} from '../../source/engine/engine.ts';
import {frameOf} from '../../source/view/frame.ts';
import type {ViewState} from '../../source/view/view-state.ts';
import {applianceEngine} from './appliance.ts';
import {after, answered, freshState, lived} from './states.ts';

const rowsOf = (state: ViewState): string[] => frameOf(state).rows.map(({spans}) => spans.map(({text}) => text).join(''));

const nothingFound: FindAnswer = {revision: 1, hits: 0, isComplete: true, strip: [], rule: {isExact: false, hasPattern: false, slip: {typed: 'usre', meant: 'user'}}};

async function searched(answer: FindAnswer): Promise<string> {
	const typed = after(await answered(freshState()), {type: 'open-search'}, {type: 'type-text', text: 'usre:eve'}, {type: 'accept-text'});
	return rowsOf({...typed, search: {...typed.search!, answer}}).slice(-3).join('\n');
}

test('a search that found nothing in a field asks whether another was meant', async t => {
	t.regex(await searched(nothingFound), /no hits; did you mean user: in place of usre:\?/v);
	t.regex(await searched({...nothingFound, isComplete: false, searchedShare: 0.5}), /no hits so far: 50%/v);
	t.notRegex(await searched({...nothingFound, hits: 2}), /did you mean/v);
});

for (const columns of [60, 80, 200]) {
	test(`at ${columns} columns trouble that has no room ends with the key that shows it whole`, async t => {
		const engine = applianceEngine();
		const sentence = `the reader stopped at byte 123,456,789 of 987,654,321 ${'because of this '.repeat(5)}and of that`;
		engine.fault({type: 'unreadable', source: 1, subject: foreignText('/x'), sentence});
		const state = {...await answered(freshState({opened: engine.opened}), engine), size: {columns, rows: 24}};
		const status = rowsOf(state).at(-2)!.trim();
		t.is(status.endsWith('… (L)'), columns < 200, status);
		t.is(status.endsWith('and of that'), columns === 200);
	});
}

test('while logs are read, none of the events so far passing the filters is no last word', async t => {
	const engine = applianceEngine();
	const query = {facets: {user: {include: [foreignText('nobody')], exclude: []}}};
	const read = await lived(await answered(freshState({opened: engine.opened, query}), engine), [], engine);
	t.regex(rowsOf({...read, change: {revision: 1, totalEvents: 9, isCaughtUp: true}}).join('\n'), /No event passes these filters\./v);
	t.regex(rowsOf({...read, change: {revision: 1, totalEvents: 9, isCaughtUp: false}}).join('\n'), /filters so far\.[\s\S]+The logs are still being read\./v);
});
