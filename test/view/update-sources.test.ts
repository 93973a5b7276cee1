import test from 'ava';
import {foreignText} from '../../source/domain/foreign.ts';
import type {Health} from '../../source/engine/engine.ts';
import {applianceEngine} from './appliance.ts';
import {after, answered, freshState} from './states.ts';

const health = async (): Promise<Health> => applianceEngine().health();
const ask = {slot: 'health', serial: 0, request: undefined} as const;

async function withOneMore(): Promise<Health> {
	const {sources, ...rest} = await health();
	const description = {id: sources.length, path: foreignText('/var/log/x.log'), name: foreignText('x.log')};
	return {...rest, sources: [...sources, {...sources[0]!, description, source: description.id}]};
}

test('a source that was not there at the start is said, once, and has its name from then on', async t => {
	const start = await answered(freshState());
	const answer = await withOneMore();
	const told = after(start, {type: 'health-answered', ask, answer});
	t.is(told.notice, 'new source: x.log');
	t.is(told.opened.sources.at(-1)?.name, foreignText('x.log'));
	t.is(after({...told, notice: undefined}, {type: 'health-answered', ask, answer}).notice, undefined);
});

test('sources that were there are not said', async t => {
	const start = await answered(freshState());
	t.is(after(start, {type: 'health-answered', ask, answer: await health()}).notice, undefined);
});

test('the notes file, which the person has just named, does not push away where the note went', async t => {
	const start = {...await answered(freshState()), notice: 'note written to notes.jsonl'};
	const {sources, ...rest} = await withOneMore();
	const answer = {...rest, sources: sources.map(source => ({...source, options: {format: 'notes'}}))};
	const told = after(start, {type: 'health-answered', ask, answer});
	t.is(told.notice, 'note written to notes.jsonl');
	t.is(told.opened.sources.at(-1)?.name, foreignText('x.log'));
});
