import test from 'ava';
import {foreignText} from '../../../source/domain/foreign.ts';
import {builtInViews} from '../../../source/query/built-in-views.ts';
import {interpreterFor} from '../../../source/run/interpreter.ts';
import {interpreted} from '../../../source/view/interpreter.ts';
import type {PersonIntent} from '../../../source/view/intents.ts';
import {meaningOf} from '../../../source/view/keys/key-meaning.ts';
import {chosenEntry} from '../../../source/view/boxes/line.ts';
import type {PaletteEntry} from '../../../source/view/boxes/palette-entry.ts';
import type {ViewState} from '../../../source/view/view-state.ts';
import {after, answered, freshState} from '../states.ts';

const interpreter = interpreterFor({nowMs: () => Date.parse('2026-03-03T10:00:00Z')});

const ownViews = [{name: 'nights', line: 'since=-12h action=login'}, {name: 'broken', line: 'colour=red'}];

const ready = async () => answered(freshState({builtInViews, ownViews, zones: ['UTC', 'Asia/Kolkata']}));

/** The state with these letters in the palette. */
function typed(state: ViewState, text: string): ViewState {
	const open = interpreted(after(state, {type: 'open-line', box: 'palette'}), interpreter);
	return text === '' ? open : interpreted(after(open, {type: 'type-text', text}), interpreter);
}

const entriesOf = ({line}: ViewState): readonly PaletteEntry[] => line?.reading?.type === 'palette' ? line.reading.entries : [];

const enter: PersonIntent = {type: 'accept-text'};

test('nothing typed lists everything, one\'s own views first; nothing is chosen, and Enter leaves', async t => {
	const before = await ready();
	const open = typed(before, '');
	const kinds = entriesOf(open).map(({kind}) => kind);
	t.deepEqual([...new Set(kinds)], ['view', 'key', 'source', 'column', 'zone', 'theme']);
	t.is<string | undefined, string>(entriesOf(open)[0]?.title, 'nights');
	t.deepEqual(after(open, enter), before);
	t.deepEqual(after(open, {type: 'cancel'}), before);
});

for (const [letters, best] of [
	['logins', 'logins'],
	['changes', 'password changes and resets'],
	['rules', 'exclusion rules'],
	['upgr', 'upgrades'],
	['user op', 'user operations'],
	['help', 'This help'],
	['export', 'Export the filtered events as CSV, JSON Lines or text'],
	['hex', 'Show the raw record in hexadecimal'],
	['kolk', 'times in Asia/Kolkata'],
	['high', 'high-contrast'],
	['only auth', 'show only auth.log'],
] as const) {
	test(`'${letters}' finds '${best}' first`, async t => {
		const [first] = entriesOf(typed(await ready(), letters));
		t.is<string | undefined, string>(first?.title, best);
	});
}

test('letters that nothing has leave nothing to choose', async t => {
	const state = typed(await ready(), 'xqzxqz');
	t.deepEqual(entriesOf(state), []);
	t.is(chosenEntry(state.line), undefined);
	t.is(after(state, enter).textBox, 'palette');
});

test('a view chosen takes the place of the filters, times in words read now, and u comes back', async t => {
	const before = await ready();
	const shown = after(typed(before, 'nights'), enter);
	t.deepEqual(shown.query, {sinceMicros: Date.parse('2026-03-02T22:00:00Z') * 1000, facets: {action: {include: [foreignText('login')], exclude: []}}});
	t.is(after(shown, {type: 'undo-query'}).query, before.query);
});

test('what is off says why, and Enter on it changes nothing', async t => {
	const state = typed(await ready(), 'broken');
	const [entry] = entriesOf(state);
	t.regex(entry !== undefined && 'off' in entry ? entry.off : '', /there is no filter colour/v);
	t.deepEqual(after(state, enter).query, {facets: {}});
	const [hex] = entriesOf(typed(after(state, {type: 'cancel'}), 'hexadecimal'));
	t.is<string | undefined, string>(hex !== undefined && 'off' in hex ? hex.off : undefined, 'only in the details');
});

test('Up and Down choose, and stay on the list', async t => {
	const state = typed(await ready(), '');
	const down = after(state, {type: 'move-choice', by: 1}, {type: 'move-choice', by: 1}, {type: 'move-choice', by: 1});
	t.is<string | undefined, string>(chosenEntry(down.line)?.title, 'user operations');
	t.is<string | undefined, string>(chosenEntry(after(down, {type: 'move-choice', by: -9}).line)?.title, 'nights');
	t.is(after(down, enter).query.userOperations, 'exact');
});

for (const [letters, shows] of [
	['show only auth', (state: ViewState) => state.query.facets.source?.include[0] === '/var/log/auth.log'],
	['column host', (state: ViewState) => state.columnNames?.includes('host')],
	['times kolkata', (state: ViewState) => state.zone === 'Asia/Kolkata'],
	['theme light', (state: ViewState) => state.themeName === 'light'],
	['long messages', (state: ViewState) => state.isWrapped],
	['columns: show', (state: ViewState) => state.columnChooser !== undefined],
	['search everything', (state: ViewState) => state.textBox === 'search'],
] as const) {
	test(`'${letters}' and Enter does it`, async t => {
		const done = after(typed(await ready(), letters), enter);
		t.true(shows(done));
		t.not(done.textBox, 'palette');
	});
}

test('what only the device can do is asked of the device', async t => {
	const before = await ready();
	t.deepEqual(meaningOf(typed(before, 'quit'), 'enter'), {type: 'quit'});
	t.deepEqual(meaningOf(typed(before, 'logins'), 'enter'), enter);
});

test('every view that is built in can be read', async t => {
	const views = entriesOf(typed(await ready(), '')).filter(({kind, title}) => kind === 'view' && title !== 'broken');
	t.deepEqual(views.filter(entry => 'off' in entry), []);
});

test('the newest event of a source is gone to, and n and N walk its others', async t => {
	const state = await ready();
	const [source] = state.opened.sources;
	const gone = after(state, {type: 'go-to-newest-of', path: source!.path});
	t.is(gone.textBox, undefined);
	t.is(gone.query, state.query);
	t.like(gone.search, {text: `source:="${source!.path}"`, isFuzzy: false, from: {at: 'newest'}, direction: 'here'});
});
