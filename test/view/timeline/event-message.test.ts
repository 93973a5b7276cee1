import test from 'ava';
import {shownColumns} from '../../../source/view/timeline/columns.ts';
import {eventCells} from '../../../source/view/timeline/event-cells.ts';
import {rowAt} from '../../../source/view/view-state.ts';
import {inMemoryEngine, type MemoryEvent} from '../../in-memory-engine.ts';
import {answered, freshState, lived} from '../states.ts';

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

const login = {time: '2026-03-03T09:00:00Z', action: 'login-failed', category: 'user-operation', message: 'Failed password for invalid user oracle from 10.20.0.99 port 40022 ssh2', gist: 'from 10.20.0.99'} as const;

/** What the row of an event shows for its message. */
async function rowOf(event: MemoryEvent, {widthCells = 70, text = ''} = {}): Promise<string> {
	const own = inMemoryEngine([event]);
	const state = await lived(await answered(freshState(), own), text === '' ? [] : [{type: 'open-search'}, {type: 'type-text', text}], own);
	const columns = shownColumns(widthCells);
	const spans = eventCells(state, rowAt(state.timeline, 0)!, {columns, ground: 'plain'});
	return spans.map(span => span.text).join('').slice(-columns.at(-1)!.widthCells).trim();
}

test('a message that has no room gives way to what it names', async t => {
	t.is(await rowOf(login), 'from 10.20.0.99');
});

test('a message that has room is shown whole', async t => {
	t.is(await rowOf(login, {widthCells: 260}), login.message);
});

test('what a search found is shown in its sentence', async t => {
	t.regex(await rowOf(login, {text: 'invalid'}), /invalid/v);
});

test('a hit that the column can hold is shown whole, with less before it where room is short', async t => {
	const deleted = {...login, message: 'Device 10.2.1.16 was deleted'};
	t.is(await rowOf(deleted, {widthCells: 50, text: '10.2.1.16'}), '… 10.2.1.16…');
	t.is(await rowOf(deleted, {widthCells: 50, text: '"10.2.1.16 was"'}), '…10.2.1.16 …');
	t.is(await rowOf(deleted, {widthCells: 50, text: 'device'}), 'Device 10.2…');
});

test('a record whose message is only its type shows what it names, however much room there is', async t => {
	t.is(await rowOf({...login, message: 'Reset user password', type: 'Reset user password', gist: 'r.lind'}, {widthCells: 260}), 'r.lind');
});

test('an alert keeps its sentence, cut or not', async t => {
	t.regex(await rowOf({...login, action: 'alert-raised', category: 'alert'}), /^Failed password/v);
});

test('an address that has a column of its own does not take the place of the sentence', async t => {
	t.regex(await rowOf({...login, devices: ['10.20.0.99']}, {widthCells: 120}), /^Failed password/v);
});

test('an operation that only its sentence names keeps it', async t => {
	t.regex(await rowOf({...login, action: 'user-operation', message: 'User r.lind was deleted by svc-backup', gist: 'r.lind'}, {widthCells: 55}), /^User r/v);
});

test('without a column for them the devices of an event that names nothing else stand for its message', async t => {
	const connection = {...login, action: 'connection', category: 'network', message: 'Connection detected between 10.2.1.77 and 10.2.1.14', devices: ['10.2.1.77', '10.2.1.14'], gist: ''} as const;
	t.is(await rowOf(connection), '10.2.1.77, 10.2.1.14');
	t.regex(await rowOf(connection, {widthCells: 120}), /^Connection detected/v);
});

test('a path with no room shows its end, for paths begin alike; where something in it was found, that', async t => {
	const event = {time: '2026-03-03T09:00:00Z', action: 'config-changed', message: '/subscriptions/1234/resourceGroups/plant/providers/Microsoft.Insights/actionGroups/securityteam'} as const;
	t.regex(await rowOf(event), /\/securityteam$/v);
	t.regex(await rowOf(event, {text: 'plant'}), /plant/v);
});
