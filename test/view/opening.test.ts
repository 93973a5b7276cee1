import test from 'ava';
import {frameOf} from '../../source/view/frame.ts';
import {wantedRequests} from '../../source/view/asking/requests.ts';
import {update} from '../../source/view/update.ts';
import type {ViewState} from '../../source/view/view-state.ts';
import {applianceEngine} from './appliance.ts';
import {freshState} from './states.ts';

const opening = freshState({opened: undefined});
const {opened: answer} = applianceEngine();

const textOf = (state: ViewState): string => frameOf(state).rows.map(({spans}) => spans.map(({text}) => text).join('')).join('\n');

test('while the logs are being opened the screen says that it reads, and neither counts them nor misses any', t => {
	t.regex(textOf(opening), /READING/v);
	t.regex(textOf(opening), /q quit/v);
	t.notRegex(textOf(opening), /No log to show|\d sources|\d events/v);
});

test('nothing is asked before the logs are opened, and everything afterwards', t => {
	t.deepEqual(wantedRequests(opening), []);
	const opened = update(opening, {type: 'opened', answer});
	t.deepEqual(wantedRequests(opened), wantedRequests(freshState()));
	t.is(textOf(opened), textOf(freshState()));
});

test('where no log was found, that is said once the engine has looked', t => {
	t.regex(textOf(update(opening, {type: 'opened', answer: {sources: [], faults: []}})), /No log to show/v);
});
